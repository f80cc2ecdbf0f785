package org.zhili.access.internal.rest;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.PathSegment;
import jakarta.ws.rs.core.UriInfo;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.zhili.access.Viewer;
import org.zhili.access.internal.Trouble;
import org.zhili.resources.problem.Problem;
import org.zhili.resources.security.FoldedAudit;
import org.zhili.resources.security.RemoteNetwork;
import org.zhili.resources.security.ViewerPrincipal;

/**
 * Writes down who was refused what, and from where. Of an address it writes the operation and
 * nothing that is named in it; of a login in vain nothing, as {@code Attempts} does.
 *
 * <p>What strangers are refused has lines of its own, so that they cannot use up those of people
 * who have logged in.
 */
@Component(
    service = ContainerResponseFilter.class,
    property = {"osgi.jakartars.extension=true", "osgi.jakartars.name=access-audit"})
public final class RefusalAudit implements ContainerResponseFilter {
  /** The attribute of a request under which the server tells the address of its caller. */
  static final String CALLER = "org.zhili.rest.caller";

  private static final Set<String> METHODS =
      Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

  private static final List<String> WRITTEN_ELSEWHERE =
      List.of(Trouble.WRONG_LOGIN.code(), Trouble.WRONG_PASSWORD.code());

  private final FoldedAudit strangers;
  private final FoldedAudit people;

  @Activate
  public RefusalAudit() {
    this(System::nanoTime);
  }

  RefusalAudit(LongSupplier nanoTime) {
    strangers = new FoldedAudit(nanoTime);
    people = new FoldedAudit(nanoTime);
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    int status = response.getStatus();
    boolean refused = status == 401 || status == 403;
    if (!refused || isWrittenElsewhere(response.getEntity())) {
      return;
    }
    Optional<String> account =
        Optional.ofNullable(request.getSecurityContext())
            .flatMap(ViewerPrincipal::viewer)
            .map(Viewer::account);
    String caller = String.valueOf(request.getProperty(CALLER));
    FoldedAudit audit = account.isPresent() ? people : strangers;
    audit.note(
        account.orElse("-"),
        "access.refused",
        operation(request),
        status + " " + RemoteNetwork.of(caller));
  }

  private static boolean isWrittenElsewhere(Object answer) {
    return answer instanceof Problem problem && WRITTEN_ELSEWHERE.contains(problem.code());
  }

  /**
   * Nothing of the caller's choice: of an address that no operation was looked for at, not a word.
   */
  private static String operation(ContainerRequestContext request) {
    UriInfo address = request.getUriInfo();
    Map<String, String> names = new HashMap<>();
    address
        .getPathParameters()
        .forEach((name, values) -> values.forEach(value -> names.put(value, "{" + name + "}")));
    String path =
        address.getPathSegments().stream()
            .map(PathSegment::getPath)
            .map(part -> names.getOrDefault(part, word(part)))
            .collect(Collectors.joining("/"));
    String method = METHODS.contains(request.getMethod()) ? request.getMethod() : "?";
    return method + " " + (address.getMatchedResources().isEmpty() ? "?" : path);
  }

  private static String word(String part) {
    return part.matches("[a-z.]{1,20}") ? part : "?";
  }
}
