package org.zhili.rest.internal.openapi;

import io.swagger.v3.jaxrs2.ext.AbstractOpenAPIExtension;
import io.swagger.v3.jaxrs2.ext.OpenAPIExtension;
import io.swagger.v3.oas.models.Operation;
import java.lang.reflect.Method;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.zhili.rest.internal.access.Rule;

/** Writes an operation's rule into its description. */
final class RuleExtension extends AbstractOpenAPIExtension {
  static final String ROLES = "x-allowed-roles";

  @Override
  public void decorateOperation(
      Operation operation, Method method, Iterator<OpenAPIExtension> chain) {
    super.decorateOperation(operation, method, chain);
    Optional<Rule> rule = Rule.of(method.getDeclaringClass(), method);
    if (rule.filter(Rule::isOpen).isPresent()) {
      operation.setSecurity(List.of());
    } else {
      List<String> roles = rule.map(r -> r.roles().stream().sorted().toList()).orElse(List.of());
      operation.addExtension(ROLES, roles);
    }
  }
}
