package org.zhili.resources.internal.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.zhili.resources.TestTown;

class TownResourceTest {
  @Test
  void pages_are_told_the_time_of_the_town_before_anybody_logs_in() {
    try (TestTown town = new TestTown()) {
      TownResource.TownView told = town.resource(TownResource.class).read();
      assertThat(ZoneId.of(told.zone())).isEqualTo(ZoneId.of("Asia/Shanghai"));
      assertThat(told.now()).isEqualTo(TestTown.START);
    }
  }
}
