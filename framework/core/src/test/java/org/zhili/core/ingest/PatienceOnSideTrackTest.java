package org.zhili.core.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhili.core.ingest.IngestTown.COVER;
import static org.zhili.core.ingest.IngestTown.NOW;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.zhili.core.ingest.Decoding.Group;
import org.zhili.core.ingest.SideTrack.Way;

/** How long messages wait on the side track before more of their driver are put off. */
@Timeout(60)
class PatienceOnSideTrackTest {
  private final IngestTown town = new IngestTown();
  private final AtomicLong nanos = new AtomicLong();
  private final SideTrack track =
      new SideTrack(
          town.ingestion.writer(), new SideTrack.Bounds(100, 5, Duration.ofNanos(100)), nanos::get);
  private final CompletableFuture<Void> answer = new CompletableFuture<>();
  private final Thread thread = new Thread(this::run);

  @AfterEach
  void close() throws InterruptedException {
    track.close();
    answer.complete(null);
    thread.join();
    town.close();
  }

  @Test
  void more_are_put_off_when_the_first_takes_too_long() {
    goesAside("slow");
    pass(100, 10);
    assertThat(track.way("slow")).isEqualTo(Way.ASIDE);
    pass(1, 1);
    assertThat(track.way("slow")).isEqualTo(Way.PUT_OFF);
    assertThat(track.way("quick")).isEqualTo(Way.STRAIGHT_ON);
  }

  @Test
  void who_waits_for_another_driver_is_not_put_off_for_it() {
    goesAside("slow");
    goesAside("behind");
    pass(200, 10);
    assertThat(track.way("slow")).isEqualTo(Way.PUT_OFF);
    assertThat(track.way("behind")).isEqualTo(Way.ASIDE);
  }

  @Test
  void time_in_which_nothing_could_be_stored_does_not_count() {
    goesAside("slow");
    nanos.addAndGet(1_000_000); // nobody asks the way while the store is away
    assertThat(track.way("slow")).isEqualTo(Way.ASIDE);
  }

  @Test
  void a_batch_that_cannot_even_be_begun_waits_until_nobody_is_aside() throws InterruptedException {
    goesAside("slow");
    town.whenRegisterIsAsked(
        () -> {
          throw new IllegalStateException("a row that cannot be read");
        });
    List<BatchWriter.Batch> prepared = new CopyOnWriteArrayList<>();
    Thread preparing = new Thread(() -> prepared.add(prepare()));
    preparing.start();
    Await.until(() -> preparing.getState() != Thread.State.RUNNABLE);
    assertThat(preparing.getState()).isEqualTo(Thread.State.WAITING);

    town.whenRegisterIsAsked(() -> {});
    answer.complete(null);
    preparing.join();
    assertThat(prepared).singleElement().matches(batch -> batch.items().isEmpty(), "undecoded");
    assertThat(track.way("slow")).isEqualTo(Way.STRAIGHT_ON);
  }

  private BatchWriter.Batch prepare() {
    try {
      return town.ingestion.writer().prepared(List.of(entry()), track);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Entry entry() {
    return Entry.offered(IngestTown.message(COVER, "tilt=1", NOW), () -> {});
  }

  /** A message whose driver is being asked, and takes its time. */
  private void goesAside(String driver) {
    Item item = new Item(entry(), town.find(COVER));
    List<Group> one = List.of(new Group(driver, List.of(item), Optional.of(answer)));
    track.expect(one);
    track.put(one);
    if (thread.getState() == Thread.State.NEW) {
      thread.start();
      Await.until(() -> thread.getState() == Thread.State.WAITING); // for the answer
    }
  }

  /** Let time pass in steps, at each of which messages come. */
  private void pass(long time, long step) {
    for (long passed = 0; passed < time; passed += step) {
      nanos.addAndGet(step);
      track.way("another");
    }
  }

  private void run() {
    try {
      track.run();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
