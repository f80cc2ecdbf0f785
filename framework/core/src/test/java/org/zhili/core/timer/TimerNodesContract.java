package org.zhili.core.timer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.zhili.core.store.Together;

/** What a {@link TimerStore} promises nodes that share it. */
public abstract class TimerNodesContract extends TimerStoreFixture {
  @Test
  void four_nodes_do_two_thousand_timers_exactly_once() {
    transactions()
        .run(
            () ->
                IntStream.range(0, 2_000)
                    .forEach(i -> store().add(NewTimer.of("test", "key-" + i, NOW))));
    Queue<String> done = new ConcurrentLinkedQueue<>();

    Together.times(4, () -> work(done, 500));

    assertThat(done).hasSize(2_000).doesNotHaveDuplicates();
    assertThat(waiting()).isZero();
  }

  @Test
  void four_nodes_keep_the_order_of_every_lane() {
    int lanes = 10;
    int each = 20;
    transactions()
        .run(
            () ->
                IntStream.range(0, lanes * each)
                    .forEach(
                        i -> store().add(inLane(i % lanes + "-" + i / lanes, "L" + i % lanes))));
    Queue<String> done = new ConcurrentLinkedQueue<>();

    Together.times(4, () -> work(done, lanes * each));

    assertThat(done).hasSize(lanes * each);
    for (int lane = 0; lane < lanes; lane++) {
      String prefix = lane + "-";
      assertThat(done.stream().filter(key -> key.startsWith(prefix)).toList())
          .isEqualTo(IntStream.range(0, each).mapToObj(i -> prefix + i).toList());
    }
  }

  /** Take and complete timers until none is left, as {@link TimerWorkers} does. */
  private int work(Queue<String> done, int most) {
    int mine = 0;
    while (mine < most && waiting() > 0) {
      List<TimerClaim> claims = new ArrayList<>(claim(LONG, Math.min(7, most - mine)));
      for (TimerClaim claim : claims) {
        done.add(claim.key());
        assertThat(complete(claim)).isTrue();
        mine++;
      }
    }
    return mine;
  }
}
