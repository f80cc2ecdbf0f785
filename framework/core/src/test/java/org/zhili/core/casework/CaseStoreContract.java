package org.zhili.core.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.zhili.core.casework.SampleFiles.full;
import static org.zhili.core.casework.SampleFiles.id;
import static org.zhili.core.casework.SampleFiles.lead;
import static org.zhili.core.casework.SampleFiles.next;
import static org.zhili.core.casework.SampleFiles.opened;
import static org.zhili.core.casework.SampleFiles.unit;
import static org.zhili.core.casework.SampleFiles.with;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.zhili.casework.Assignment;
import org.zhili.casework.CaseFile;
import org.zhili.casework.CaseState;
import org.zhili.casework.Standing;
import org.zhili.core.casework.CaseStore.Query;
import org.zhili.core.store.StoreConflict;
import org.zhili.core.store.Together;

/** What a {@link CaseStore} promises about the files it is given. */
public abstract class CaseStoreContract extends CaseStoreFixture {
  private List<CaseFile> casesOf(String unit) {
    Query query =
        new Query(
            Set.of(),
            Set.of(),
            Set.of(),
            Set.of(unit(unit)),
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
}
