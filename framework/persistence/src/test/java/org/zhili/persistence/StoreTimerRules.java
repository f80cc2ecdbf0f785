package org.zhili.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.zhili.core.store.Together;
import org.zhili.core.timer.NewTimer;
import org.zhili.core.timer.TimerClaim;
import org.zhili.core.town.TownStores;

/** What the timers' table promises beyond the contracts of the core. */
abstract class StoreTimerRules {
  private static final Instant NOW = Instant.parse("2026-11-23T07:42:00.123456789Z");
  private static final Duration LONG = Duration.ofMinutes(10);

  abstract StoreDatabase town();

  @Test
  void a_claim_finds_its_timers_by_an_index_among_a_hundred_thousand() {
    town()
        .execute(
            town().onPostgres()
                ? "insert into core_timer (kind, timer_key, due_at) select 'test', 'key-' || n,"
                    + " timestamptz '2027-01-01T00:00:00Z' from generate_series(1, 100000) n"
                : "insert into core_timer (kind, timer_key, due_at) select 'test', 'key-' || \"X\","
                    + " timestamp with time zone '2027-01-01 00:00:00Z'"
                    + " from system_range(1, 100000)");
    town().execute(town().onPostgres() ? "analyze core_timer" : "analyze table core_timer");

    SeenSql seen = new SeenSql(town().database());
    seen.timers().claim(Set.of("test"), NOW, LONG, 16);

    String plan =
        seen.plan(
            "timestamp with time zone '2026-11-23 07:42:00+00'",
            "array['test']",
            town().onPostgres() ? "array[]::bigint[]" : "cast(array[] as bigint array)",
            "16",
            "600000");
    assertThat(plan).contains("core_timer_due").doesNotContain("Seq Scan", "tableScan");
  }

  @Test
  void nodes_with_their_own_connections_do_every_timer_once() {
    town()
        .stores()
        .transactions()
        .run(
            () -> {
              for (int i = 0; i < 400; i++) {
                town().stores().timers().add(NewTimer.of("test", "key-" + i, NOW));
              }
            });
    Queue<String> done = new ConcurrentLinkedQueue<>();
    try (StoreDatabase other = town().secondNode()) {
      Together.all(
          List.of(
              () -> work(town().stores(), done),
              () -> work(other.stores(), done),
              () -> work(town().stores(), done),
              () -> work(other.stores(), done)));
    }

    assertThat(done).hasSize(400).doesNotHaveDuplicates();
  }

  private static boolean work(TownStores node, Queue<String> done) {
    while (node.timers().waiting(NOW) > 0) {
      List<TimerClaim> claims =
          node.transactions().run(() -> node.timers().claim(Set.of("test"), NOW, LONG, 5));
      for (TimerClaim claim : claims) {
        assertThat(node.transactions().run(() -> node.timers().complete(claim))).isTrue();
        done.add(claim.key());
      }
    }
    return true;
  }

  @Test
  void what_another_node_took_over_its_first_holder_cannot_write() {
    town().stores().timers().add(NewTimer.of("test", "a", NOW));
    try (StoreDatabase other = town().secondNode()) {
      TimerClaim first =
          town().stores().timers().claim(Set.of("test"), NOW, Duration.ZERO, 1).get(0);
      TimerClaim second = other.stores().timers().claim(Set.of("test"), NOW, LONG, 1).get(0);

      assertThat(second.fence()).isGreaterThan(first.fence());
      assertThat(town().stores().timers().complete(first)).isFalse();
      assertThat(other.stores().timers().complete(second)).isTrue();
    }
  }
}
