package org.zhili.resources.internal.exports;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import org.jspecify.annotations.Nullable;
import org.zhili.access.Allowed;
import org.zhili.access.Role;
import org.zhili.core.city.CityBooks;
import org.zhili.resources.export.Asker;
import org.zhili.resources.export.Taken;
import org.zhili.resources.export.Workbooks;
import org.zhili.resources.internal.Form;
import org.zhili.resources.internal.Paging;
import org.zhili.resources.internal.city.DeviceAlarmResource;
import org.zhili.resources.internal.city.DeviceResource;
import org.zhili.resources.internal.city.DeviceStatesResource;
import org.zhili.resources.internal.inbox.InboxResource;
import org.zhili.resources.internal.quarantine.QuarantineResource;

/** Devices and what they say, to take away. */
@Path("exports")
@Produces(Workbooks.XLSX)
@Tag(name = "exports")
public final class DeviceExportResource {
  private final DeviceResource devices;
  private final DeviceStatesResource states;
  private final DeviceAlarmResource alarms;
  private final InboxResource inbox;
  private final QuarantineResource quarantine;
  private final CityBooks books;
  private final Workbooks workbooks;

  public DeviceExportResource(
      DeviceResource devices,
      DeviceStatesResource states,
      DeviceAlarmResource alarms,
      InboxResource inbox,
      QuarantineResource quarantine,
      CityBooks books,
      Workbooks workbooks) {
    this.devices = devices;
    this.states = states;
    this.alarms = alarms;
    this.inbox = inbox;
    this.quarantine = quarantine;
    this.books = books;
    this.workbooks = workbooks;
  }

  @GET
  @Path("devices")
  @Allowed({Role.ADMINISTRATOR, Role.OPERATOR})
  @Operation(summary = "Export registered devices · 导出设备")
  public Response devices(
      @QueryParam("text") @Size(max = 200) @Nullable String text,
      @Context HttpHeaders headers,
      @Context SecurityContext security) {
    return workbooks.answer(
        Asker.of(security, headers),
        "devices",
        DeviceTables.devices(Names.of(books)),
        new Following<>(after -> devices.list(text, after, Paging.MOST, security)));
  }

  @GET
  @Path("device-states")
  @Allowed({Role.ADMINISTRATOR, Role.OPERATOR, Role.SUPERVISOR})
  @Operation(summary = "Export what devices last said, and when · 导出设备最新读数与在线状态")
  public Response states(
      @QueryParam("text") @Size(max = 200) @Nullable String text,
      @Context HttpHeaders headers,
      @Context SecurityContext security) {
    return workbooks.answer(
        Asker.of(security, headers),
        "device-states",
        DeviceTables.states(),
        new Following<>(after -> states.list(text, after, Paging.MOST, security)));
  }

  @GET
  @Path("devices/{id}/alarms")
  @Allowed({Role.ADMINISTRATOR, Role.OPERATOR, Role.SUPERVISOR})
  @Operation(summary = "Export a device's alarms and what became of them · 导出设备的告警及其去向")
  public Response alarms(
      @PathParam("id") @Size(max = 64) @Pattern(regexp = Form.ID) String id,
      @Context HttpHeaders headers,
      @Context SecurityContext security) {
    return workbooks.answer(
        Asker.of(security, headers),
        Taken.of("alarms", id),
        DeviceTables.alarms(),
        new Following<>(after -> alarms.list(id, after, Paging.MOST, security)));
  }

  @GET
  @Path("inbox")
  @Allowed({Role.ADMINISTRATOR, Role.OPERATOR})
  @Operation(summary = "Export unknown devices · 导出待登记设备")
  public Response inbox(@Context HttpHeaders headers, @Context SecurityContext security) {
    return workbooks.answer(
        Asker.of(security, headers),
        "inbox",
        DeviceTables.inbox(),
        new Following<>(after -> inbox.list(after, Paging.MOST, security)));
  }

  @GET
  @Path("quarantine")
  @Allowed({Role.ADMINISTRATOR, Role.OPERATOR})
  @Operation(summary = "Export messages nothing could be made of · 导出隔离报文")
  public Response quarantine(
      @QueryParam("kind") @Size(max = 20) @Nullable String kind,
      @QueryParam("device") @Size(max = 64) @Pattern(regexp = Form.ID) @Nullable String device,
      @Context HttpHeaders headers,
      @Context SecurityContext security) {
    return workbooks.answer(
        Asker.of(security, headers),
        Taken.of("quarantine").where("kind", kind).where("device", device),
        DeviceTables.quarantine(),
        new Following<>(after -> quarantine.list(kind, device, after, Paging.MOST, security)));
  }
}
