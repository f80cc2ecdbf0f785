package org.zhili.resources.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.zhili.core.store.IdempotencyStore;
import org.zhili.core.store.Transactions;
import org.zhili.resources.TestTown;

class ToldOnceTest {
  private static final Instant THEN = Instant.parse("2026-11-23T01:00:00Z");
  private static final Seal SEAL = Seal.of("0f1e2d3c4b5a69788695a4b3c2d1e0f9");
  private static final List<Told> TOLD = List.of(new Told("wang", "p4-ss"));

  private final TestTown town = new TestTown();
  private final Transactions transactions = town.town().stores().transactions();
  private final IdempotencyStore store = town.town().stores().idempotency();
  private Instant now = THEN;
  private final ToldOnce toldOnce = new ToldOnce(store, () -> now);

  @AfterEach
  void close() {
    town.close();
  }

  private List<Told> again(Seal seal) {
    return toldOnce.again("ada x", seal);
  }

  @Test
  void it_is_told_again_for_an_hour() {
    transactions.run(() -> toldOnce.keep("ada x", SEAL, TOLD));
    now = THEN.plus(Duration.ofHours(1)).minusNanos(1);
    assertThat(again(SEAL)).isEqualTo(TOLD);
    now = THEN.plus(Duration.ofHours(1));
    assertThat(again(SEAL)).isEmpty();
  }

  @Test
  void who_has_another_key_is_told_nothing() {
    transactions.run(() -> toldOnce.keep("ada x", SEAL, TOLD));
    assertThat(again(Seal.of("f9e8d7c6b5a4938271605f4e3d2c1b0a"))).isEmpty();
    assertThat(toldOnce.again("eve x", SEAL)).isEmpty();
  }

  @Test
  void what_tells_nothing_is_not_kept() {
    transactions.run(() -> toldOnce.keep("ada x", SEAL, List.of()));
    assertThat(store.sealed("ada x")).isEmpty();
  }
}
