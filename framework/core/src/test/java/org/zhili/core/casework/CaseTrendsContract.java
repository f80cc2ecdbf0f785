package org.zhili.core.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhili.core.casework.SampleFiles.NOON;
import static org.zhili.core.casework.SampleFiles.closed;
import static org.zhili.core.casework.SampleFiles.full;
import static org.zhili.core.casework.SampleFiles.led;
import static org.zhili.core.casework.SampleFiles.next;
import static org.zhili.core.casework.SampleFiles.opened;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.zhili.casework.Standing;
import org.zhili.core.casework.CaseTrends.By;
import org.zhili.core.casework.CaseTrends.Count;
import org.zhili.core.casework.CaseTrends.Flow;
import org.zhili.core.casework.CaseTrends.Of;
import org.zhili.core.casework.CaseTrends.Stretch;
import org.zhili.id.AreaId;
import org.zhili.id.UnitId;

/** What a {@link CaseStore} promises those who ask how cases come and go. */
public abstract class CaseTrendsContract extends CaseStoreFixture {
  private static final Instant FROM = NOON.plusSeconds(100);

  /** Cases 100 to 199 are reported in it, and 0 to 99 in the one before. */
  private static final Stretch STRETCH = new Stretch(NOON, FROM, FROM.plusSeconds(100));

  @Test
  void cases_are_counted_by_area_in_a_stretch_and_in_the_one_before() {
    insert(opened(-1), opened(0), opened(99), opened(100), opened(150), opened(199), opened(200));

    assertThat(reported(By.AREA, Of.ALL))
        .containsExactly(new Count("district", Optional.empty(), 3, 2));
  }

  @Test
  void types_are_told_apart_by_their_filing() {
    insert(opened(1), full(2), full(120), full(121));

    assertThat(reported(By.TYPE, Of.ALL))
        .containsExactlyInAnyOrder(
            new Count("test.component", Optional.empty(), 0, 1),
            new Count("test.component", Optional.of("missing"), 2, 1));
  }

  @Test
  void what_was_no_matter_of_its_own_counts_as_none() {
    insert(opened(1), opened(2), opened(3), opened(4), opened(5));
    update(next(opened(1), Standing.VOID));
    update(next(opened(2), Standing.MERGED));
    update(next(opened(3), Standing.NOT_ACCEPTED));
    update(next(opened(4), Standing.CLOSED));

    assertThat(reported(By.AREA, Of.ALL))
        .containsExactly(new Count("district", Optional.empty(), 0, 2));
    assertThat(flow(NOON, FROM, Of.ALL)).isEqualTo(new Flow(2, 1));
  }

  @Test
  void cases_flow_in_when_they_are_reported_and_out_when_they_are_closed() {
    insert(
        opened(10),
        closed(opened(11), FROM),
        closed(opened(12), FROM.minusSeconds(1)),
        closed(opened(120), FROM.plusSeconds(100)));

    assertThat(flow(NOON, FROM, Of.ALL)).isEqualTo(new Flow(3, 1));
    assertThat(flow(FROM, FROM.plusSeconds(100), Of.ALL)).isEqualTo(new Flow(1, 1));
  }

  @Test
  void only_cases_of_some_areas_or_of_a_unit_count_when_told_so() {
    insert(opened(1), led(102, "gas"));
    Of gas = new Of(Set.of(), Set.of(new UnitId("gas")));
    Of nowhere = new Of(Set.of(new AreaId("nowhere")), Set.of());

    assertThat(reported(By.AREA, gas))
        .containsExactly(new Count("district", Optional.empty(), 1, 0));
    assertThat(flow(NOON, STRETCH.until(), gas)).isEqualTo(new Flow(1, 0));
    assertThat(reported(By.AREA, nowhere)).isEmpty();
    assertThat(flow(NOON, STRETCH.until(), nowhere)).isEqualTo(new Flow(0, 0));
    assertThat(reported(By.TYPE, new Of(Set.of(new AreaId("district")), Set.of()))).hasSize(1);
  }

  private List<Count> reported(By by, Of of) {
    return transactions().run(() -> store().reported(by, STRETCH, of));
  }

  private Flow flow(Instant from, Instant until, Of of) {
    return transactions().run(() -> store().flow(from, until, of));
  }
}
