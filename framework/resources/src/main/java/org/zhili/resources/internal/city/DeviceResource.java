package org.zhili.resources.internal.city;

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
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.zhili.access.Allowed;
import org.zhili.access.Role;
import org.zhili.access.Viewer;
import org.zhili.city.Device;
import org.zhili.core.city.DeviceAccess;
import org.zhili.core.city.DeviceBook;
import org.zhili.core.city.DeviceQuery;
import org.zhili.id.DeviceId;
import org.zhili.resources.internal.Callers;
import org.zhili.resources.internal.Form;
import org.zhili.resources.internal.Paging;
import org.zhili.resources.internal.Register;
import org.zhili.resources.internal.Retry;
import org.zhili.resources.internal.Scope;
import org.zhili.resources.internal.Trouble;
import org.zhili.resources.security.Audit;
import org.zhili.resources.security.AuditDetail;
import org.zhili.resources.seen.Seen;

/** The register of devices, and what they log in with. */
@Path("devices")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "devices")
public final class DeviceResource {
  private final DeviceBook devices;
  private final DeviceAccess access;
  private final DeviceEntries entries;
  private final DeviceSearch search;
  private final Scope scope;

  public DeviceResource(
      DeviceBook devices,
      DeviceAccess access,
      Register register,
      DeviceSearch search,
      Scope scope) {
    this.search = search;
    this.devices = devices;
    this.access = access;
    this.entries = new DeviceEntries(access, register, scope);
    this.scope = scope;
  }

  @GET
  @Allowed({Role.ADMINISTRATOR, Role.OPERATOR})
  @Operation(
      summary = "List registered devices by id · 按标识列出设备",
      description =
          "`text` is a part of the id, the kind, the driver, the address or the area, by code or name"
              + " · text 为标识、类型、驱动、地点或区域的一部分，代码或名称均可")
  public Paging.Page<DeviceView> list(
      @QueryParam("text") @Size(max = 200) @Nullable String text,
      @QueryParam("after") @Size(max = 64) @Pattern(regexp = Form.ID) @Nullable String after,
      @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(Paging.MOST) int limit,
      @Context SecurityContext security) {
    DeviceQuery wanted = search.wanted(Callers.viewer(security), text);
    Optional<DeviceId> last = Form.maybe("after", after, DeviceId::new);
    return Paging.of(devices.devices(wanted, last, Paging.limit(limit)), limit, Device::id)
        .map(DeviceView::of);
  }

  @GET
  @Path("{id}")
  @Allowed({Role.ADMINISTRATOR, Role.OPERATOR})
  @Operation(summary = "Read a registered device · 查看设备")
  @ApiResponse(content = @Content(schema = @Schema(implementation = DeviceView.class)))
  public Response read(
      @PathParam("id") @Size(max = 64) @Pattern(regexp = Form.ID) String id,
      @Context SecurityContext security) {
    return answer(known(id, Callers.viewer(security)));
  }

  @PUT
  @Path("{id}")
  @Allowed(Role.ADMINISTRATOR)
  @Operation(summary = "Register a device, or change the one you have read · 登记设备，或修改已读取的设备")
  @ApiResponse(content = @Content(schema = @Schema(implementation = DeviceView.class)))
  public Response register(
      @PathParam("id") @Size(max = 64) @Pattern(regexp = Form.ID) String id,
      @Valid @NotNull DeviceBody body,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch,
      @Context SecurityContext security) {
    Viewer viewer = Callers.viewer(security);
    Seen seen = Seen.of(ifMatch, ifNoneMatch);
    Device wanted = entries.wanted(id, body, viewer);
    AtomicReference<@Nullable Device> before = new AtomicReference<>();
    Retry.onConflict(
        () ->
            devices.registerDevice(
                wanted.id(),
                present -> {
                  entries.check(wanted, present, viewer);
                  seen.check(present.map(DeviceView::of));
                  before.set(
                      entries
                          .freed(wanted, wanted.network().flatMap(devices::holder), viewer)
                          .orElse(null));
                  return wanted;
                }));
    String moved = Optional.ofNullable(before.get()).map(DeviceResource::moved).orElse("");
    Audit.note(viewer, "device.registered", id, moved);
    return answer(wanted);
  }

  private static String moved(Device holder) {
    return AuditDetail.NONE.with("network", holder.network()).with("before", holder.id()).pairs();
  }

  private static Response answer(Device device) {
    DeviceView view = DeviceView.of(device);
    return Response.ok(view).tag(Seen.tag(view)).build();
  }

  @POST
  @Path("{id}/credential")
  @Allowed(Role.ADMINISTRATOR)
  @Operation(summary = "Make a new secret for a device; the old one ends · 生成设备凭据，旧凭据失效")
  @ApiResponse(content = @Content(schema = @Schema(implementation = CredentialView.class)))
  public Response issue(
      @PathParam("id") @Size(max = 64) @Pattern(regexp = Form.ID) String id,
      @Context SecurityContext security) {
    Viewer viewer = Callers.viewer(security);
    Device device = known(id, viewer);
    if (device.id().isReserved()) {
      throw Trouble.NAME_OF_THE_TOWN.problem(id);
    }
    Response answer = CredentialView.answer(access.issue(device.id()), access);
    Audit.note(viewer, "credential.issued", id);
    return answer;
  }

  @DELETE
  @Path("{id}/credential")
  @Allowed(Role.ADMINISTRATOR)
  @Operation(summary = "Take a device's secret back · 吊销设备凭据")
  public void revoke(
      @PathParam("id") @Size(max = 64) @Pattern(regexp = Form.ID) String id,
      @Context SecurityContext security) {
    Viewer viewer = Callers.viewer(security);
    Device device = known(id, viewer);
    if (!access.revoke(device.id().value())) {
      throw Trouble.NO_CREDENTIAL.problem(id);
    }
    Audit.note(viewer, "credential.revoked", id);
  }

  private Device known(String id, Viewer viewer) {
    return devices
        .find(Form.id("id", id, DeviceId::new))
        .filter(device -> scope.covers(viewer, device.area()))
        .orElseThrow(() -> Trouble.NO_DEVICE.problem(id));
  }
}
