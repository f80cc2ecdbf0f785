package org.zhili.resources.internal.cases;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhili.access.Allowed;
import org.zhili.access.Role;
import org.zhili.access.Viewer;
import org.zhili.casework.CaseFile;
import org.zhili.casework.Opened;
import org.zhili.resources.internal.Callers;
import org.zhili.resources.internal.Form;
import org.zhili.resources.internal.Paging;
import org.zhili.resources.internal.Repeats;

/** Cases (案件): listed, looked at, and reported by hand. */
@Path("cases")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "cases")
public final class CaseResource {
  private final CaseFinder finder;
  private final CaseViews views;
  private final CaseSearch search;
  private final HandReports reports;

  public CaseResource(CaseSearch search, CaseFinder finder, CaseViews views, HandReports reports) {
    this.finder = finder;
    this.views = views;
    this.search = search;
    this.reports = reports;
  }

  @GET
  @Allowed({Role.OPERATOR, Role.SUPERVISOR, Role.ADMINISTRATOR, Role.UNIT, Role.GRID_WORKER})
  @Operation(
      summary = "List the cases you may see, newest or first due first · 列出可见的案件，新的或先到期的在前",
      description =
          "`text` is part of a number, an address or a summary as they are shown, or the"
              + " whole number of a person, which the audit keeps; `overdue=true` finds what should"
              + " have been done by now, `ended` tells what is at an end (closed, void,"
              + " merged, not accepted) from what is under way; `sort=due` puts first what is due"
              + " first, and `after` is the `next` of the page before in the same order."
              + " · text 为所显示的编号、地址或摘要的一部分，或完整的个人号码（留有审计记录），不分大小写；"
              + "overdue=true 只列超期案件；ended 区分已了结"
              + "（结案、作废、并案、不予受理）与在办；sort=due 先到期的在前；after 取同一排序上一页的 next。")
  public Paging.Page<CaseHead> list(
      @QueryParam("state") @Size(max = 6) List<@Size(max = 20) String> states,
      @QueryParam("standing") @Size(max = 8) List<@Size(max = 20) String> standings,
      @QueryParam("area") @Size(max = 64) @Pattern(regexp = Form.ID) @Nullable String area,
      @QueryParam("unit") @Size(max = 64) @Pattern(regexp = Form.ID) @Nullable String unit,
      @QueryParam("subject") @Size(max = 64) @Pattern(regexp = Form.ID) @Nullable String subject,
      @QueryParam("text") @Size(max = 100) @Pattern(regexp = Form.LINE) @Nullable String text,
      @QueryParam("overdue") @Size(max = 20) @Pattern(regexp = Form.LINE) @Nullable String overdue,
      @QueryParam("ended") @Size(max = 20) @Pattern(regexp = Form.LINE) @Nullable String ended,
      @QueryParam("sort") @Size(max = 20) @Pattern(regexp = Form.LINE) @Nullable String sort,
      @QueryParam("after") @Size(max = 64) @Pattern(regexp = Form.ID) @Nullable String after,
      @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(Paging.MOST) int limit,
      @Context SecurityContext security) {
    Viewer viewer = Callers.viewer(security);
    return search
        .list(
            new CaseSearch.Place(states, standings, area, unit, subject),
            new CaseSearch.Words(text, overdue, ended),
            new CaseSearch.Pages(sort, after, limit),
            viewer)
        .map(views::head);
  }

  @GET
  @Path("{case}")
  @Allowed({Role.OPERATOR, Role.SUPERVISOR, Role.ADMINISTRATOR, Role.UNIT, Role.GRID_WORKER})
  @Operation(summary = "Read a case by id or number · 按标识或编号查看案件")
  @ApiResponse(content = @Content(schema = @Schema(implementation = CaseDetail.class)))
  public Response read(
      @PathParam("case") @Size(max = 64) @Pattern(regexp = Form.LINE) String idOrNumber,
      @Context SecurityContext security) {
    Viewer viewer = Callers.viewer(security);
    CaseFile file = finder.need(idOrNumber, viewer);
    return Response.ok(views.detail(file, viewer)).tag(CaseVersions.tag(file)).build();
  }

  @POST
  @Allowed({Role.OPERATOR, Role.GRID_WORKER})
  @Operation(
      summary = "Report a matter by hand, or add to the open case about it · 人工上报案件",
      description =
          "Of an open case that the caller does not see, only `number`, `standing` and"
              + " `standingName` are told."
              + " · 并入的案件若上报人看不到，只告知编号与状态（number、standing、standingName）。")
  @ApiResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = CaseDetail.class)))
  public Response report(
      @Valid @NotNull ReportBody body,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @Context SecurityContext security) {
    Viewer viewer = Callers.viewer(security);
    Repeats.Request request = Repeats.Request.of(key, viewer, "report", body);
    Opened opened = reports.open(body, request, viewer);
    CaseFile file = opened.file();
    if (opened.joined() && !finder.sees(file, viewer)) {
      return Response.ok(JoinedCase.of(file)).build();
    }
    Response.ResponseBuilder answer =
        opened.joined()
            ? Response.ok()
            : Response.status(Response.Status.CREATED).location(URI.create("cases/" + file.id()));
    return answer.entity(views.detail(file, viewer)).tag(CaseVersions.tag(file)).build();
  }
}
