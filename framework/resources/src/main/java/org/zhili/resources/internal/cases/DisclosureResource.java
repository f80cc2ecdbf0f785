package org.zhili.resources.internal.cases;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import org.zhili.access.Allowed;
import org.zhili.access.Role;
import org.zhili.access.Viewer;
import org.zhili.casework.CaseFile;
import org.zhili.casework.CaseType;
import org.zhili.casework.Report;
import org.zhili.core.casework.CaseTypes;
import org.zhili.core.casework.CaseWords;
import org.zhili.core.casework.TraceWords;
import org.zhili.core.trace.TraceLog;
import org.zhili.resources.internal.Callers;
import org.zhili.resources.internal.Form;
import org.zhili.resources.internal.Trouble;
import org.zhili.resources.security.Audit;
import org.zhili.text.Personal;

/**
 * Shows what names people in a case to those who handle it, for a reason. Who asked and why is
 * given to the audit before anything is shown. Administrators run the town and handle no cases, so
 * they see none of it.
 */
@Path("cases/{case}/disclosure")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "cases")
public final class DisclosureResource {
  private final CaseFinder finder;
  private final TraceLog trace;
  private final CaseTypes types;
  private final CaseWords words;
  private final TraceWords said;

  public DisclosureResource(CaseFinder finder, TraceLog trace, CaseTypes types, CaseWords words) {
    this.finder = finder;
    this.trace = trace;
    this.types = types;
    this.words = words;
    said = new TraceWords(words);
  }

  @POST
  @Allowed({Role.OPERATOR, Role.SUPERVISOR, Role.UNIT, Role.GRID_WORKER})
  @Operation(
      summary =
          "Show what names people in a case, for a reason that the audit keeps · 说明理由后查看案件中的个人信息，留有审计记录")
  @ApiResponse(content = @Content(schema = @Schema(implementation = DisclosureView.class)))
  public Response disclose(
      @PathParam("case") @Size(max = 64) @Pattern(regexp = Form.LINE) String idOrNumber,
      @Valid @NotNull DisclosureBody body,
      @Context SecurityContext security) {
    Viewer viewer = Callers.viewer(security);
    CaseFile file = finder.need(idOrNumber, viewer);
    if (body.reason().isBlank()) {
      throw Trouble.REASON_MISSING.at("reason", List.of(words.action("disclose")));
    }
    Audit.note(viewer, "case.disclosed", file.number(), Personal.masked(body.reason()));
    CacheControl never = new CacheControl();
    never.setNoStore(true);
    return Response.ok(view(file)).cacheControl(never).build();
  }

  private DisclosureView view(CaseFile file) {
    CaseType type = types.of(file.type());
    Report report = file.report();
    return new DisclosureView(
        report.summary(),
        report.address(),
        report.evidence(),
        file.rating(),
        trace.of(file.id()).stream()
            .map(entry -> new DisclosureView.Told(entry.sequence(), said.of(entry, type)))
            .toList());
  }
}
