package org.zhili.resources.internal.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.zhili.resources.Bodies;
import org.zhili.resources.LoggedIn;
import org.zhili.resources.internal.PositionBody;
import org.zhili.resources.problem.ProblemException;

/** Where cases are, for the map. */
class PlaceResourceTest extends CasesFixture {
  private static final PositionBody HERE = new PositionBody(39.8, 101.6);

  private final PlaceResource places = town.resource(PlaceResource.class);

  @Test
  void cases_under_way_are_where_they_were_reported_those_due_first_in_front() {
    String late = placed("east-1");
    life.act(late, Bodies.action("accept"), LoggedIn.OPERATOR);
    life.act(late, Bodies.dispatch("municipal-works", "theirs"), LoggedIn.OPERATOR);
    String new1 = placed("west");
    life.dispatched();
    town.pass(Duration.ofHours(25));

    PlacesView view = view(null, "false", LoggedIn.OPERATOR);
    assertThat(view.items())
        .extracting(PlacesView.Spot::number)
        .containsExactly(town.file(late).number(), town.file(new1).number());
    assertThat(view.items()).extracting(PlacesView.Spot::overdue).containsExactly(true, false);
    assertThat(view.items().get(0).position()).isEqualTo(HERE);
    assertThat(view.unplaced()).as("reported without a position").isEqualTo(1);
    assertThat(view.truncated()).isFalse();

    life.act(new1, Bodies.action("decline", "not ours"), LoggedIn.OPERATOR);
    assertThat(view(null, "false", LoggedIn.OPERATOR).items()).hasSize(1);
    assertThat(view(null, "true", LoggedIn.OPERATOR).items())
        .extracting(PlacesView.Spot::number)
        .containsExactly(town.file(new1).number());
  }

  @Test
  void nobody_finds_on_the_map_what_is_not_in_their_list() {
    String east = placed("east-1");
    placed("west");
    assertThat(view(null, "false", LoggedIn.OPERATOR.in("east")).items())
        .extracting(PlacesView.Spot::number)
        .containsExactly(town.file(east).number());
    assertThat(view("west", "false", LoggedIn.OPERATOR.in("east")).items()).isEmpty();
    assertThat(view("west", "false", LoggedIn.OPERATOR).items()).hasSize(1);
    for (LoggedIn stranger : List.of(LoggedIn.WORKS, LoggedIn.UNIT_OF_NOTHING, LoggedIn.GUEST)) {
      assertThat(view(null, "false", stranger)).isEqualTo(new PlacesView(List.of(), 0, false));
    }
  }

  @Test
  void a_display_is_told_no_summary_and_cannot_ask_for_words() {
    placed("east-1");
    placed("west");
    assertThat(view(null, "false", LoggedIn.DISPLAY).items())
        .hasSize(2)
        .allSatisfy(spot -> assertThat(spot.summary()).isEmpty());
    assertThat(view(null, "false", LoggedIn.DISPLAY.in("west")).items()).hasSize(1);
    assertThat(view(null, "false", LoggedIn.OPERATOR).items())
        .allSatisfy(spot -> assertThat(spot.summary()).isPresent());
    for (String text : List.of("cover", "13900000000", "")) {
      assertThatThrownBy(
              () ->
                  places.list(
                      List.of(),
                      List.of(),
                      null,
                      null,
                      null,
                      text,
                      null,
                      "false",
                      LoggedIn.DISPLAY))
          .isInstanceOfSatisfying(
              ProblemException.class,
              refused -> assertThat(refused.problem().code()).isEqualTo("ZL-3272"));
    }
  }

  private PlacesView view(@Nullable String area, String ended, LoggedIn by) {
    return places.list(List.of(), List.of(), area, null, null, null, null, ended, by);
  }

  private String placed(String area) {
    ReportBody plain = Bodies.report(area, Optional.empty());
    return life.report(
            new ReportBody(
                plain.type(),
                plain.filing(),
                plain.source(),
                plain.subject(),
                plain.condition(),
                plain.area(),
                plain.address(),
                Optional.of(HERE),
                plain.summary(),
                plain.severity(),
                plain.asset(),
                plain.evidence(),
                Optional.empty()))
        .head()
        .id();
  }
}
