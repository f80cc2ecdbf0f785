package org.zhili.resources.internal.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.zhili.core.trace.TraceStore.Grown;
import org.zhili.id.CaseId;

/** Entries that show up out of turn, as they do on a database that many write to at once. */
class GrowthTest {
  private static final CaseId ONE = new CaseId(new UUID(1, 1));
  private static final CaseId OTHER = new CaseId(new UUID(2, 2));

  private final Growth growth = Growth.from(100, (behind, leftOut, limit) -> upTo(100));
  private Set<Long> asked = Set.of();
  private long after;

  @Test
  void each_case_is_named_once_with_its_latest_version() {
    assertThat(growth.take(List.of(grown(101, ONE, 4), grown(102, OTHER, 1), grown(103, ONE, 5))))
        .isEqualTo(Map.of(ONE, 5L, OTHER, 1L));
    look();
    assertThat(after).isEqualTo(103);
    assertThat(asked).isEmpty();
  }

  @Test
  void places_that_were_left_out_are_asked_for_until_they_are_there() {
    growth.take(List.of(grown(104, ONE, 4)));
    look();
    assertThat(after).isEqualTo(104);
    assertThat(asked).containsExactlyInAnyOrder(101L, 102L, 103L);
    growth.take(List.of(grown(102, OTHER, 1)));
    look();
    assertThat(after).isEqualTo(104);
    assertThat(asked).containsExactlyInAnyOrder(101L, 103L);
  }

  @Test
  void places_that_stay_empty_are_given_up_after_a_minute_of_looks() {
    growth.take(List.of(grown(102, ONE, 4)));
    for (int i = 0; i < 59; i++) {
      growth.take(List.of());
    }
    look();
    assertThat(asked).containsExactly(101L);
    growth.take(List.of());
    look();
    assertThat(asked).isEmpty();
  }

  @Test
  void no_more_than_a_thousand_places_are_asked_for_and_the_first_are_given_up() {
    growth.take(List.of(grown(1_000_000, ONE, 4)));
    look();
    assertThat(asked).hasSize(1_000).contains(999_999L, 999_000L);
    growth.take(LongStream.of(1_000_500, 1_001_000).mapToObj(p -> grown(p, ONE, p)).toList());
    look();
    assertThat(asked).hasSizeLessThanOrEqualTo(1_000).contains(1_000_999L, 1_000_501L);
  }

  @Test
  void what_is_there_at_first_is_not_told_and_what_is_missing_before_its_end_is_waited_for() {
    List<Grown> there = upTo(5_000).stream().filter(one -> one.position() != 4_990).toList();
    Growth late =
        Growth.from(
            5_000,
            (behind, leftOut, limit) -> there.stream().filter(g -> g.position() > behind).toList());
    late.read(
        (behind, leftOut, limit) -> {
          assertThat(behind).isEqualTo(5_000);
          assertThat(leftOut).containsExactly(4_990L);
          return List.of();
        });
  }

  private static List<Grown> upTo(long end) {
    return LongStream.rangeClosed(1, end).mapToObj(place -> grown(place, ONE, place)).toList();
  }

  private void look() {
    growth.read(
        (behind, leftOut, limit) -> {
          after = behind;
          asked = leftOut;
          return List.of();
        });
  }

  private static Grown grown(long position, CaseId caseId, long version) {
    return new Grown(position, caseId, version);
  }
}
