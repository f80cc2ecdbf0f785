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
import java.util.List;
import org.zhili.access.Allowed;
import org.zhili.access.Role;
import org.zhili.access.Viewer;
import org.zhili.city.Device;
import org.zhili.core.city.DeviceBook;
import org.zhili.core.ingest.Frames;
import org.zhili.id.DeviceId;
import org.zhili.resources.internal.Callers;
import org.zhili.resources.internal.Form;
import org.zhili.resources.internal.Scope;
import org.zhili.resources.internal.Trouble;

/** What a device really sent, whether it was understood or not. */
@Path("devices/{id}/frames")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "devices")
public final class DeviceFrameResource {
  private final DeviceBook devices;
  private final Frames frames;
  private final Scope scope;

  public DeviceFrameResource(DeviceBook devices, Frames frames, Scope scope) {
    this.devices = devices;
    this.frames = frames;
    this.scope = scope;
  }

  @GET
  @Allowed(Role.ADMINISTRATOR)
  @Operation(
      summary = "List a device's last messages as they came, the newest first · 列出设备最近的原始报文",
      description =
          "At most 10, which this node has in memory since its start; other nodes have their own"
              + " · 最多 10 条，只在本节点内存中、自启动时起；其他节点各有各的")
  public List<FrameView> list(
      @PathParam("id") @Size(max = 64) @Pattern(regexp = Form.ID) String id,
      @Context SecurityContext security) {
    Viewer viewer = Callers.viewer(security);
    Device device =
        devices
            .find(Form.id("id", id, DeviceId::new))
            .filter(found -> scope.covers(viewer, found.area()))
            .orElseThrow(() -> Trouble.NO_DEVICE.problem(id));
    return frames.of(device.id()).stream().map(FrameView::of).toList();
  }
}
