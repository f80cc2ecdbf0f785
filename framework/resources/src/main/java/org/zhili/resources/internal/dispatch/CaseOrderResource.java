package org.zhili.resources.internal.dispatch;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import java.util.Set;
import org.zhili.access.Allowed;
import org.zhili.access.Role;
import org.zhili.access.Viewer;
import org.zhili.casework.CaseFile;
import org.zhili.core.dispatch.WorkOrders;
import org.zhili.id.UnitId;
import org.zhili.resources.internal.Callers;
import org.zhili.resources.internal.Form;
import org.zhili.resources.internal.Scope;
import org.zhili.resources.internal.cases.CaseFinder;

/** The work orders of one case; a unit sees its own, and those of the units below it. */
@Path("cases/{case}/orders")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "orders")
public final class CaseOrderResource {
  private final CaseFinder finder;
  private final WorkOrders orders;
  private final Scope scope;

  public CaseOrderResource(CaseFinder finder, WorkOrders orders, Scope scope) {
    this.finder = finder;
    this.orders = orders;
    this.scope = scope;
  }

  @GET
  @Allowed({Role.OPERATOR, Role.SUPERVISOR, Role.ADMINISTRATOR, Role.UNIT})
  @Operation(summary = "List the work orders of a case · 列出案件的工单")
  public List<OrderView> list(
      @PathParam("case") @Size(max = 64) @Pattern(regexp = Form.LINE) String idOrNumber,
      @Context SecurityContext security) {
    Viewer viewer = Callers.viewer(security);
    CaseFile file = finder.need(idOrNumber, viewer);
    boolean all = Scope.ofTownHall(viewer);
    Set<UnitId> own = scope.units(viewer);
    return orders.of(file.id()).stream()
        .filter(order -> all || own.contains(order.unit()))
        .map(order -> OrderView.of(order, file, all))
        .toList();
  }
}
