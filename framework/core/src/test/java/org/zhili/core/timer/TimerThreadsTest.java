package org.zhili.core.timer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.zhili.core.ingest.Await;

/** Workers that run on threads of their own, and how they stop. */
class TimerThreadsTest extends TimerWorkersFixture {
  @Test
  void a_worker_outlives_what_breaks_its_round() throws Exception {
    CountDownLatch broke = new CountDownLatch(1);
    CountDownLatch fired = new CountDownLatch(1);
    TimerWorkers broken =
        new TimerWorkers(
            transactions,
            store,
            () -> {
              if (broke.getCount() > 0) {
                broke.countDown();
                throw new InternalError("for once");
              }
              return now;
            });
    broken.register("test", claim -> fired::countDown);
    add("a");
    broken.start(1);

    await(fired);
    broken.close();
  }

  @Test
  void who_is_interrupted_while_closing_waits_on_and_stays_interrupted() throws Exception {
    CountDownLatch began = new CountDownLatch(1);
    CountDownLatch end = new CountDownLatch(1);
    List<String> doneByThen = new CopyOnWriteArrayList<>();
    workers.register(
        "test",
        claim -> {
          began.countDown();
          await(end);
          return () -> done.add(claim.key());
        });
    add("a");
    workers.start(1);
    await(began);
    Thread closing =
        new Thread(
            () -> {
              workers.close();
              doneByThen.addAll(done);
              doneByThen.add(Thread.currentThread().isInterrupted() ? "interrupted" : "not");
            });
    closing.start();
    Await.until(() -> closing.getState() == Thread.State.TIMED_WAITING);
    closing.interrupt();
    Await.until(() -> !closing.isAlive() || isWaitingAgain(closing));
    end.countDown();
    closing.join();

    assertThat(doneByThen).containsExactly("a", "interrupted");
  }

  private static boolean isWaitingAgain(Thread thread) {
    return !thread.isInterrupted() && thread.getState() == Thread.State.TIMED_WAITING;
  }

  @Test
  void long_work_keeps_no_short_work_waiting() throws Exception {
    CountDownLatch shortDone = new CountDownLatch(1);
    CountDownLatch longBegan = new CountDownLatch(2);
    CountDownLatch end = new CountDownLatch(1);
    workers.register("test", claim -> shortDone::countDown);
    for (String kind : List.of("long", "longer")) {
      workers.registerLong(
          kind,
          claim -> {
            longBegan.countDown();
            await(end);
            return TimerHandler.Effect.NOTHING;
          });
      transactions.run(() -> store.add(NewTimer.of(kind, "a", NOW)));
    }
    workers.start(1);
    await(longBegan);
    add("b");
    workers.kick();

    await(shortDone);
    end.countDown();
    workers.close();
  }

  @Test
  void what_a_closing_node_took_and_did_not_begin_others_take_at_once() throws Exception {
    CountDownLatch began = new CountDownLatch(1);
    CountDownLatch end = new CountDownLatch(1);
    workers.register(
        "test",
        claim -> {
          began.countDown();
          await(end);
          return () -> done.add(claim.key());
        });
    add("a");
    add("b");
    workers.start(1);
    await(began);
    Thread closing = new Thread(workers::close);
    closing.start();
    Await.until(() -> closing.getState() == Thread.State.TIMED_WAITING);
    end.countDown();
    closing.join();
    otherNode().runDue();

    assertThat(done).containsExactly("a", "b by the other");
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
