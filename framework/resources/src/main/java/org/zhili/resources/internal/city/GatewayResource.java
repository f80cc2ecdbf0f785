package org.zhili.resources.internal.city;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import java.util.Set;
import org.zhili.access.Allowed;
import org.zhili.access.Role;
import org.zhili.access.Viewer;
import org.zhili.core.city.DeviceAccess;
import org.zhili.core.city.DeviceBook;
import org.zhili.device.DeviceAccounts.Credentials;
import org.zhili.id.DeviceId;
import org.zhili.resources.internal.Form;
import org.zhili.resources.internal.Scope;
import org.zhili.resources.internal.Trouble;
import org.zhili.resources.security.Audit;

/**
 * What gateways and networks log in with. A gateway speaks for every device of the city on the
 * device's own topic; a network owns topics and speaks for the devices that are registered as
 * behind it.
 */
@Path("gateways")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "devices")
public final class GatewayResource {
  private final DeviceBook devices;
  private final DeviceAccess access;
  private final Scope scope;

  public GatewayResource(DeviceBook devices, DeviceAccess access, Scope scope) {
    this.devices = devices;
    this.access = access;
    this.scope = scope;
  }

  @POST
  @Path("{name}/credential")
  @Allowed(Role.ADMINISTRATOR)
  @Operation(
      summary =
          "Make a new secret for a gateway, or for a network with topics; the old one ends ·"
              + " 生成网关凭据，或按主题生成网络平台凭据；旧凭据失效")
  @ApiResponse(content = @Content(schema = @Schema(implementation = CredentialView.class)))
  public Response issue(
      @PathParam("name") @Size(max = 64) @Pattern(regexp = Form.ID) String name,
      @QueryParam("topic") @Size(max = 20) List<@Size(max = 256) @Pattern(regexp = Form.LINE) String> topics,
      @Context SecurityContext security) {
    Viewer viewer = scope.wholeCity(security);
    if (DeviceId.isReserved(name)) {
      throw Trouble.NAME_OF_THE_TOWN.problem(name);
    }
    boolean device = devices.find(Form.id("name", name, DeviceId::new)).isPresent();
    boolean taken = access.current(name).isPresent() && !access.isGateway(name);
    if (device || taken) {
      throw Trouble.NAME_TAKEN.problem(name);
    }
    Credentials credentials =
        topics.isEmpty()
            ? Form.id("name", name, access::issueGateway)
            : network(name, Set.copyOf(topics));
    Audit.note(viewer, "gateway.credential.issued", name);
    return CredentialView.answer(credentials, access);
  }

  @DELETE
  @Path("{name}/credential")
  @Allowed(Role.ADMINISTRATOR)
  @Operation(summary = "Take a gateway's secret back · 吊销网关凭据")
  public void revoke(
      @PathParam("name") @Size(max = 64) @Pattern(regexp = Form.ID) String name,
      @Context SecurityContext security) {
    Viewer viewer = scope.wholeCity(security);
    if (!access.isGateway(name) || !access.revoke(name)) {
      throw Trouble.NO_CREDENTIAL.problem(name);
    }
    Audit.note(viewer, "gateway.credential.revoked", name);
  }

  private Credentials network(String name, Set<String> topics) {
    try {
      return access.issueNetwork(name, topics);
    } catch (IllegalArgumentException e) {
      throw Form.wrong("topic", "topic");
    }
  }
}
