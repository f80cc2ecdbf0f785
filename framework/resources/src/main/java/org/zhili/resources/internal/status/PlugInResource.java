package org.zhili.resources.internal.status;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import org.zhili.access.Allowed;
import org.zhili.access.Role;
import org.zhili.access.Viewer;
import org.zhili.core.plugin.Named;
import org.zhili.core.plugin.PluginStatus;
import org.zhili.core.town.Town;
import org.zhili.resources.internal.Form;
import org.zhili.resources.internal.Scope;
import org.zhili.resources.internal.Trouble;
import org.zhili.resources.security.Audit;

/** The plug-ins of the town (插件). */
@Path("plug-ins")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "status")
public final class PlugInResource {
  private final Town town;
  private final Scope scope;

  public PlugInResource(Town town, Scope scope) {
    this.town = town;
    this.scope = scope;
  }

  @GET
  @Allowed({Role.OPERATOR, Role.SUPERVISOR, Role.ADMINISTRATOR})
  @Operation(summary = "Tell how every plug-in answers, and which are left alone · 查看各插件的运行情况")
  public List<PlugInView> list(@Context SecurityContext security) {
    scope.wholeCity(security);
    return town.gate().status().stream()
        .map(status -> PlugInView.of(status, town::render))
        .toList();
  }

  /**
   * Isolate a plug-in.
   *
   * @param reason why, for those who ask later; it is in the audit
   */
  @PUT
  @Path("{kind}/{id}/isolation")
  @Allowed(Role.ADMINISTRATOR)
  @Operation(
      summary = "Have a plug-in asked nothing, whatever version of it comes · 隔离插件，任何版本都不再调用")
  public void isolate(
      @PathParam("kind") @Size(max = 100) @Pattern(regexp = Form.LINE) String kind,
      @PathParam("id") @Size(max = 100) @Pattern(regexp = Form.LINE) String id,
      @QueryParam("reason") @DefaultValue("") @Size(max = 200) @Pattern(regexp = Form.LINE) String reason,
      @Context SecurityContext security) {
    Viewer viewer = scope.wholeCity(security);
    Named name = new Named(kind, id);
    if (!isHere(name)) {
      throw Trouble.NO_SUCH_PLUG_IN.problem(name.toString());
    }
    town.isolation().isolate(name, viewer.account());
    Audit.note(viewer, "plug-in.isolated", name.toString(), reason);
  }

  @DELETE
  @Path("{kind}/{id}/isolation")
  @Allowed(Role.ADMINISTRATOR)
  @Operation(summary = "Have a plug-in asked again, unless its calls hang · 恢复调用插件；仍有未结束的调用时除外")
  public void release(
      @PathParam("kind") @Size(max = 100) @Pattern(regexp = Form.LINE) String kind,
      @PathParam("id") @Size(max = 100) @Pattern(regexp = Form.LINE) String id,
      @QueryParam("reason") @DefaultValue("") @Size(max = 200) @Pattern(regexp = Form.LINE) String reason,
      @Context SecurityContext security) {
    Viewer viewer = scope.wholeCity(security);
    Named name = new Named(kind, id);
    if (!isHere(name) && !town.isolation().isolated().contains(name)) {
      throw Trouble.NO_SUCH_PLUG_IN.problem(name.toString());
    }
    town.isolation().release(name, viewer.account());
    Audit.note(viewer, "plug-in.released", name.toString(), reason);
  }

  private boolean isHere(Named name) {
    return town.gate().status().stream()
        .filter(status -> status.state() != PluginStatus.State.LEFT)
        .anyMatch(status -> new Named(status.kind(), status.plugin().id()).equals(name));
  }
}
