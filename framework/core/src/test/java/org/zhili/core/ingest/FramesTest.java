package org.zhili.core.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhili.core.ingest.IngestTown.COVER;
import static org.zhili.core.ingest.IngestTown.NOW;
import static org.zhili.core.ingest.IngestTown.OTHER;
import static org.zhili.core.ingest.IngestTown.message;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.zhili.core.ingest.Quarantined.Kind;
import org.zhili.device.Payload;
import org.zhili.id.DeviceId;
import org.zhili.id.NetworkId;

class FramesTest {
  private static final String TOPIC = "zhili/v1/demo/x/up";

  private static Frame frame(String device, int second, int size) {
    Payload payload = Payload.of(new byte[size]);
    return new Frame(
        new DeviceId(device),
        NOW.plusSeconds(second),
        TOPIC,
        "text",
        1,
        Optional.empty(),
        size,
        Frame.start(payload));
  }

  private static List<Instant> times(Frames frames, String device) {
    return frames.of(new DeviceId(device)).stream().map(Frame::receivedAt).toList();
  }

  // ---- the memory

  @Test
  void the_last_ten_of_a_device_are_remembered_the_newest_first() {
    Frames frames = new Frames(Frames.BYTES);
    for (int second = 1; second <= 12; second++) {
      frames.remember(List.of(frame("a", second, 8), frame("b", 0, 8)));
    }
    assertThat(times(frames, "a"))
        .isEqualTo(IntStream.rangeClosed(3, 12).mapToObj(i -> NOW.plusSeconds(15 - i)).toList());
    assertThat(times(frames, "nobody")).isEmpty();
  }

  @Test
  void what_was_received_later_is_newer_in_whatever_order_it_was_stored() {
    Frames frames = new Frames(Frames.BYTES);
    frames.remember(List.of(frame("a", 5, 8), frame("a", 3, 8)));
    assertThat(times(frames, "a")).containsExactly(NOW.plusSeconds(5), NOW.plusSeconds(3));
  }

  @Test
  void beyond_the_bound_the_device_that_was_not_heard_for_longest_is_forgotten() {
    long room = 3L * frame("a", 0, 1000).bytes();
    Frames frames = new Frames(room);
    frames.remember(List.of(frame("a", 1, 1000), frame("b", 2, 1000), frame("a", 3, 1000)));
    times(frames, "b"); // being looked at is not being heard
    frames.remember(List.of(frame("c", 4, 1000)));

    assertThat(times(frames, "a")).hasSize(2);
    assertThat(times(frames, "b")).isEmpty();
    assertThat(times(frames, "c")).hasSize(1);
    assertThat(frames.bytes()).isEqualTo(room);
  }

  @Test
  void what_alone_is_beyond_the_bound_is_not_remembered() {
    Frames frames = new Frames(1000);
    frames.remember(List.of(frame("a", 1, 1000)));
    assertThat(times(frames, "a")).isEmpty();
    assertThat(frames.bytes()).isZero();
  }

  @Test
  void of_a_long_payload_the_start_is_remembered_and_no_letter_is_cut() {
    Payload text = Payload.ofUtf8("a" + "井".repeat(2000));
    Payload start = Frame.start(text);
    assertThat(start.size()).isEqualTo(4096);
    assertThat(Frame.start(Payload.ofUtf8("井".repeat(2000))).utf8()).hasValue("井".repeat(1365));
    assertThat(start.utf8()).hasValue("a" + "井".repeat(1365));
    assertThat(Frame.start(Payload.of(new byte[5000])).size()).isEqualTo(Frame.SHOWN);
    Payload small = Payload.ofUtf8("small");
    assertThat(Frame.start(small)).isSameAs(small);
  }

