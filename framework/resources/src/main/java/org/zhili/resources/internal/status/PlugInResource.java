package org.zhili.resources.internal.status;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import org.zhili.access.Allowed;
import org.zhili.access.Role;
import org.zhili.core.town.Town;
import org.zhili.resources.internal.Callers;
import org.zhili.resources.internal.Scope;
import org.zhili.resources.internal.Trouble;

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
    if (!scope.coversAll(Callers.viewer(security))) {
      throw Trouble.WHOLE_CITY_ONLY.problem();
    }
    return town.gate().status().stream()
        .map(status -> PlugInView.of(status, town::render))
        .toList();
  }
}
