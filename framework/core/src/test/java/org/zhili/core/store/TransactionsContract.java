package org.zhili.core.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** What {@link Transactions} promise. */
public abstract class TransactionsContract {
  protected abstract Transactions transactions();

  /** Write a row under this key, in the transaction of the caller. */
  protected abstract void write(String key);

  /** The keys of all rows. */
  protected abstract Set<String> written();

  @Test
  void what_was_done_is_answered_and_written() {
    String answer =
        transactions()
            .run(
                () -> {
                  write("a");
                  write("b");
                  return "done";
                });

    assertThat(answer).isEqualTo("done");
    assertThat(written()).containsExactlyInAnyOrder("a", "b");
  }

  @Test
  void a_transaction_sees_what_it_wrote() {
    transactions()
        .run(
            () -> {
              write("a");
              assertThat(written()).containsExactly("a");
            });
  }

  @Test
  void a_failure_rolls_all_of_it_back_and_passes_unchanged() {
    IllegalArgumentException failure = new IllegalArgumentException("no");

    assertThatThrownBy(
            () ->
                transactions()
                    .run(
                        () -> {
                          write("a");
                          throw failure;
                        }))
        .isSameAs(failure);
    assertThat(written()).isEmpty();
  }

  @Test
  void nested_calls_are_one_transaction() {
    assertThatThrownBy(
            () ->
                transactions()
                    .run(
                        () -> {
                          transactions().run(() -> write("inner"));
                          throw new IllegalArgumentException("no");
                        }))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(written()).isEmpty();
  }

  @Test
  void a_nested_failure_cannot_be_hidden() {
    assertThatThrownBy(
            () ->
                transactions()
                    .run(
                        () -> {
                          write("outer");
                          try {
                            transactions().run(TransactionsContract::fail);
                          } catch (IllegalArgumentException hidden) {
                            write("after");
                          }
                        }))
        .isInstanceOf(RuntimeException.class);
    assertThat(written()).isEmpty();
  }

  @Test
  void a_hidden_conflict_is_still_a_conflict() {
    assertThatThrownBy(
            () ->
                transactions()
                    .run(
                        () -> {
                          try {
                            transactions().run(TransactionsContract::conflict);
                          } catch (StoreConflict hidden) {
                            // as somebody might who does not know better
                          }
                        }))
        .isInstanceOf(StoreConflict.class);
  }

  private static void fail() {
    throw new IllegalArgumentException("no");
  }

  private static void conflict() {
    throw new StoreConflict("somebody was faster");
  }

  @Test
  void actions_run_in_order_after_the_outermost_commit() {
    List<String> happened = new ArrayList<>();
    transactions()
        .run(
            () -> {
              transactions()
                  .run(
                      () -> {
                        write("a");
                        transactions().afterCommit(() -> happened.add("first " + written()));
                      });
              transactions().afterCommit(() -> happened.add("second"));
              happened.add("work");
            });

    assertThat(happened).containsExactly("work", "first [a]", "second");
  }

  @Test
  void actions_never_run_after_a_rollback() {
    List<String> happened = new ArrayList<>();

    assertThatThrownBy(
            () ->
                transactions()
                    .run(
                        () -> {
                          transactions().afterCommit(() -> happened.add("never"));
                          fail();
                        }))
        .isInstanceOf(IllegalArgumentException.class);
    transactions().run(() -> write("a"));
    assertThat(happened).isEmpty();
  }

  @Test
  void an_action_may_begin_a_transaction_and_its_failure_hinders_nobody() {
    transactions()
        .run(
            () -> {
              transactions().afterCommit(TransactionsContract::fail);
              transactions().afterCommit(() -> transactions().run(() -> write("later")));
            });

    assertThat(written()).containsExactly("later");
  }

  @Test
  void actions_need_a_running_transaction() {
    assertThatThrownBy(() -> transactions().afterCommit(() -> {}))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void what_is_read_is_answered() {
    transactions().run(() -> write("a"));

    assertThat(transactions().read(this::written)).containsExactly("a");
  }

  @Test
  void a_read_inside_a_transaction_sees_what_that_wrote() {
    transactions()
        .run(
            () -> {
              write("a");
              assertThat(transactions().read(this::written)).containsExactly("a");
              write("b");
            });

    assertThat(written()).containsExactlyInAnyOrder("a", "b");
  }

  @Test
  void a_read_does_not_write() {
    assertThatThrownBy(() -> transactions().read(() -> writtenInside("a")))
        .isInstanceOf(IllegalStateException.class);
    assertThat(written()).isEmpty();
  }

  private boolean writtenInside(String key) {
    transactions().run(() -> write(key));
    return true;
  }

  @Test
  void what_one_thread_has_not_committed_another_does_not_see() {
    Callable<Boolean> writer =
        () ->
            transactions()
                .run(
                    () -> {
                      write("a");
                      write("b");
                      return true;
                    });
    Callable<Boolean> reader = () -> List.of(0, 2).contains(written().size());

    assertThat(Together.all(List.of(writer, reader, reader, reader))).containsOnly(true);
  }
}
