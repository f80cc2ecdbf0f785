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
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.zhili.access.Allowed;
import org.zhili.access.Role;
import org.zhili.access.Viewer;
import org.zhili.city.Device;
import org.zhili.core.city.DeviceBook;
import org.zhili.core.ingest.Alarm;
import org.zhili.core.ingest.IngestStore;
import org.zhili.id.DeviceId;
import org.zhili.resources.internal.Callers;
import org.zhili.resources.internal.Form;
import org.zhili.resources.internal.Paging;
import org.zhili.resources.internal.Scope;
import org.zhili.resources.internal.Trouble;
import org.zhili.text.Text;
import org.zhili.text.Wording;

/** What became of everything abnormal a device reported. */
@Path("devices/{id}/alarms")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "devices")
public final class DeviceAlarmResource {
  private final DeviceBook devices;
  private final IngestStore alarms;
  private final Scope scope;
  private final Function<Text, Wording> words;

  /**
   * Set up.
   *
   * @param words the words of the town, for what alarm rules said
   */
  public DeviceAlarmResource(
      DeviceBook devices, IngestStore alarms, Scope scope, Function<Text, Wording> words) {
    this.devices = devices;
    this.alarms = alarms;
    this.scope = scope;
    this.words = words;
  }

  @GET
  @Allowed({Role.ADMINISTRATOR, Role.OPERATOR, Role.SUPERVISOR})
  @Operation(summary = "List a device's alarms and what became of them · 列出设备的告警及其去向")
  public Paging.Page<AlarmView> list(
      @PathParam("id") @Size(max = 64) @Pattern(regexp = Form.ID) String id,
      @QueryParam("after") @Size(max = 600) @Pattern(regexp = Form.LINE) @Nullable String after,
      @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(Paging.MOST) int limit,
      @Context SecurityContext security) {
    Viewer viewer = Callers.viewer(security);
    Device device =
        devices
            .find(Form.id("id", id, DeviceId::new))
            .filter(found -> scope.covers(viewer, found.area()))
            .orElseThrow(() -> Trouble.NO_DEVICE.problem(id));
    Optional<Alarm.Key> last = Form.maybe("after", after, Alarm.Key::parse);
    return Paging.of(alarms.alarms(device.id(), last, Paging.limit(limit)), limit, Alarm::key)
        .map(alarm -> AlarmView.of(alarm, words));
  }
}
