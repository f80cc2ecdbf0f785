package org.zhili.resources.internal.status;

import static org.assertj.core.api.Assertions.assertThat;

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
    StatusView status = town.resource(StatusResource.class).read();
    assertThat(status.rules()).isEqualTo("rules-1");
    assertThat(status.at()).isAfterOrEqualTo(TestTown.START);
    assertThat(status.cases().standings())
        .containsEntry(Standing.CLOSED, 1L)
        .containsEntry(Standing.OPEN, 1L);
    assertThat(status.cases().open()).containsEntry(CaseState.ACCEPTED, 1L);
    assertThat(status.reviewsWaiting()).isEqualTo(1);
    assertThat(status.deadTimers()).isZero();
    assertThat(status.messages().running()).isTrue();
    assertThat(status.plugIns())
        .extracting(StatusView.PlugIn::id)
        .containsExactlyInAnyOrder("advising", "counting");
    assertThat(status.plugIns())
        .allSatisfy(plugIn -> assertThat(plugIn.state()).isEqualTo(PluginStatus.State.IN_USE));
  }
}
