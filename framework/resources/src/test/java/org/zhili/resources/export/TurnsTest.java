package org.zhili.resources.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class TurnsTest {
  private final Turns turns = new Turns(1);

  @Test
  void whoever_comes_when_all_turns_are_taken_has_none() throws Exception {
    CountDownLatch inside = new CountDownLatch(1);
    CompletableFuture<Void> release = new CompletableFuture<>();
    CompletableFuture<Object> first =
        CompletableFuture.supplyAsync(
            () ->
                turns
                    .soon(
                        () -> {
                          inside.countDown();
                          release.join();
                          return "first";
                        })
                    .orElseThrow());
    inside.await();
    assertThat(turns.soon(() -> "second")).isEmpty();
    assertThat(turns.isFreeSoon()).isFalse();
    assertThat(turns.write(() -> fail("it is not its turn"))).isFalse();
    release.complete(null);
    assertThat(first.get()).isEqualTo("first");
    assertThat(turns.soon(() -> "third")).contains("third");
  }

  @Test
  void a_turn_ends_with_what_is_thrown() {
    assertThatThrownBy(
            () ->
                turns.soon(
                    () -> {
                      throw new IllegalStateException("broken");
                    }))
        .hasMessage("broken");
    assertThat(turns.soon(() -> "next")).contains("next");
  }

  @Test
  void a_turn_ends_with_what_breaks_while_it_is_written() throws IOException {
    assertThatThrownBy(
            () ->
                turns.write(
                    () -> {
                      throw new IOException("the caller has gone");
                    }))
        .hasMessage("the caller has gone");
    List<String> written = new ArrayList<>();
    assertThat(turns.write(() -> written.add("next"))).isTrue();
    assertThat(written).containsExactly("next");
  }

  @Test
  void whoever_is_interrupted_has_none_and_stays_so() {
    Thread.currentThread().interrupt();
    assertThat(turns.soon(() -> "never")).isEmpty();
    assertThat(Thread.interrupted()).isTrue();
  }
}
