package org.zhili.core.timer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.zhili.core.store.Transactions;
import org.zhili.core.town.TownStores;

/**
 * A store of timers and short words for what workers do to it. Every test begins with an empty one.
 */
public abstract class TimerStoreFixture {
  static final Instant NOW = Instant.parse("2026-11-23T07:42:00Z");
  static final Set<String> KINDS = Set.of("test", "other");
  static final Duration LONG = Duration.ofMinutes(10);

  protected abstract TownStores stores();

  Transactions transactions() {
    return stores().transactions();
  }

  TimerStore store() {
    return stores().timers();
  }

  void add(NewTimer... timers) {
    transactions().run(() -> List.of(timers).forEach(store()::add));
  }

  void add(String... keys) {
    transactions()
        .run(() -> List.of(keys).forEach(key -> store().add(NewTimer.of("test", key, NOW))));
  }

  static NewTimer inLane(String key, String lane) {
    return new NewTimer("test", key, lane, NOW);
  }

  List<TimerClaim> claim(Duration lease, int limit) {
    return transactions().run(() -> store().claim(KINDS, NOW, lease, limit));
  }

  TimerClaim claimOne() {
    List<TimerClaim> claims = claim(LONG, 1);
    assertThat(claims).hasSize(1);
    return claims.get(0);
  }

  List<String> claimKeys() {
    return claim(LONG, 100).stream().map(TimerClaim::key).toList();
  }

  boolean complete(TimerClaim claim) {
    return transactions().run(() -> store().complete(claim));
  }

  void giveBack(TimerClaim claim, Duration pause) {
    transactions().run(() -> store().giveBack(claim, pause, "it failed"));
  }

  void hurry() {
    transactions().run(() -> store().hurry());
  }

  void bury(TimerClaim claim, Instant at) {
    transactions().run(() -> store().bury(claim, at, "hopeless"));
  }

  long waiting() {
    return transactions().run(() -> store().waiting(NOW));
  }
}
