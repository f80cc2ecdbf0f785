package org.zhili.resources.internal.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.zhili.casework.CaseState;
import org.zhili.casework.Standing;
import org.zhili.core.plugin.PluginStatus;
import org.zhili.resources.Bodies;
import org.zhili.resources.Life;
import org.zhili.resources.LoggedIn;
import org.zhili.resources.TestTown;

class StatusResourceTest {
  private final TestTown town = new TestTown();

  @AfterEach
  void close() {
    town.close();
  }

  @Test
  void the_status_counts_cases_reviews_and_plug_ins() {
    Life life = new Life(town);
    life.closed();
    life.act(life.report(Bodies.report()).head().id(), Bodies.action("accept"), LoggedIn.OPERATOR);
    town.work();
    StatusView status = town.resource(StatusResource.class).read(LoggedIn.ADMINISTRATOR);
    assertThat(status.rules()).isEqualTo("rules-1");
    assertThat(status.at()).isAfterOrEqualTo(TestTown.START);
    assertThat(status.cases().standings())
        .containsEntry(Standing.CLOSED, 1L)
        .containsEntry(Standing.OPEN, 1L);
    assertThat(status.cases().open()).containsEntry(CaseState.ACCEPTED, 1L);
    assertThat(status.reviewsWaiting()).contains(1L);
    assertThat(status.deadTimers()).contains(0L);
    assertThat(status.messages())
        .hasValueSatisfying(messages -> assertThat(messages.running()).isTrue());
    assertThat(status.plugIns().orElseThrow())
        .extracting(StatusView.PlugIn::id)
        .containsExactlyInAnyOrder("advising", "counting");
    assertThat(status.plugIns().orElseThrow())
        .allSatisfy(plugIn -> assertThat(plugIn.state()).isEqualTo(PluginStatus.State.IN_USE));
  }

  @Test
  void whoever_is_limited_to_areas_or_a_unit_counts_their_own_and_sees_nothing_of_the_rest() {
    Life life = new Life(town);
    life.dispatched();
    life.report(Bodies.report("west", Optional.empty()));
    StatusView eastern = read(LoggedIn.OPERATOR.in("east"));
    StatusView works = read(LoggedIn.WORKS);
    StatusView telecom = read(LoggedIn.TELECOM);

    assertThat(read(LoggedIn.SUPERVISOR).cases().standings()).containsEntry(Standing.OPEN, 2L);
    assertThat(eastern.cases().open()).isEqualTo(Map.of(CaseState.DISPATCHED, 1L));
    assertThat(works.cases().open()).isEqualTo(Map.of(CaseState.DISPATCHED, 1L));
    assertThat(telecom.cases().open()).isEmpty();
    assertThat(eastern.reviewsWaiting()).contains(0L);
    assertThat(works.reviewsWaiting()).isEmpty();
    for (StatusView limited : List.of(eastern, works, telecom, read(LoggedIn.GUEST))) {
      assertThat(limited.messages()).isEmpty();
      assertThat(limited.alarms()).isEmpty();
      assertThat(limited.deadTimers()).isEmpty();
      assertThat(limited.plugIns()).isEmpty();
    }
  }

  private StatusView read(LoggedIn by) {
    return town.resource(StatusResource.class).read(by);
  }
}
