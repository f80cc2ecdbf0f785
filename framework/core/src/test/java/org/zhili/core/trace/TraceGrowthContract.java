package org.zhili.core.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhili.core.trace.TraceStoreContract.entry;
import static org.zhili.core.trace.TraceStoreContract.id;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.zhili.core.store.Transactions;
import org.zhili.core.trace.TraceStore.Grown;

/** What a {@link TraceStore} promises those who follow it from afar. */
public abstract class TraceGrowthContract {
  protected abstract Transactions transactions();

  protected abstract TraceStore store();

  @Test
  void what_was_added_behind_a_position_is_told_in_order() {
    add(1, 1);
    long end = store().position();
    assertThat(grown(end, Set.of(), 9)).isEmpty();

    add(2, 1);
    add(1, 2);
    List<Grown> added = grown(end, Set.of(), 9);
    assertThat(added).extracting(Grown::caseId).containsExactly(id(2), id(1));
    assertThat(added).extracting(Grown::version).containsExactly(1L, 2L);
    assertThat(grown(end, Set.of(), 1)).containsExactly(added.get(0));
    assertThat(grown(added.get(0).position(), Set.of(), 9)).containsExactly(added.get(1));
  }

  @Test
  void an_entry_that_was_left_out_is_told_when_it_is_asked_for() {
    long start = store().position();
    add(1, 1);
    add(1, 2);
    List<Grown> all = grown(start, Set.of(), 9);
    long end = store().position();

    assertThat(grown(end, Set.of(all.get(0).position(), 999_999_999L), 9))
        .containsExactly(all.get(0));
  }

  private void add(int n, long sequence) {
    transactions().run(() -> store().append(entry(id(n), sequence)));
  }

  private List<Grown> grown(long after, Set<Long> leftOut, int limit) {
    return transactions().read(() -> store().grown(after, leftOut, limit));
  }
}
