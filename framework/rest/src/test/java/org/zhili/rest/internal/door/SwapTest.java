package org.zhili.rest.internal.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.zhili.access.Allowed;
import org.zhili.rest.internal.door.Town.Answer;
import org.zhili.rest.internal.engine.Application;

/** Applications follow each other without a gap, and old requests end where they began. */
class SwapTest {
  @Test
  void what_arrives_is_served_and_what_departs_is_not() {
    Parts.Hello hello = new Parts.Hello("here");
    try (Town town = Town.guarded()) {
      assertThat(town.get("/hello").status()).isEqualTo(404);
      town.serve(Town.application(true, hello));
      assertThat(town.get("/hello").body()).isEqualTo("here");
      assertThat(town.get("/openapi.json").body()).contains("/hello");
      town.sendAway(hello, Town.application(true));
      assertThat(town.get("/hello").status()).isEqualTo(404);
      assertThat(town.get("/openapi.json").body()).doesNotContain("/hello");
    }
  }

  @Test
  void a_departure_waits_for_the_requests_that_use_the_part() throws Exception {
    Parts.Slow slow = new Parts.Slow();
    try (Town town = Town.guarded(slow)) {
      CompletableFuture<Answer> answer = town.sending("GET", "/slow", Optional.empty());
      slow.inside.await();
      CompletableFuture<Void> departure =
          CompletableFuture.runAsync(() -> town.sendAway(slow, Town.application(true)));
      while (town.generations().present().orElseThrow().resources().size() > 0) {
        Thread.onSpinWait();
      }
      assertThat(departure).isNotDone();
      assertThat(town.get("/slow").status()).as("nobody new").isEqualTo(404);
      slow.go.countDown();
      departure.get(Town.PATIENCE.toSeconds(), TimeUnit.SECONDS);
      assertThat(answer.get().body()).isEqualTo("done");
    }
  }

  @Test
  void a_departure_waits_for_requests_that_entered_an_application_before_the_last()
      throws Exception {
    Parts.Slow slow = new Parts.Slow();
    try (Town town = Town.guarded(slow)) {
      CompletableFuture<Answer> answer = town.sending("GET", "/slow", Optional.empty());
      slow.inside.await();
      town.serve(Town.application(true, slow, new Parts.Hello("new")));
      CompletableFuture<Void> departure =
          CompletableFuture.runAsync(() -> town.sendAway(slow, Town.application(true)));
      while (town.generations().present().orElseThrow().resources().size() > 0) {
        Thread.onSpinWait();
      }
      assertThat(departure).isNotDone();
      slow.go.countDown();
      departure.get(Town.PATIENCE.toSeconds(), TimeUnit.SECONDS);
      assertThat(answer.get().body()).isEqualTo("done");
    }
  }

  @Test
  void a_departure_does_not_wait_for_requests_that_have_nothing_to_do_with_it() throws Exception {
    Parts.Slow slow = new Parts.Slow();
    Parts.Hello hello = new Parts.Hello("here");
    try (Town town = Town.guarded(slow)) {
      CompletableFuture<Answer> answer = town.sending("GET", "/slow", Optional.empty());
      slow.inside.await();
      town.serve(Town.application(true, slow, hello));
      town.sendAway(hello, Town.application(true, slow));
      assertThat(answer).isNotDone();
      slow.go.countDown();
      assertThat(answer.get().body()).isEqualTo("done");
    }
  }

  @Test
  void a_departure_does_not_wait_for_ever() throws Exception {
    Parts.Slow stuck = new Parts.Slow();
    try (Town town = Town.guarded(stuck)) {
      CompletableFuture<Answer> answer = town.sending("GET", "/slow", Optional.empty());
      stuck.inside.await();
      town.sendAway(stuck, Town.application(true));
      assertThat(answer).isNotDone();
      stuck.go.countDown();
      assertThat(answer.get().body()).isEqualTo("done");
    }
  }

  @Test
  void a_request_may_itself_send_a_part_away() {
    try (Town town = Town.starting()) {
      Remover remover = new Remover(town);
      town.serve(Town.application(true, remover));
      assertThat(town.get("/remover").body()).isEqualTo("removed");
      assertThat(town.get("/remover").status()).isEqualTo(404);
    }
  }

  /** Takes itself away. */
  @jakarta.ws.rs.Path("remover")
  @Allowed(Allowed.ANYONE)
  public static class Remover {
    private final Town town;

    Remover(Town town) {
      this.town = town;
    }

    @jakarta.ws.rs.GET
    public String remove() {
      long start = System.nanoTime();
      town.sendAway(this, Town.application(true));
      return System.nanoTime() - start < TimeUnit.SECONDS.toNanos(2) ? "removed" : "waited";
    }
  }

  @Test
  void an_answer_that_comes_later_comes_from_where_it_was_asked() throws Exception {
    Parts.Later later = new Parts.Later();
    try (Town town = Town.guarded(later)) {
      CompletableFuture<Answer> answer = town.sending("GET", "/later", Optional.empty());
      var response = later.waiting.poll(Town.PATIENCE.toSeconds(), TimeUnit.SECONDS);
      town.serve(Town.application(true));
      assertThat(response).isNotNull();
      response.resume("at last");
      assertThat(answer.get().body()).isEqualTo("at last");
    }
  }

  @Test
  void what_departs_does_not_come_back_with_an_arrival_that_began_before() throws Exception {
    Parts.Hello hello = new Parts.Hello("here");
    CountDownLatch looked = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    try (Town town = Town.guarded(hello)) {
      Application withIt = Town.application(true, hello);
      Thread arrival = new Thread(() -> town.generations().arrive(() -> after(looked, go, withIt)));
      Thread departure = new Thread(() -> town.sendAway(hello, Town.application(true)));
      arrival.start();
      looked.await();
      departure.start();
      long deadline = System.nanoTime() + Town.PATIENCE.toNanos();
      while (departure.getState() != Thread.State.BLOCKED && departure.isAlive()) {
        assertThat(System.nanoTime()).isLessThan(deadline);
      }
      go.countDown();
      arrival.join();
      departure.join();
      assertThat(town.get("/hello").status()).isEqualTo(404);
    }
  }

  private static Application after(
      CountDownLatch looked, CountDownLatch go, Application application) {
    looked.countDown();
    try {
      go.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return application;
  }

  @Test
  void under_load_no_request_is_lost_while_applications_change() throws Exception {
    Parts.Hello hello = new Parts.Hello("here");
    AtomicBoolean enough = new AtomicBoolean();
    ExecutorService callers = Executors.newFixedThreadPool(4);
    try (Town town = Town.guarded(hello)) {
      List<CompletableFuture<Integer>> counts = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        counts.add(
            CompletableFuture.supplyAsync(
                () -> {
                  int calls = 0;
                  while (!enough.get()) {
                    assertThat(town.get("/hello").body()).isEqualTo("here");
                    calls++;
                  }
                  return calls;
                },
                callers));
      }
      for (int swap = 0; swap < 15; swap++) {
        Parts.Unruled guest = new Parts.Unruled();
        town.serve(Town.application(true, hello, guest));
        town.sendAway(guest, Town.application(true, hello));
      }
      enough.set(true);
      for (CompletableFuture<Integer> count : counts) {
        assertThat(count.get()).isPositive();
      }
    } finally {
      callers.shutdownNow();
    }
  }
}
