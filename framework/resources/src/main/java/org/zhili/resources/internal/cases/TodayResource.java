package org.zhili.resources.internal.cases;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import org.zhili.access.Allowed;
import org.zhili.access.Role;
import org.zhili.resources.internal.Callers;

/** How today goes (今日情况). */
@Path("cases/today")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "cases")
public final class TodayResource {
  private final HotSpots spots;

  public TodayResource(HotSpots spots) {
    this.spots = spots;
  }

  @GET
  @Allowed({Role.OPERATOR, Role.SUPERVISOR, Role.ADMINISTRATOR, Role.UNIT, Role.DISPLAY})
  @Operation(
      summary = "Count the cases reported and closed today, of those you may see · 统计今日可见案件的上报与结案数")
  public TodayView read(@Context SecurityContext security) {
    return spots.today(Callers.viewer(security));
  }
}
