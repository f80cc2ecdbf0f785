package org.zhili.resources.internal.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.zhili.resources.Bodies;
import org.zhili.resources.LoggedIn;

/** The newest cases, for everybody in the room. */
class NewestResourceTest extends CasesFixture {
  private final NewestResource newest = town.resource(NewestResource.class);

  @Test
  void the_newest_come_first_in_what_the_city_calls_them() {
    String first = life.dispatched();
    town.pass(Duration.ofHours(25));
    String second = life.report(Bodies.report()).head().id();
    CaseHead older = head(first);
    CaseHead newer = head(second);
    for (LoggedIn by : List.of(LoggedIn.OPERATOR, LoggedIn.SUPERVISOR, LoggedIn.DISPLAY)) {
      assertThat(newest.list(10, by)).containsExactly(NewCase.of(newer), NewCase.of(older));
    }
    assertThat(newest.list(1, LoggedIn.DISPLAY)).containsExactly(NewCase.of(newer));
    assertThat(newest.list(10, LoggedIn.DISPLAY))
        .extracting(NewCase::overdue)
        .containsExactly(false, true);
  }

  @Test
  void nobody_is_shown_what_is_not_in_their_areas() {
    life.dispatched();
    for (LoggedIn by : List.of(LoggedIn.DISPLAY, LoggedIn.OPERATOR)) {
      assertThat(newest.list(10, by.in("east"))).hasSize(1);
      assertThat(newest.list(10, by.in("west"))).isEmpty();
    }
    assertThat(newest.list(10, LoggedIn.GUEST)).isEmpty();
  }

  private CaseHead head(String id) {
    Object detail = town.resource(CaseResource.class).read(id, LoggedIn.OPERATOR).getEntity();
    return ((CaseDetail) detail).head();
  }
}
