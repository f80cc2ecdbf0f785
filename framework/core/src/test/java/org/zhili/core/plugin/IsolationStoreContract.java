package org.zhili.core.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.zhili.core.store.Transactions;

/** What holds of wherever the town keeps who is isolated. */
public abstract class IsolationStoreContract {
  private static final Instant NOW = Instant.parse("2026-11-23T07:42:00Z");
  private static final Named DRIVER = new Named("DeviceDriver", "x".repeat(100));
  private static final Named MODULE = new Named("GovernanceModule", "urban");

  protected abstract Transactions transactions();

  protected abstract IsolationStore store();

  @Test
  void who_is_isolated_is_found_until_it_is_released() {
    isolate(DRIVER);
    isolate(MODULE);
    isolate(MODULE);
    assertThat(transactions().read(store()::isolated)).containsExactlyInAnyOrder(DRIVER, MODULE);
    release(MODULE);
    release(MODULE);
    assertThat(transactions().read(store()::isolated)).containsExactly(DRIVER);
  }

  @Test
  void two_kinds_may_have_one_id() {
    isolate(MODULE);
    release(new Named("DispatchStrategy", MODULE.id()));
    assertThat(transactions().read(store()::isolated)).containsExactly(MODULE);
  }

  private void isolate(Named name) {
    transactions().run(() -> store().isolate(name, "olivia", NOW));
  }

  private void release(Named name) {
    transactions().run(() -> store().release(name));
  }
}
