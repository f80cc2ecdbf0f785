package org.zhili.resources.internal.inbox;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
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
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.zhili.access.Allowed;
import org.zhili.access.Role;
import org.zhili.access.Viewer;
import org.zhili.city.Device;
import org.zhili.core.city.DeviceAccess;
import org.zhili.core.inbox.Inbox;
import org.zhili.core.inbox.Stranger;
import org.zhili.core.ingest.Quarantine;
import org.zhili.resources.internal.Form;
import org.zhili.resources.internal.Paging;
import org.zhili.resources.internal.Register;
import org.zhili.resources.internal.Scope;
import org.zhili.resources.internal.Trouble;
import org.zhili.resources.internal.city.DeviceView;
import org.zhili.resources.security.Audit;

/**
 * Devices that speak and are not registered (待登记设备): to be registered, or dismissed. They are of no
 * area yet, so they are for whoever sees the whole city.
 */
@Path("inbox")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "devices")
public final class InboxResource {
  private final Inbox inbox;
  private final Approvals approvals;
  private final Scope scope;

  public InboxResource(Inbox inbox, DeviceAccess access, Register register, Scope scope) {
    this.inbox = inbox;
    this.approvals = new Approvals(inbox, access, register);
    this.scope = scope;
  }

  @GET
  @Allowed({Role.ADMINISTRATOR, Role.OPERATOR})
  @Operation(
      summary = "List unknown devices by name, with the drivers that understand them · 列出待登记设备")
  public Paging.Page<StrangerView> list(
      @QueryParam("after") @Size(max = 161) @Pattern(regexp = Form.LINE) @Nullable String after,
      @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(Paging.MOST) int limit,
      @Context SecurityContext security) {
    scope.wholeCity(security);
    List<Stranger> found = inbox.waiting(Optional.ofNullable(after), Paging.limit(limit));
    return Paging.of(found, limit, Stranger::name).map(this::view);
  }

  private StrangerView view(Stranger stranger) {
    List<String> drivers = inbox.drivers(stranger);
    return StrangerView.of(stranger, drivers, inbox.tie(stranger, drivers));
  }

  @POST
  @Path("{name}/approval")
  @Allowed(Role.ADMINISTRATOR)
  @Operation(summary = "Register an unknown device, and read what was kept of it · 登记未知设备并重放其报文")
  public ApprovalView approve(
      @PathParam("name") @Size(max = 161) @Pattern(regexp = Form.LINE) String name,
      @Valid @NotNull ApprovalBody body,
      @Context SecurityContext security) {
    Viewer viewer = scope.wholeCity(security);
    Approvals.Approval wanted = approvals.wanted(name, body, viewer);
    Device device = wanted.device();
    Quarantine.Replayed replayed =
        inbox
            .approve(wanted.stranger(), device)
            .orElseThrow(() -> Trouble.NAME_TAKEN.problem(device.id().value()));
    Audit.note(viewer, "device.approved", device.id().value());
    return new ApprovalView(DeviceView.of(device), replayed);
  }

  @POST
  @Path("{name}/dismissal")
  @Allowed(Role.ADMINISTRATOR)
  @Operation(summary = "List an unknown device no more · 忽略未知设备")
  public void dismiss(
      @PathParam("name") @Size(max = 161) @Pattern(regexp = Form.LINE) String name,
      @Context SecurityContext security) {
    Viewer viewer = scope.wholeCity(security);
    inbox.dismiss(approvals.known(name), viewer.account());
    Audit.note(viewer, "device.dismissed", name);
  }
}
