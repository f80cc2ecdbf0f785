package org.zhili.rest.internal.access;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.cxf.jaxrs.model.OperationResourceInfo;
import org.apache.cxf.jaxrs.utils.JAXRSUtils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zhili.rest.internal.problem.Problem;
import org.zhili.rest.internal.problem.Refusal;

/** Lets a request through to the operation it found when the operation's rule allows the caller. */
@Priority(Priorities.AUTHORIZATION)
public final class AccessFilter implements ContainerRequestFilter {
  private static final Logger LOG = LoggerFactory.getLogger(AccessFilter.class);

  private final boolean enforced;
  private final String challenge;
  private final Map<Operation, Optional<Rule>> rules = new ConcurrentHashMap<>();

  private record Operation(Class<?> resource, Method method) {}

  /**
   * @param enforced false lets everybody call what has a rule at all
   * @param challenge how a caller without a login is asked for one
   */
  public AccessFilter(boolean enforced, String challenge) {
    this.enforced = enforced;
    this.challenge = challenge;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    OperationResourceInfo found =
        JAXRSUtils.getCurrentMessage().getExchange().get(OperationResourceInfo.class);
    Operation operation =
        new Operation(found.getClassResourceInfo().getServiceClass(), found.getMethodToInvoke());
    Optional<Rule> rule = rules.computeIfAbsent(operation, AccessFilter::ruleOf);
    if (rule.isEmpty()) {
      request.abortWith(response(Refusal.NO_RULE).build());
    } else if (enforced && !rule.get().isOpen()) {
      check(request, rule.get());
    }
  }

  /** Looked up once for each operation, so the complaint is written once. */
  private static Optional<Rule> ruleOf(Operation operation) {
    Optional<Rule> rule = Rule.of(operation.resource(), operation.method());
    if (rule.isEmpty()) {
      LOG.error(
          "{} {}.{} has no @Allowed, neither on the method nor on the class; it is refused to all",
          Refusal.NO_RULE.code(),
          operation.resource().getName(),
          operation.method().getName());
    }
    return rule;
  }

  private void check(ContainerRequestContext request, Rule rule) {
    SecurityContext caller = request.getSecurityContext();
    if (caller == null || caller.getUserPrincipal() == null) {
      request.abortWith(
          response(Refusal.NOT_LOGGED_IN).header(HttpHeaders.WWW_AUTHENTICATE, challenge).build());
    } else if (rule.roles().stream().noneMatch(caller::isUserInRole)) {
      request.abortWith(response(Refusal.FORBIDDEN).build());
    }
  }

  private static Response.ResponseBuilder response(Refusal refusal) {
    return Response.status(refusal.status()).type(Problem.MEDIA_TYPE).entity(refusal.problem());
  }
}
