package org.zhili.resources.internal.dispatch;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.zhili.access.Allowed;
import org.zhili.access.Role;
import org.zhili.access.Viewer;
import org.zhili.casework.Actor;
import org.zhili.casework.CaseAction;
import org.zhili.casework.CaseFile;
import org.zhili.core.dispatch.OrderStore;
import org.zhili.core.dispatch.WorkOrder;
import org.zhili.core.dispatch.WorkOrders;
import org.zhili.id.CaseId;
import org.zhili.id.UnitId;
import org.zhili.resources.internal.Callers;
import org.zhili.resources.internal.Form;
import org.zhili.resources.internal.Paging;
import org.zhili.resources.internal.Retry;
import org.zhili.resources.internal.Scope;
import org.zhili.resources.internal.Trouble;
import org.zhili.resources.internal.cases.CaseFinder;
import org.zhili.resources.internal.cases.CaseMoves;

/** The work orders of the caller's unit, and of the units below it, which receive them. */
@Path("orders")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "orders")
public final class OrderResource {
  /** The passage by which the lead takes a case on; the desk then acknowledges the order too. */
  private static final String TAKE_ON = "acknowledge";

  private final WorkOrders orders;
  private final CaseFinder finder;
  private final CaseMoves moves;
  private final Scope scope;

  public OrderResource(WorkOrders orders, CaseFinder finder, CaseMoves moves, Scope scope) {
    this.orders = orders;
    this.finder = finder;
    this.moves = moves;
    this.scope = scope;
  }

  @GET
  @Allowed(Role.UNIT)
  @Operation(
      summary =
          "List the work orders of your unit and those below it, newest first · 列出本单位及下属单位的工单，新的在前")
  public Paging.Page<OrderView> list(
      @QueryParam("status") @Size(max = 5) List<@Size(max = 20) String> statuses,
      @QueryParam("after") @Size(max = 18) @Pattern(regexp = Form.ID) @Nullable String after,
      @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(Paging.MOST) int limit,
      @Context SecurityContext security) {
    Viewer viewer = Callers.viewer(security);
    Callers.unit(viewer);
    OrderStore.Query query =
        new OrderStore.Query(
            scope.units(viewer),
            Form.constants("status", statuses, WorkOrder.Status.class),
            scope.reach(viewer),
            Form.maybe("after", after, Long::valueOf),
            Paging.limit(limit));
    List<WorkOrder> found = orders.list(query);
    Map<CaseId, CaseFile> files =
        finder.visible(found.stream().map(WorkOrder::caseId).toList(), viewer);
    return Paging.of(found, limit, WorkOrder::id)
        .flatMap(
            order ->
                Optional.ofNullable(files.get(order.caseId()))
                    .map(file -> OrderView.of(order, file, false)));
  }

  @POST
  @Path("{id}/acknowledgement")
  @Allowed(Role.UNIT)
  @Operation(summary = "Receive an order; as the lead, take the case on · 签收工单，主办单位同时接案")
  public void acknowledge(@PathParam("id") long id, @Context SecurityContext security) {
    Viewer viewer = Callers.viewer(security);
    UnitId unit = Callers.unit(viewer);
    WorkOrder order =
        orders
            .find(id)
            .filter(o -> o.unit().equals(unit) && o.status() != WorkOrder.Status.WITHDRAWN)
            .orElseThrow(() -> Trouble.NO_ORDER.problem(Long.toString(id)));
    CaseFile file =
        finder
            .find(order.caseId().toString(), viewer)
            .orElseThrow(() -> Trouble.NO_ORDER.problem(Long.toString(id)));
    if (order.status() == WorkOrder.Status.ACKNOWLEDGED) {
      return;
    }
    if (order.role() == WorkOrder.Role.LEAD && moves.possible(file, viewer).contains(TAKE_ON)) {
      CaseAction takeOn = new CaseAction.Advance(TAKE_ON, "", List.of());
      moves.make(
          new CaseMoves.Move(file.id(), takeOn, Actor.of(viewer), OptionalLong.of(file.version())));
    } else {
      Retry.onConflict(() -> orders.acknowledge(id, unit));
    }
  }
}
