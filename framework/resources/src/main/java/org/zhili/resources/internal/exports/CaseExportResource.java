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
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhili.access.Allowed;
import org.zhili.access.Role;
import org.zhili.core.city.CityBooks;
import org.zhili.resources.export.Asker;
import org.zhili.resources.export.Taken;
import org.zhili.resources.export.Workbooks;
import org.zhili.resources.internal.Form;
import org.zhili.resources.internal.Paging;
import org.zhili.resources.internal.alerts.AlertResource;
import org.zhili.resources.internal.cases.CaseResource;
import org.zhili.resources.internal.dispatch.OrderResource;
import org.zhili.resources.internal.dispatch.ReviewResource;

/** What is under way, to take away: the rows its lists show the caller, on all their pages. */
@Path("exports")
@Produces(Workbooks.XLSX)
@Tag(name = "exports")
public final class CaseExportResource {
  private final CaseResource cases;
  private final ReviewResource reviews;
  private final OrderResource orders;
  private final AlertResource alerts;
  private final CityBooks books;
  private final Workbooks workbooks;

  public CaseExportResource(
      CaseResource cases,
      ReviewResource reviews,
      OrderResource orders,
      AlertResource alerts,
      CityBooks books,
      Workbooks workbooks) {
    this.cases = cases;
    this.reviews = reviews;
    this.orders = orders;
    this.alerts = alerts;
    this.books = books;
    this.workbooks = workbooks;
  }

  @GET
  @Path("cases")
  @Allowed({Role.OPERATOR, Role.SUPERVISOR, Role.ADMINISTRATOR, Role.UNIT})
  @Operation(summary = "Export the cases you may see · 导出可见的案件")
  public Response cases(
      @QueryParam("state") @Size(max = 6) List<@Size(max = 20) String> states,
      @QueryParam("standing") @Size(max = 8) List<@Size(max = 20) String> standings,
      @QueryParam("area") @Size(max = 64) @Pattern(regexp = Form.ID) @Nullable String area,
      @QueryParam("unit") @Size(max = 64) @Pattern(regexp = Form.ID) @Nullable String unit,
      @QueryParam("subject") @Size(max = 64) @Pattern(regexp = Form.ID) @Nullable String subject,
      @QueryParam("text") @Size(max = 100) @Pattern(regexp = Form.LINE) @Nullable String text,
      @QueryParam("overdue") @Size(max = 20) @Pattern(regexp = Form.LINE) @Nullable String overdue,
      @QueryParam("ended") @Size(max = 20) @Pattern(regexp = Form.LINE) @Nullable String ended,
      @QueryParam("sort") @Size(max = 20) @Pattern(regexp = Form.LINE) @Nullable String sort,
      @Context HttpHeaders headers,
      @Context SecurityContext security) {
    return workbooks.answer(
        Asker.of(security, headers),
        Taken.of("cases")
            .where("state", states)
            .where("standing", standings)
            .where("area", area)
            .where("unit", unit)
            .where("subject", subject)
            .holding("text", text)
            .where("overdue", overdue)
            .where("ended", ended)
            .where("sort", sort),
        CaseTables.cases(Names.of(books)),
        new Following<>(
            after ->
                cases.list(
                    states,
                    standings,
                    area,
                    unit,
                    subject,
                    text,
                    overdue,
                    ended,
                    sort,
                    after,
                    Paging.MOST,
                    security)));
  }

  @GET
  @Path("reviews")
  @Allowed(Role.OPERATOR)
  @Operation(summary = "Export dispatches that wait for a person · 导出待人工复核的派单")
  public Response reviews(@Context HttpHeaders headers, @Context SecurityContext security) {
    return workbooks.answer(
        Asker.of(security, headers),
        "reviews",
        CaseTables.reviews(Names.of(books)),
        new Following<>(after -> reviews.list(after, Paging.MOST, security)));
  }

  @GET
  @Path("orders")
  @Allowed(Role.UNIT)
  @Operation(summary = "Export your unit's work orders · 导出本单位的工单")
  public Response orders(
      @QueryParam("status") @Size(max = 5) List<@Size(max = 20) String> statuses,
      @Context HttpHeaders headers,
      @Context SecurityContext security) {
    return workbooks.answer(
        Asker.of(security, headers),
        Taken.of("orders").where("status", statuses),
        CaseTables.orders(Names.of(books)),
        new Following<>(after -> orders.list(statuses, after, Paging.MOST, security)));
  }

  @GET
  @Path("alerts")
  @Allowed({Role.OPERATOR, Role.SUPERVISOR, Role.ADMINISTRATOR})
  @Operation(summary = "Export the alerts you may see · 导出可见的告警")
  public Response alerts(
      @QueryParam("open") @Size(max = 5) @Pattern(regexp = "true|false") @Nullable String open,
      @QueryParam("device") @Size(max = 64) @Pattern(regexp = Form.ID) @Nullable String device,
      @Context HttpHeaders headers,
      @Context SecurityContext security) {
    return workbooks.answer(
        Asker.of(security, headers),
        Taken.of("alerts").where("open", open).where("device", device),
        CaseTables.alerts(Names.of(books)),
        new Following<>(after -> alerts.list(open, device, after, Paging.MOST, security)));
  }
}
