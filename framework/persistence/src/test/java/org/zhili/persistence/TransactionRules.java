package org.zhili.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.zhili.data.Database;
import org.zhili.data.DatabaseFailure;
import org.zhili.data.DatabaseFailure.Kind;
import org.zhili.persistence.modules.Note;
import org.zhili.persistence.modules.SampleSchema;
import org.zhili.persistence.modules.Tally;

/** One thread, one transaction; all or nothing. */
interface TransactionRules extends Fixture {

  @Test
  default void modules_nested_on_one_thread_commit_together() {
    Database notes = town().notes();
    Database tallies = town().tallies();
    notes.run(
        entities -> {
          entities.persist(new Note("outer", Town.NOW));
          tallies.run(inner -> inner.persist(new Tally("inner", 1)));
          assertThat(Town.count(tallies, "tallies_tally")).isZero();
        });
    assertThat(Town.count(notes, "notes_note")).isEqualTo(1);
    assertThat(Town.count(tallies, "tallies_tally")).isEqualTo(1);
  }

  @Test
  default void an_exception_of_the_outer_module_undoes_the_inner_one() {
    Database notes = town().notes();
    Database tallies = town().tallies();
    assertThatThrownBy(
            () ->
                notes.run(
                    entities -> {
                      tallies.run(inner -> inner.persist(new Tally("inner", 1)));
                      throw new UnsupportedOperationException("outer");
                    }))
        .isExactlyInstanceOf(UnsupportedOperationException.class)
        .hasMessage("outer");
    assertThat(Town.count(tallies, "tallies_tally")).isZero();
  }

  @Test
  default void a_nested_failure_that_is_swallowed_still_undoes_everything() {
    Database notes = town().notes();
    Database tallies = town().tallies();
    tallies.run(entities -> entities.persist(new Tally("taken", 1)));
    DatabaseFailure failure =
        Town.failure(
            () ->
                notes.run(
                    entities -> {
                      entities.persist(new Note("outer", Town.NOW));
                      Town.failure(
                          () -> tallies.run(inner -> inner.persist(new Tally("taken", 2))));
                    }));
    assertThat(failure.kind()).isEqualTo(Kind.CONFLICT);
    assertThat(failure.retryable()).isTrue();
    assertThat(Town.count(notes, "notes_note")).isZero();
  }

  @Test
  default void a_swallowed_failure_that_is_no_database_matter_undoes_everything_too() {
    Database notes = town().notes();
    Database tallies = town().tallies();
    DatabaseFailure failure =
        Town.failure(
            () ->
                notes.run(
                    entities -> {
                      entities.persist(new Note("outer", Town.NOW));
                      assertThatThrownBy(
                              () ->
                                  tallies.run(
                                      inner -> {
                                        throw new UnsupportedOperationException();
                                      }))
                          .isInstanceOf(UnsupportedOperationException.class);
                    }));
    assertThat(failure.kind()).isEqualTo(Kind.OTHER);
    assertThat(Town.count(notes, "notes_note")).isZero();
  }

  @Test
  default void actions_after_commit_run_in_order_and_see_what_was_committed() {
    Database notes = town().notes();
    Database tallies = town().tallies();
    List<String> seen = new ArrayList<>();
    notes.run(
        entities -> {
          entities.persist(new Note("outer", Town.NOW));
          notes.afterCommit(() -> seen.add("first: " + Town.count(notes, "notes_note")));
          tallies.run(inner -> tallies.afterCommit(() -> seen.add("second")));
          assertThat(seen).isEmpty();
        });
    assertThat(seen).containsExactly("first: 1", "second");
  }

  @Test
  default void actions_after_commit_may_open_a_transaction_and_may_fail() {
    Database tallies = town().tallies();
    tallies.run(
        entities -> {
          tallies.afterCommit(
              () -> {
                throw new UnsupportedOperationException("logged");
              });
          tallies.afterCommit(() -> tallies.run(own -> own.persist(new Tally("after", 1))));
        });
    assertThat(Town.count(tallies, "tallies_tally")).isEqualTo(1);
  }

  @Test
  default void actions_after_commit_are_dropped_by_a_rollback() {
    Database notes = town().notes();
    List<String> seen = new ArrayList<>();
    assertThatThrownBy(
            () ->
                notes.run(
                    entities -> {
                      notes.afterCommit(() -> seen.add("never"));
                      throw new UnsupportedOperationException();
                    }))
        .isInstanceOf(UnsupportedOperationException.class);
    notes.run(entities -> entities.persist(new Note("next", Town.NOW)));
    assertThat(seen).isEmpty();
  }

  @Test
  default void actions_after_commit_need_a_transaction_that_writes() {
    Database notes = town().notes();
    assertThatThrownBy(() -> notes.afterCommit(() -> {})).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(
            () ->
                notes.read(
                    entities -> {
                      notes.afterCommit(() -> {});
                      return true;
                    }))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  default void a_read_inside_a_transaction_does_not_stop_a_later_write_of_its_module() {
    Database notes = town().notes();
    Database tallies = town().tallies();
    notes.run(
        outer ->
            tallies.read(
                reading -> {
                  tallies.run(entities -> entities.persist(new Tally("written", 1)));
                  return reading;
                }));
    assertThat(Town.count(tallies, "tallies_tally")).isEqualTo(1);
  }

  @Test
  default void a_write_inside_a_read_is_refused() {
    Database notes = town().notes();
    assertThatThrownBy(() -> notes.read(entities -> notes.inTransaction(inner -> true)))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> notes.read(entities -> notes.jdbc(connection -> true)))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  default void a_database_that_does_not_answer_is_unavailable() {
    try (PersistenceEngine engine =
        new PersistenceEngine(
            dead(), town().url.vendor(), Durability.NONE, InstantSource.fixed(Town.NOW))) {
      DatabaseFailure failure = Town.failure(() -> engine.open(SampleSchema.notes()));
      assertThat(failure.kind()).isEqualTo(Kind.UNAVAILABLE);
      assertThat(failure.retryable()).isTrue();
    }
  }
}
