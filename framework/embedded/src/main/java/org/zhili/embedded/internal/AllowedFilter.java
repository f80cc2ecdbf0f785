package org.zhili.embedded.internal;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.ext.Provider;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.zhili.access.Allowed;
import org.zhili.resources.problem.Problem;
import org.zhili.text.Text;
import org.zhili.text.Words;

/**
 * Lets a request through to an operation of the town's when its {@link Allowed} names a role the
 * caller has. One without may be called by nobody. Operations of the host's own are none of its
 * business.
 */
@Provider
@Priority(Priorities.AUTHORIZATION)
public final class AllowedFilter implements ContainerRequestFilter {
  private static final Words WORDS = Words.beside(AllowedFilter.class);
  private static final String MEDIA_TYPE = "application/problem+json";

  private final Set<Class<?>> ours;

  @Context
  @SuppressWarnings("NullAway.Init") // the server's to give
  private ResourceInfo operation;

  /**
   * @param ours the classes it guards
   */
  public AllowedFilter(Set<Class<?>> ours) {
    this.ours = Set.copyOf(ours);
  }

  @Override
  public void filter(ContainerRequestContext request) {
    Class<?> resource = operation.getResourceClass();
    if (!ours.contains(resource)) {
      return;
    }
    List<String> roles =
        Optional.ofNullable(operation.getResourceMethod().getAnnotation(Allowed.class))
            .or(() -> Optional.ofNullable(resource.getAnnotation(Allowed.class)))
            .map(allowed -> Arrays.asList(allowed.value()))
            .orElse(List.of());
    SecurityContext caller = request.getSecurityContext();
    if (roles.contains(Allowed.ANYONE) || roles.stream().anyMatch(caller::isUserInRole)) {
      return;
    }
    request.abortWith(
        caller.getUserPrincipal() == null
            ? refusal(401, "ZL-5008", "embedded.not-logged-in")
            : refusal(403, "ZL-5009", "embedded.forbidden"));
  }

  private static Response refusal(int status, String code, String key) {
    Problem problem = Problem.of(status, code, WORDS.render(Text.of(key)), List.of());
    return Response.status(status).type(MEDIA_TYPE).entity(problem).build();
  }
}
