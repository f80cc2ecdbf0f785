package org.zhili.resources.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.zhili.resources.Refusals.refused;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class TurnsTest {
  @Test
  void whoever_comes_when_all_turns_are_taken_is_told_to_come_again() throws Exception {
    Turns turns = new Turns(1, Duration.ZERO);
    CountDownLatch inside = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    CompletableFuture<String> first =
        CompletableFuture.supplyAsync(
            () ->
                taken(
                    turns,
                    () -> {
                      inside.countDown();
                      release.await();
                      return "first";
                    }));
    inside.await();
    refused(503, "ZL-3165", () -> taken(turns, () -> "second"));
    release.countDown();
    assertThat(first.get()).isEqualTo("first");
    assertThat(turns.<String>take(() -> "third")).isEqualTo("third");
  }

  @Test
  void a_turn_ends_with_what_is_thrown() throws Exception {
    Turns turns = new Turns(1, Duration.ZERO);
    assertThatThrownBy(
            () ->
                turns.take(
                    () -> {
                      throw new IOException("gone");
                    }))
        .isInstanceOf(IOException.class);
    assertThat(turns.<String>take(() -> "next")).isEqualTo("next");
  }

  @Test
  void whoever_is_interrupted_waits_no_longer_and_stays_so() {
    Turns turns = new Turns(1, Duration.ofHours(1));
    Thread.currentThread().interrupt();
    refused(503, "ZL-3165", () -> taken(turns, () -> "never"));
    assertThat(Thread.interrupted()).isTrue();
  }

  private static String taken(Turns turns, Callable<String> work) {
    try {
      return turns.take(work);
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
