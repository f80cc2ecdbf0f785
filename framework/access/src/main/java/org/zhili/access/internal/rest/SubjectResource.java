package org.zhili.access.internal.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.zhili.access.Allowed;
import org.zhili.access.Role;
import org.zhili.access.Viewer;
import org.zhili.access.internal.AccessDesk;
import org.zhili.access.internal.Trouble;
import org.zhili.access.internal.accounts.Subjects;
import org.zhili.access.internal.accounts.Subjects.Linking;
import org.zhili.access.internal.accounts.TokenLogins;
import org.zhili.access.internal.tokens.Subject;
import org.zhili.resources.security.Audit;

/** Who the owners of accounts are at the city's identity provider. */
@Component(service = SubjectResource.class, property = "osgi.jakartars.resource=true")
@Path("accounts/{name}/subject")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Allowed(Role.SECURITY_ADMINISTRATOR)
@Tag(name = "accounts")
public final class SubjectResource {
  private final Subjects subjects;
  private final TokenLogins tokens;

  @Activate
  public SubjectResource(@Reference AccessDesk desk) {
    this.subjects = desk.subjects();
    this.tokens = desk.tokens();
  }

  @PUT
  @Operation(
      summary =
          "Say who the owner is at the identity provider; tokens of others open it no more"
              + " · 填写账号在统一身份认证中的主体标识，他人的令牌不再能打开")
  public void link(
      @PathParam("name") @Size(max = 40) @Pattern(regexp = "[a-z][a-z0-9._-]*") String name,
      @Valid @NotNull SubjectBody body,
      @Context SecurityContext security) {
    Viewer by = by(name, security);
    String issuer =
        body.issuer().or(tokens::issuer).orElseThrow(() -> Trouble.NO_ISSUER.at("issuer"));
    check(subjects.link(name, Optional.of(new Subject(issuer, body.subject()))), name);
    Audit.note(by, "account.linked", name, "subject %s of %s".formatted(body.subject(), issuer));
  }

  @DELETE
  @Operation(summary = "Take the subject away from an account · 解除账号的主体标识")
  public void unlink(
      @PathParam("name") @Size(max = 40) @Pattern(regexp = "[a-z][a-z0-9._-]*") String name,
      @Context SecurityContext security) {
    Viewer by = by(name, security);
    check(subjects.link(name, Optional.empty()), name);
    Audit.note(by, "account.unlinked", name);
  }

  private static Viewer by(String name, SecurityContext security) {
    Viewer by = AccountResource.administrator(security);
    AccountResource.notOneself(by, name);
    return by;
  }

  private static void check(Linking linking, String name) {
    if (linking instanceof Linking.Unknown) {
      throw Trouble.NO_ACCOUNT.problem(name);
    } else if (linking instanceof Linking.Taken taken) {
      throw Trouble.SUBJECT_TAKEN.at("subject", taken.account());
    }
  }
}
