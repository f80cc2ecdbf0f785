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
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.zhili.access.Allowed;
import org.zhili.access.Role;
import org.zhili.access.Viewer;
import org.zhili.casework.CaseFile;
import org.zhili.casework.CaseState;
import org.zhili.casework.Opened;
import org.zhili.casework.Standing;
import org.zhili.core.casework.CaseStore;
import org.zhili.core.city.CityBooks;
import org.zhili.id.AreaId;
import org.zhili.id.UnitId;
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
  private final CityBooks books;
  private final HandReports reports;

  public CaseResource(CaseFinder finder, CaseViews views, CityBooks books, HandReports reports) {
    this.finder = finder;
    this.views = views;
    this.books = books;
    this.reports = reports;
  }

  @GET
  @Allowed({Role.OPERATOR, Role.SUPERVISOR, Role.ADMINISTRATOR, Role.UNIT})
  @Operation(summary = "List the cases you may see, newest first · 列出可见的案件，新的在前")
  public Paging.Page<CaseHead> list(
      @QueryParam("state") @Size(max = 6) List<@Size(max = 20) String> states,
      @QueryParam("standing") @Size(max = 8) List<@Size(max = 20) String> standings,
      @QueryParam("area") @Size(max = 64) @Pattern(regexp = Form.ID) @Nullable String area,
      @QueryParam("unit") @Size(max = 64) @Pattern(regexp = Form.ID) @Nullable String unit,
      @QueryParam("subject") @Size(max = 64) @Pattern(regexp = Form.ID) @Nullable String subject,
      @QueryParam("after") @Size(max = 64) @Pattern(regexp = Form.ID) @Nullable String after,
      @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(Paging.MOST) int limit,
      @Context SecurityContext security) {
    Viewer viewer = Callers.viewer(security);
    CaseStore.Query query =
        new CaseStore.Query(
            Form.constants("state", states, CaseState.class),
            Form.constants("standing", standings, Standing.class),
            Form.maybe("area", area, AreaId::new)
                .map(a -> books.within(Set.of(a)))
                .orElse(Set.of()),
            Form.maybe("unit", unit, UnitId::new),
            Optional.ofNullable(subject),
            Optional.ofNullable(after),
            Paging.limit(limit));
    return finder.list(query, viewer).map(views::head);
  }

  @GET
  @Path("{case}")
  @Allowed({Role.OPERATOR, Role.SUPERVISOR, Role.ADMINISTRATOR, Role.UNIT})
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
  @Allowed(Role.OPERATOR)
  @Operation(summary = "Report a matter by hand, or add to the open case about it · 人工上报案件")
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
    Response.ResponseBuilder answer =
        opened.joined()
            ? Response.ok()
            : Response.status(Response.Status.CREATED).location(URI.create("cases/" + file.id()));
    return answer.entity(views.detail(file, viewer)).tag(CaseVersions.tag(file)).build();
  }
}
