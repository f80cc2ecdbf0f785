package org.zhili.core.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.zhili.core.casework.SampleFiles.closed;
import static org.zhili.core.casework.SampleFiles.id;
import static org.zhili.core.casework.SampleFiles.next;
import static org.zhili.core.casework.SampleFiles.opened;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.zhili.casework.CaseFile;
import org.zhili.casework.Standing;
import org.zhili.core.store.StoreConflict;
import org.zhili.core.store.Together;

/** What a {@link CaseStore} promises about keys and numbers, which no two cases share. */
public abstract class CaseKeysContract extends CaseStoreFixture {
  @Test
  void a_second_unfinished_case_with_the_same_key_conflicts_at_once() {
    insert(opened(1, "same"));

    assertThatThrownBy(
            () ->
                transactions()
                    .run(
                        () -> {
                          assertThatThrownBy(() -> store().insert(opened(2, "same")))
                              .isInstanceOf(StoreConflict.class);
                        }))
        .isInstanceOf(StoreConflict.class);
    assertThat(store().find(id(2))).isEmpty();
  }

  @Test
  void of_two_who_open_the_same_key_at_once_one_wins() {
    assertThat(
            Together.all(
                List.<Callable<Boolean>>of(
                    () -> wins(() -> store().insert(opened(1, "same"))),
                    () -> wins(() -> store().insert(opened(2, "same"))))))
        .containsExactlyInAnyOrder(true, false);
    assertThat(store().findOpen("same")).isPresent();
  }

  @Test
  void a_key_is_free_again_once_its_case_has_ended() {
    int n = 10;
    for (Standing end :
        List.of(Standing.CLOSED, Standing.VOID, Standing.MERGED, Standing.NOT_ACCEPTED)) {
      n++;
      insert(opened(n, "same"));
      update(next(opened(n, "same"), end));
      assertThat(store().findOpen("same")).isEmpty();
    }
    insert(opened(1, "same"));

    assertThat(store().findOpen("same")).contains(opened(1, "same"));
  }

  @Test
  void a_key_is_held_while_its_case_waits() {
    CaseFile file = opened(1, "same");
    insert(file);
    for (Standing waiting :
        List.of(Standing.SUSPENDED, Standing.PARKED, Standing.RETURN_REQUESTED)) {
      file = next(file, waiting);
      update(file);
      assertThat(store().findOpen("same")).contains(file);
    }
    assertThatThrownBy(() -> insert(opened(2, "same"))).isInstanceOf(StoreConflict.class);
  }

  @Test
  void a_case_is_not_reopened_while_another_holds_its_key() {
    CaseFile closed = next(opened(1, "same"), Standing.CLOSED);
    insert(opened(1, "same"));
    update(closed);
    insert(opened(2, "same"));

    assertThatThrownBy(() -> update(next(closed, Standing.OPEN))).isInstanceOf(StoreConflict.class);
    assertThat(store().find(id(1))).contains(closed);
  }

  @Test
  void a_case_that_is_reopened_holds_its_key_again() {
    CaseFile closed = next(opened(1, "same"), Standing.CLOSED);
    insert(opened(1, "same"));
    update(closed);
    update(next(closed, Standing.OPEN));

    assertThatThrownBy(() -> insert(opened(2, "same"))).isInstanceOf(StoreConflict.class);
  }

  @Test
  void numbers_and_public_codes_are_given_once() {
    insert(opened(1));
    CaseFile other = opened(2);

    assertThatThrownBy(() -> insert(opened(1, "other"))).isInstanceOf(StoreConflict.class);
    assertThatThrownBy(() -> insert(renamed(other, opened(1).number(), "CODE2")))
        .isInstanceOf(StoreConflict.class);
    assertThatThrownBy(() -> insert(renamed(other, other.number(), "CODE1")))
        .isInstanceOf(StoreConflict.class);
  }

  private static CaseFile renamed(CaseFile f, String number, String code) {
    return new CaseFile(
        f.id(),
        number,
        code,
        f.version(),
        f.type(),
        f.step(),
        f.state(),
        f.standing(),
        f.report(),
        f.filing(),
        f.assignment(),
        f.clocks(),
        f.pauses(),
        f.counts(),
        f.rating(),
        f.mergedInto(),
        f.closedAt());
  }

  @Test
  void numbers_of_a_day_count_from_one() {
    assertThat(List.of(nextNumber(DAY), nextNumber(DAY), nextNumber(DAY.plusDays(1))))
        .containsExactly(1L, 2L, 1L);
    assertThat(nextNumber(DAY)).isEqualTo(3);
  }

  @Test
  void numbers_taken_at_once_are_different() {
    List<Long> numbers =
        Together.times(4, () -> LongStream.range(0, 25).map(i -> nextNumber(DAY)).boxed().toList())
            .stream()
            .flatMap(List::stream)
            .sorted()
            .toList();

    assertThat(numbers).isEqualTo(LongStream.rangeClosed(1, 100).boxed().toList());
  }
}
