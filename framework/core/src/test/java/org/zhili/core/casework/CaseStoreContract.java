package org.zhili.core.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.zhili.core.casework.SampleFiles.closed;
import static org.zhili.core.casework.SampleFiles.full;
import static org.zhili.core.casework.SampleFiles.id;
import static org.zhili.core.casework.SampleFiles.lead;
import static org.zhili.core.casework.SampleFiles.next;
import static org.zhili.core.casework.SampleFiles.opened;
import static org.zhili.core.casework.SampleFiles.unit;
import static org.zhili.core.casework.SampleFiles.with;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.zhili.casework.Assignment;
import org.zhili.casework.CaseFile;
import org.zhili.casework.CaseState;
import org.zhili.casework.Standing;
import org.zhili.core.casework.CaseStore.Query;
import org.zhili.core.store.StoreConflict;
import org.zhili.core.store.Together;
import org.zhili.core.store.Transactions;

/** What a {@link CaseStore} promises. Every test begins with an empty store. */
public abstract class CaseStoreContract {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

  protected abstract Transactions transactions();

  protected abstract CaseStore store();

  private void insert(CaseFile... files) {
    transactions().run(() -> List.of(files).forEach(store()::insert));
  }

  private void update(CaseFile file) {
    transactions().run(() -> store().update(file));
  }

  private List<CaseFile> casesOf(String unit) {
    Query query =
        new Query(
            Set.of(),
            Set.of(),
            Set.of(),
            Optional.of(unit(unit)),
            Optional.empty(),
            Optional.empty(),
            200);
    return transactions().run(() -> store().list(query));
  }

  @Test
  void a_file_comes_back_as_it_was_written_to_the_nanosecond() {
    insert(opened(1), full(2));

    assertThat(store().find(id(1))).contains(opened(1));
    assertThat(store().find(id(2))).contains(full(2));
  }

  @Test
  void a_file_is_found_by_number_by_public_code_and_while_unfinished_by_key() {
    insert(full(1), opened(2));

    assertThat(store().findByNumber("ZL-20261123-000001")).contains(full(1));
    assertThat(store().findByPublicCode("CODE1")).contains(full(1));
    assertThat(store().findOpen("key-1")).contains(full(1));
  }

  @Test
  void what_is_not_there_is_empty() {
    insert(opened(1));

    assertThat(store().find(id(9))).isEmpty();
    assertThat(store().findByNumber("ZL-20261123-000009")).isEmpty();
    assertThat(store().findByPublicCode("key-1")).isEmpty();
    assertThat(store().findOpen("CODE1")).isEmpty();
  }

  @Test
  void an_update_replaces_everything_but_the_report() {
    CaseFile first = with(opened(1), Standing.OPEN, CaseState.REPORTED, Assignment.NONE);
    insert(first);
    CaseFile target = full(1);
    for (long version = 2; version < target.version(); version++) {
      update(next(store().find(id(1)).orElseThrow(), Standing.OPEN));
    }
    update(target);

    assertThat(store().find(id(1))).contains(target);
  }

  @Test
  void an_update_forgets_units_that_have_no_part_any_more() {
    insert(full(1));
    CaseFile after =
        next(with(full(1), Standing.OPEN, CaseState.ACCEPTED, lead("gas")), Standing.OPEN);
    update(after);

    assertThat(store().find(id(1))).contains(after);
    assertThat(casesOf("works")).isEmpty();
    assertThat(casesOf("gas")).containsExactly(after);
  }

  @Test
  void a_file_that_changes_nothing_but_its_version_is_written() {
    insert(opened(1));
    CaseFile after = next(opened(1), Standing.OPEN);
    update(after);

    assertThat(store().find(id(1))).contains(after);
  }

  @Test
  void a_file_opened_and_moved_in_one_transaction_is_read_in_it() {
    CaseFile after = next(full(1), Standing.PARKED);
    transactions()
        .run(
            () -> {
              store().insert(full(1));
              assertThat(store().find(id(1))).contains(full(1));
              store().update(after);
              assertThat(store().find(id(1))).contains(after);
              assertThat(store().findOpen("key-1")).contains(after);
            });

    assertThat(store().find(id(1))).contains(after);
  }

  @Test
  void a_file_that_moved_on_is_not_replaced() {
    insert(opened(1));
    CaseFile mine = next(opened(1), Standing.SUSPENDED);
    update(mine);

    assertThatThrownBy(() -> update(next(opened(1), Standing.PARKED)))
        .isInstanceOf(StoreConflict.class);
    assertThatThrownBy(() -> update(next(next(mine, Standing.OPEN), Standing.OPEN)))
        .isInstanceOf(StoreConflict.class);
    assertThat(store().find(id(1))).contains(mine);
  }

  @Test
  void a_file_nobody_inserted_is_not_updated() {
    assertThatThrownBy(() -> update(next(opened(1), Standing.OPEN)))
        .isInstanceOf(StoreConflict.class);
  }

  @Test
  void of_two_who_move_a_file_at_once_one_wins() {
    insert(opened(1));

    assertThat(
            Together.all(
                List.<Callable<Boolean>>of(
                    () -> wins(() -> store().update(next(opened(1), Standing.PARKED))),
                    () -> wins(() -> store().update(next(opened(1), Standing.SUSPENDED))))))
        .containsExactlyInAnyOrder(true, false);
    assertThat(store().find(id(1)).orElseThrow().version()).isEqualTo(2);
  }

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

  private boolean wins(Runnable work) {
    try {
      transactions().run(work);
      return true;
    } catch (StoreConflict conflict) {
      return false;
    }
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
  void what_a_failed_transaction_wrote_is_gone() {
    insert(opened(1));

    assertThatThrownBy(
            () ->
                transactions()
                    .run(
                        () -> {
                          store().insert(opened(2));
                          store().update(next(opened(1), Standing.CLOSED));
                          store().nextNumber(DAY);
                          throw new IllegalArgumentException("no");
                        }))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(store().find(id(2))).isEmpty();
    assertThat(store().findOpen("key-1")).contains(opened(1));
  }

  @Test
  void numbers_of_a_day_count_from_one() {
    assertThat(List.of(nextNumber(DAY), nextNumber(DAY), nextNumber(DAY.plusDays(1))))
        .containsExactly(1L, 2L, 1L);
    assertThat(nextNumber(DAY)).isEqualTo(3);
  }

  private long nextNumber(LocalDate day) {
    return transactions().run(() -> store().nextNumber(day));
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
