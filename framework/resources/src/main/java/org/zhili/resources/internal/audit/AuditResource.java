package org.zhili.resources.internal.audit;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.zhili.access.Allowed;
import org.zhili.access.Role;
import org.zhili.access.Viewer;
import org.zhili.core.audit.AuditBook;
import org.zhili.core.audit.AuditEntry;
import org.zhili.core.audit.AuditStore.Head;
import org.zhili.core.audit.AuditStore.Wanted;
import org.zhili.resources.internal.Form;
import org.zhili.resources.internal.Paging;
import org.zhili.resources.internal.Scope;
import org.zhili.resources.security.Audit;

/** The audit (审计): who did what, and whether anybody touched what is written of it. */
@Path("audit")
@Produces(MediaType.APPLICATION_JSON)
@Allowed(Role.AUDIT_ADMINISTRATOR)
@Tag(name = "audit")
public final class AuditResource {
  private static final String HASH = "[0-9a-f]{64}";

  private final AuditBook book;
  private final Scope scope;

  public AuditResource(AuditBook book, Scope scope) {
    this.book = book;
    this.scope = scope;
  }

  @GET
  @Operation(summary = "List who did what, newest first · 列出审计记录，最新的在前")
  @Allowed(Role.AUDIT_ADMINISTRATOR)
  public Paging.Page<AuditView> list(
      @QueryParam("who") @Size(max = 200) @Pattern(regexp = Form.LINE) @Nullable String who,
      @QueryParam("action") @Size(max = 200) @Pattern(regexp = Form.LINE) @Nullable String action,
      @QueryParam("subject") @Size(max = 200) @Pattern(regexp = Form.LINE) @Nullable String subject,
      @QueryParam("from") @Size(max = 40) @Nullable String from,
      @QueryParam("to") @Size(max = 40) @Nullable String to,
      @QueryParam("before") @Min(1) @Nullable Long before,
      @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(Paging.MOST) int limit,
      @Context SecurityContext security) {
    scope.wholeCity(security);
    Wanted wanted =
        new Wanted(
            Optional.ofNullable(who),
            Optional.ofNullable(action),
            Optional.ofNullable(subject),
            Form.maybeTime("from", from),
            Form.maybeTime("to", to));
    OptionalLong behind = before == null ? OptionalLong.empty() : OptionalLong.of(before);
    List<AuditEntry> found = book.newest(wanted, behind, Paging.limit(limit));
    return Paging.of(found, limit, AuditEntry::number).map(AuditView::of);
  }

  @GET
  @Path("verification")
  @Operation(
      summary =
          "Walk the chain of the audit, and compare it with an end noted before"
              + " · 核验审计链，可与此前抄下的链尾比对")
  @Allowed(Role.AUDIT_ADMINISTRATOR)
  public VerificationView verify(
      @QueryParam("number") @Min(1) @Nullable Long number,
      @QueryParam("hash") @Size(max = 64) @Pattern(regexp = HASH) @Nullable String hash,
      @Context SecurityContext security) {
    Viewer viewer = scope.wholeCity(security);
    VerificationView found = VerificationView.of(book.verify(noted(number, hash)));
    Audit.note(viewer, "audit.verified", "audit", found.sentence().en());
    return found;
  }

  private static Optional<Head> noted(@Nullable Long number, @Nullable String hash) {
    if (number == null && hash == null) {
      return Optional.empty();
    } else if (number == null || hash == null) {
      throw Form.wrong(
          number == null ? "number" : "hash", "both", number == null ? "hash" : "number");
    }
    return Optional.of(new Head(number, hash));
  }
}
