package org.zhili.resources.internal.alerts;

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
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhili.access.Allowed;
import org.zhili.access.Role;
import org.zhili.access.Viewer;
import org.zhili.core.alert.AlertDesk;
import org.zhili.core.alert.AlertStore;
import org.zhili.core.alert.NotedAlert;
import org.zhili.core.intake.AlertIntake;
import org.zhili.id.DeviceId;
import org.zhili.resources.internal.Callers;
import org.zhili.resources.internal.Form;
import org.zhili.resources.internal.Paging;
import org.zhili.resources.internal.Scope;
import org.zhili.resources.internal.Trouble;
import org.zhili.resources.internal.cases.CaseFinder;

/** Alerts (告警): listed, looked at, and acknowledged by hand. */
@Path("alerts")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "alerts")
public final class AlertResource {
  private final AlertDesk desk;
  private final CaseFinder finder;
  private final Scope scope;

  public AlertResource(AlertDesk desk, CaseFinder finder, Scope scope) {
    this.desk = desk;
    this.finder = finder;
    this.scope = scope;
  }

  @GET
  @Allowed({Role.OPERATOR, Role.SUPERVISOR, Role.ADMINISTRATOR})
  @Operation(summary = "List the alerts you may see, newest first · 列出可见的告警，新的在前")
  public Paging.Page<AlertView> list(
      @QueryParam("open") @Size(max = 5) @Pattern(regexp = "true|false") @Nullable String open,
      @QueryParam("device") @Size(max = 64) @Pattern(regexp = Form.ID) @Nullable String device,
      @QueryParam("after") @Size(max = 36) @Pattern(regexp = Form.ID) @Nullable String after,
      @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(Paging.MOST) int limit,
      @Context SecurityContext security) {
    AlertStore.Query query =
        new AlertStore.Query(
            Optional.ofNullable(open).map(Boolean::valueOf),
            Form.maybe("device", device, DeviceId::new),
            scope.reach(Callers.viewer(security)),
            Form.maybe("after", after, UUID::fromString),
            Paging.limit(limit));
    return Paging.of(desk.list(query), limit, noted -> noted.alert().id())
        .map(noted -> AlertView.of(noted, Optional.empty()));
  }

  @GET
  @Path("{id}")
  @Allowed({Role.OPERATOR, Role.SUPERVISOR, Role.ADMINISTRATOR})
  @Operation(summary = "Read an alert, and which case is about it · 查看告警及相关案件")
  public AlertView read(
      @PathParam("id") @Size(max = 36) @Pattern(regexp = Form.ID) String id,
      @Context SecurityContext security) {
    Viewer viewer = Callers.viewer(security);
    return view(known(id, viewer), viewer);
  }

  @POST
  @Path("{id}/acknowledgement")
  @Allowed({Role.OPERATOR, Role.SUPERVISOR})
  @Operation(summary = "Say that you look after an alert; the first stays named · 确认告警，以首位确认人为准")
  public AlertView acknowledge(
      @PathParam("id") @Size(max = 36) @Pattern(regexp = Form.ID) String id,
      @Context SecurityContext security) {
    Viewer viewer = Callers.viewer(security);
    NotedAlert noted = known(id, viewer);
    return view(desk.acknowledge(noted.alert().id(), viewer.account()).orElse(noted), viewer);
  }

  private NotedAlert known(String id, Viewer viewer) {
    return desk.find(Form.id("id", id, UUID::fromString))
        .filter(noted -> scope.covers(viewer, noted.alert().device().area()))
        .orElseThrow(() -> Trouble.NO_ALERT.problem(id));
  }

  private AlertView view(NotedAlert noted, Viewer viewer) {
    return AlertView.of(noted, finder.open(AlertIntake.key(noted.alert()), viewer));
  }
}
