package org.zhili.resources.internal.cases;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
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
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.zhili.access.Allowed;
import org.zhili.access.Role;
import org.zhili.access.Viewer;
import org.zhili.casework.CaseFile;
import org.zhili.core.casework.CaseStore;
import org.zhili.device.Value;
import org.zhili.resources.internal.Callers;
import org.zhili.resources.internal.Form;
import org.zhili.resources.internal.Paging;
import org.zhili.resources.internal.PositionBody;
import org.zhili.resources.internal.Trouble;
import org.zhili.resources.internal.Wordings;
import org.zhili.text.Personal;

/** Where cases are (案件落点), for the map. */
@Path("cases/places")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "cases")
public final class PlaceResource {
  /** More than a map can show and anybody can look through. */
  static final int MOST = 2000;

  private final CaseSearch search;
  private final CaseViews views;
  private final InstantSource clock;

  public PlaceResource(CaseSearch search, CaseViews views, InstantSource clock) {
    this.search = search;
    this.views = views;
    this.clock = clock;
  }

  @GET
  @Allowed({Role.OPERATOR, Role.SUPERVISOR, Role.ADMINISTRATOR, Role.UNIT, Role.DISPLAY})
  @Operation(
      summary = "Where the cases are that you may see, first due first · 可见案件的落点，先到期的在前",
      description =
          "The same filters as `GET /cases`; without `ended`, those under way. At most 2000 cases are"
              + " looked at, then `truncated` is true; `unplaced` of them have no position. A display is"
              + " told no summary, and gives no `text`."
              + " · 筛选条件与 GET /cases 相同，未写 ended 时只列在办；最多查看 2000 件，超出时 truncated 为 true；"
              + "unplaced 为其中没有坐标的件数；大屏账号看不到摘要，也不能使用 text。")
  public PlacesView list(
      @QueryParam("state") @Size(max = 6) List<@Size(max = 20) String> states,
      @QueryParam("standing") @Size(max = 8) List<@Size(max = 20) String> standings,
      @QueryParam("area") @Size(max = 64) @Pattern(regexp = Form.ID) @Nullable String area,
      @QueryParam("unit") @Size(max = 64) @Pattern(regexp = Form.ID) @Nullable String unit,
      @QueryParam("subject") @Size(max = 64) @Pattern(regexp = Form.ID) @Nullable String subject,
      @QueryParam("text") @Size(max = 100) @Pattern(regexp = Form.LINE) @Nullable String text,
      @QueryParam("overdue") @Size(max = 20) @Pattern(regexp = Form.LINE) @Nullable String overdue,
      @QueryParam("ended") @DefaultValue("false") @Size(max = 20) @Pattern(regexp = Form.LINE) String ended,
      @Context SecurityContext security) {
    Viewer viewer = Callers.viewer(security);
    if (viewer.has(Role.DISPLAY) && text != null) {
      throw Trouble.WORDS_NOT_SOUGHT.at("text");
    }
    CaseSearch.Place place = new CaseSearch.Place(states, standings, area, unit, subject);
    CaseSearch.Words words = new CaseSearch.Words(text, overdue, ended);
    List<CaseStore.Waiting> found = new ArrayList<>();
    Optional<String> after = Optional.empty();
    do {
      Paging.Page<CaseStore.Waiting> page =
          search.waiting(
              place, words, new CaseSearch.Pages(null, after.orElse(null), Paging.MOST), viewer);
      found.addAll(page.items());
      after = page.next();
    } while (after.isPresent() && found.size() < MOST);
    Instant now = clock.instant();
    List<PlacesView.Spot> spots =
        found.stream().flatMap(waiting -> spot(waiting, viewer, now).stream()).toList();
    return new PlacesView(spots, found.size() - spots.size(), after.isPresent());
  }

  private Optional<PlacesView.Spot> spot(CaseStore.Waiting waiting, Viewer viewer, Instant now) {
    Optional<Value.Position> position = waiting.file().report().position();
    return position.map(at -> spot(waiting.file(), at, waiting.turn().due(), viewer, now));
  }

  private PlacesView.Spot spot(
      CaseFile file, Value.Position at, Optional<Instant> due, Viewer viewer, Instant now) {
    return new PlacesView.Spot(
        file.number(),
        PositionBody.of(at),
        views.what(file),
        Optional.of(file.report().summary())
            .filter(words -> !viewer.has(Role.DISPLAY))
            .map(Personal::masked),
        file.report().area().value(),
        file.state(),
        Wordings.of(file.state()),
        file.report().severity(),
        file.report().reportedAt(),
        due,
        !file.standing().ended() && due.filter(time -> !now.isBefore(time)).isPresent());
  }
}
