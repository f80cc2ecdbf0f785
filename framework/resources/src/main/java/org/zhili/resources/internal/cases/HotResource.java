package org.zhili.resources.internal.cases;

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
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.zhili.access.Allowed;
import org.zhili.access.Role;
import org.zhili.access.Viewer;
import org.zhili.core.casework.CaseTrends;
import org.zhili.resources.internal.Callers;
import org.zhili.resources.internal.Form;
import org.zhili.resources.internal.Paging;
import org.zhili.resources.internal.Periods;
import org.zhili.scoring.GradingPeriod;

/** What is frequent (高发类型、高发区域). */
@Path("cases/hot")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "cases")
public final class HotResource {
  private final HotSpots spots;

  public HotResource(HotSpots spots) {
    this.spots = spots;
  }

  @GET
  @Allowed({Role.OPERATOR, Role.SUPERVISOR, Role.ADMINISTRATOR, Role.UNIT, Role.DISPLAY})
  @Operation(
      summary = "Types or areas with most cases in a period and the one before · 高发类型或区域，与上一等长时段比较",
      description =
          "`by=type` or `by=area`, the latter by areas of a `level` of the city's; `from` and `to`"
              + " are days, both included, by default the last seven. A period that is not over yet"
              + " ends now, and the one before is as long. Void, merged and not accepted cases count"
              + " as none. `percent` is left out where there were none before."
              + " · by=type 按类型，by=area 按 level 指定的区域级别；from、to 为首尾两日，缺省为最近七日；"
              + "未结束的时段截至当前，上一时段与其等长；作废、并案、不予受理的不计；上期为零时没有 percent。")
  public HotView list(
      @QueryParam("by") @DefaultValue("type") @Size(max = 20) @Pattern(regexp = Form.LINE) String by,
      @QueryParam("level") @Size(max = 64) @Pattern(regexp = Form.LINE) @Nullable String level,
      @QueryParam("from") @Size(max = 20) @Nullable String from,
      @QueryParam("to") @Size(max = 20) @Nullable String to,
      @QueryParam("limit") @DefaultValue("10") @Min(1) @Max(Paging.MOST) int limit,
      @Context SecurityContext security) {
    Viewer viewer = Callers.viewer(security);
    Optional<GradingPeriod> period = Periods.asked(from, to);
    int most = Paging.limit(limit);
    return switch (Form.constant("by", by, CaseTrends.By.class)) {
      case TYPE -> spots.types(period, most, viewer);
      case AREA -> spots.areas(Optional.ofNullable(level), period, most, viewer);
    };
  }
}
