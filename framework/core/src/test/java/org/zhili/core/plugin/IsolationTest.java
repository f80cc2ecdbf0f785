package org.zhili.core.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhili.core.plugin.GateFixture.admit;

import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.zhili.core.store.InMemoryTransactions;
import org.zhili.core.store.Transactions;

class IsolationTest {
  private static final Named FINE = new Named("Oracle", "fine");

  private final InMemoryTransactions transactions = new InMemoryTransactions();
  private final InMemoryIsolationStore store = new InMemoryIsolationStore();
  private final PluginGate gate = GateFixture.gate();
  private final Isolation isolation = over(gate);

  @AfterEach
  void close() {
    gate.close();
  }

  @Nested
  class Store extends IsolationStoreContract {
    @Override
    protected Transactions transactions() {
      return transactions;
    }

    @Override
    protected IsolationStore store() {
      return store;
    }
  }

  @Test
  void isolation_outlasts_the_gate() {
    isolation.isolate(FINE, "olivia");
    try (PluginGate next = GateFixture.gate()) {
      Guarded<Oracle> before = admit(next, "fine", Oracle.good());
      over(next).hold();
      assertThat(before.isAsked()).isFalse();
    }
  }

  @Test
  void what_another_node_isolates_or_releases_holds_here_at_the_next_look() {
    Guarded<Oracle> fine = admit(gate, "fine", Oracle.good());
    try (PluginGate other = GateFixture.gate()) {
      Isolation there = over(other);
      there.isolate(FINE, "olivia");
      isolation.hold();
      assertThat(fine.isAsked()).isFalse();
      there.release(FINE, "olivia");
      isolation.hold();
      assertThat(fine.isAsked()).isTrue();
    }
  }

  @Test
  void one_that_only_fails_may_be_released_too() {
    Guarded<Oracle> fine = admit(gate, "fine", Oracle.good());
    gate.isolate(FINE);
    isolation.release(FINE, "olivia");
    assertThat(fine.isAsked()).isTrue();
  }

  private Isolation over(PluginGate one) {
    return new Isolation(one, transactions, store, () -> Instant.EPOCH);
  }
}
