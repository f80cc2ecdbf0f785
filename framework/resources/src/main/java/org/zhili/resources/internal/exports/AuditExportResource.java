package org.zhili.resources.internal.exports;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.zhili.access.Allowed;
import org.zhili.access.Role;
import org.zhili.resources.export.Asker;
import org.zhili.resources.export.Taken;
import org.zhili.resources.export.Workbooks;
import org.zhili.resources.internal.Form;
import org.zhili.resources.internal.Paging;
import org.zhili.resources.internal.audit.AuditResource;
import org.zhili.resources.internal.status.SetAsideResource;

/** The audit, and work that was set aside, to take away. */
@Path("exports")
@Produces(Workbooks.XLSX)
@Tag(name = "exports")
public final class AuditExportResource {
  private final AuditResource audit;
  private final SetAsideResource work;
  private final Workbooks workbooks;

  public AuditExportResource(AuditResource audit, SetAsideResource work, Workbooks workbooks) {
    this.audit = audit;
    this.work = work;
    this.workbooks = workbooks;
  }

  @GET
  @Path("audit")
  @Allowed(Role.AUDIT_ADMINISTRATOR)
  @Operation(summary = "Export who did what, newest first · 导出审计记录，最新的在前")
  public Response audit(
      @QueryParam("who") @Size(max = 200) @Pattern(regexp = Form.LINE) @Nullable String who,
      @QueryParam("action") @Size(max = 200) @Pattern(regexp = Form.LINE) @Nullable String action,
      @QueryParam("subject") @Size(max = 200) @Pattern(regexp = Form.LINE) @Nullable String subject,
      @QueryParam("from") @Size(max = 40) @Nullable String from,
      @QueryParam("to") @Size(max = 40) @Nullable String to,
      @Context HttpHeaders headers,
      @Context SecurityContext security) {
    return workbooks.answer(
        Asker.of(security, headers),
        Taken.of("audit")
            .holding("who", who)
            .where("action", action)
            .holding("subject", subject)
            .where("from", from)
            .where("to", to),
        AuditTables.audit(),
        new Following<>(
            before ->
                audit.list(who, action, subject, from, to, number(before), Paging.MOST, security)));
  }

  private static @Nullable Long number(@Nullable String before) {
    return Optional.ofNullable(before).map(Long::valueOf).orElse(null);
  }

  @GET
  @Path("set-aside")
  @Allowed(Role.ADMINISTRATOR)
  @Operation(summary = "Export work that failed too often · 导出搁置的工作")
  public Response setAside(@Context HttpHeaders headers, @Context SecurityContext security) {
    return workbooks.answer(
        Asker.of(security, headers),
        "set-aside",
        AuditTables.setAside(),
        work.list(security).iterator());
  }
}
