package org.zhili.resources.internal.city;

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
import java.util.Set;
import org.zhili.access.Allowed;
import org.zhili.access.Role;
import org.zhili.access.Viewer;
import org.zhili.city.Device;
import org.zhili.core.city.DeviceBook;
import org.zhili.core.ingest.IngestStore;
import org.zhili.id.DeviceId;
import org.zhili.resources.internal.Callers;
import org.zhili.resources.internal.Form;
import org.zhili.resources.internal.Scope;
import org.zhili.resources.internal.Trouble;

/** What devices last said. */
@Path("devices/{id}/state")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "devices")
public final class DeviceStateResource {
  private final DeviceBook devices;
  private final IngestStore states;
  private final Units units;
  private final Scope scope;

  public DeviceStateResource(DeviceBook devices, IngestStore states, Units units, Scope scope) {
    this.devices = devices;
    this.states = states;
    this.units = units;
    this.scope = scope;
  }

  @GET
  @Allowed({Role.ADMINISTRATOR, Role.OPERATOR, Role.SUPERVISOR})
  @Operation(summary = "Read what a device last said, and when · 查看设备最新读数与在线状态")
  public DeviceStateView read(
      @PathParam("id") @Size(max = 64) @Pattern(regexp = Form.ID) String id,
      @Context SecurityContext security) {
    Viewer viewer = Callers.viewer(security);
    Device device =
        devices
            .find(Form.id("id", id, DeviceId::new))
            .filter(known -> scope.covers(viewer, known.area()))
            .orElseThrow(() -> Trouble.NO_DEVICE.problem(id));
    return DeviceStateView.of(device.id(), states.load(Set.of(device.id())), units.of(device));
  }
}