  @Test
  void many_write_and_read_at_once_and_the_bound_holds() throws Exception {
    long room = 50L * frame("d0", 0, 100).bytes();
    Frames frames = new Frames(room);
    ExecutorService workers = Executors.newFixedThreadPool(4);
    CountDownLatch ready = new CountDownLatch(4);
    List<Future<Boolean>> all = new ArrayList<>();
    for (int worker = 0; worker < 4; worker++) {
      int own = worker;
      all.add(
          workers.submit(
              () -> {
                ready.countDown();
                ready.await();
                boolean held = true;
                for (int i = 0; i < 2000; i++) {
                  String device = "d" + (i * 7 + own) % 20;
                  frames.remember(List.of(frame(device, i, 100), frame("w" + own, i, 100)));
                  held &= frames.bytes() <= room && times(frames, device).size() <= Frames.EACH;
                }
                return held;
              }));
    }
    for (Future<Boolean> one : all) {
      assertThat(one.get()).isTrue();
    }
    workers.shutdown();
    for (int worker = 0; worker < 4; worker++) {
      assertThat(times(frames, "w" + worker).size()).isBetween(0, Frames.EACH);
    }
    long held =
        IntStream.range(0, 20).mapToObj(i -> "d" + i).mapToLong(id -> bytes(frames, id)).sum()
            + IntStream.range(0, 4).mapToObj(i -> "w" + i).mapToLong(id -> bytes(frames, id)).sum();
    assertThat(frames.bytes()).as("nothing is counted twice, or not at all").isEqualTo(held);
  }

  private static long bytes(Frames frames, String device) {
    return frames.of(new DeviceId(device)).stream().mapToLong(Frame::bytes).sum();
  }

  // ---- what the pipeline puts there

  private final IngestTown town = new IngestTown();
  private final Frames frames = town.ingestion.frames();

  @Test
  void what_was_read_and_what_was_rejected_are_both_there() {
    town.take(message(COVER, "tilt=3;moved=true", NOW), message(COVER, "!", NOW.plusSeconds(1)));

    assertThat(frames.of(COVER))
        .satisfiesExactly(
            rejected -> {
              assertThat(rejected.kept().orElseThrow().kind()).isEqualTo(Kind.REJECTED);
              assertThat(rejected.readings()).isZero();
              assertThat(rejected.start().utf8()).hasValue("!");
            },
            read -> {
              assertThat(read.kept()).isEmpty();
              assertThat(read.readings()).isEqualTo(2);
              assertThat(read.topic()).isEqualTo("zhili/v1/demo/MC-001/up");
              assertThat(read.driver()).isEqualTo("text");
              assertThat(read.size()).isEqualTo(17);
            });
    assertThat(frames.of(OTHER)).isEmpty();
  }

  @Test
  void a_stranger_is_not_remembered_and_what_is_tried_again_is_no_new_message()
      throws InterruptedException {
    DeviceId stranger = new DeviceId("MC-900");
    town.take(message(stranger, "tilt=3", NOW));
    assertThat(frames.of(stranger)).isEmpty();
    town.register(stranger, "manhole_cover", "text");
    town.ingestion.quarantine().replay(town.onlyQuarantined().id());
    assertThat(town.memory.telemetry(stranger)).hasSize(1);
    assertThat(frames.of(stranger)).isEmpty();
  }

  @Test
  void each_device_in_an_envelope_has_what_concerns_it() {
    DeviceId first = new DeviceId("MC-101");
    DeviceId second = new DeviceId("MC-102");
    town.openers.add(new TextOpener());
    town.registerBehind(new NetworkId("lora:cover-1"), first, "text");
    town.registerBehind(new NetworkId("lora:cover-2"), second, "text");
    town.take(IngestTown.wrapped("cover-1|tilt=1||cover-2|!", NOW));

    assertThat(frames.of(first))
        .singleElement()
        .satisfies(
            read -> {
              assertThat(read.readings()).isOne();
              assertThat(read.kept()).isEmpty();
              assertThat(read.start().utf8()).hasValue("cover-1|tilt=1||cover-2|!");
            });
    assertThat(frames.of(second))
        .singleElement()
        .satisfies(
            rejected -> {
              assertThat(rejected.readings()).isZero();
              assertThat(rejected.kept().orElseThrow().kind()).isEqualTo(Kind.REJECTED);
            });
  }
}
