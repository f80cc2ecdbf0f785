package org.zhili.resources.internal.city;

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
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.zhili.access.Allowed;
import org.zhili.access.Role;
import org.zhili.city.Device;
import org.zhili.core.city.DeviceBook;
import org.zhili.core.city.DeviceQuery;
import org.zhili.core.ingest.DeviceState;
import org.zhili.core.ingest.IngestStore;
import org.zhili.id.DeviceId;
import org.zhili.resources.internal.Callers;
import org.zhili.resources.internal.Form;
import org.zhili.resources.internal.Paging;

/** What many devices last said, in pages that go with those of the register. */
@Path("device-states")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "devices")
public final class DeviceStatesResource {
  private final DeviceBook devices;
  private final IngestStore states;
  private final Units units;
  private final DeviceSearch search;

  public DeviceStatesResource(
      DeviceBook devices, IngestStore states, Units units, DeviceSearch search) {
    this.devices = devices;
    this.states = states;
    this.units = units;
    this.search = search;
  }

  @GET
  @Allowed({Role.ADMINISTRATOR, Role.OPERATOR, Role.SUPERVISOR})
  @Operation(summary = "List what devices last said, and when, by id · 按标识列出设备最新读数与在线状态")
  public Paging.Page<DeviceStateView> list(
      @QueryParam("text") @Size(max = 200) @Nullable String text,
      @QueryParam("after") @Size(max = 64) @Pattern(regexp = Form.ID) @Nullable String after,
      @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(Paging.MOST) int limit,
      @Context SecurityContext security) {
    DeviceQuery wanted = search.wanted(Callers.viewer(security), text);
    Optional<DeviceId> last = Form.maybe("after", after, DeviceId::new);
    List<Device> page = devices.devices(wanted, last, Paging.limit(limit));
    Map<DeviceId, DeviceState> said =
        states.load(page.stream().map(Device::id).collect(Collectors.toSet()));
    return Paging.of(page, limit, Device::id)
        .map(device -> DeviceStateView.of(device.id(), said, units.of(device)));
  }
}
