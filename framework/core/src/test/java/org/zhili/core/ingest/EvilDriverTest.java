package org.zhili.core.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhili.core.ingest.IngestTown.COVER;
import static org.zhili.core.ingest.IngestTown.NOW;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.zhili.core.ingest.Quarantined.Kind;
import org.zhili.core.plugin.Circuit;
import org.zhili.core.plugin.Evil;
import org.zhili.core.plugin.GateLimits;
import org.zhili.core.plugin.GateLimits.Breaking;
import org.zhili.core.plugin.Membership;
import org.zhili.core.plugin.PluginGate;
import org.zhili.core.plugin.PluginIdentity;
import org.zhili.device.Decoded;
import org.zhili.device.DeviceDriver;
import org.zhili.device.DeviceMessage;
import org.zhili.device.DriverInfo;
import org.zhili.device.Metric;
import org.zhili.device.Reading;
import org.zhili.device.TimeSource;
import org.zhili.device.Value;
import org.zhili.id.DeviceId;

/** A driver at its worst beside a good one, in the same batches. */
class EvilDriverTest {
  private static final DeviceId VICTIM = new DeviceId("MC-666");
  private static final Duration LONG = Duration.ofMinutes(1);
  private static final int MESSAGES = 40;
  private static final int BATCH = 20;

  private final CountDownLatch end = new CountDownLatch(1);
  private final IngestTown town = new IngestTown();
  private final PluginGate gate =
      new PluginGate(
          new GateLimits(Map.of(DeviceDriver.class, Duration.ofMillis(300)), LONG, LONG, LONG, 8)
              .with(new Breaking(5, 2, LONG, LONG, LONG)));
  private final GateDecoders decoders = new GateDecoders(gate);

  @BeforeEach
  void register() {
    town.register(COVER, "manhole_cover", "good");
    town.register(VICTIM, "manhole_cover", "evil");
    admit(new Driver("good", Optional.empty()), "1.0.0");
  }

  @AfterEach
  void close() {
    end.countDown();
    gate.close();
    town.close();
  }

  @ParameterizedTest
  @EnumSource
  void every_frame_of_the_neighbour_is_decoded_and_those_of_the_evil_one_later(Evil evil)
      throws InterruptedException {
    Membership stay = admit(new Driver("evil", Optional.of(evil)), "1.0.0");
    List<Entry> entries = new ArrayList<>();
    for (int i = 0; i < MESSAGES; i++) {
      entries.add(offered(VICTIM, i));
      entries.add(offered(COVER, i));
    }
    for (int from = 0; from < entries.size(); from += BATCH) {
      town.ingestion.writer().settle(entries.subList(from, from + BATCH));
    }
    assertThat(read(COVER)).isEqualTo(numbers());
    assertThat(read(VICTIM)).isEmpty();
    assertThat(gate.status())
        .filteredOn(status -> status.plugin().id().equals("evil"))
        .allMatch(status -> status.bulkhead().state() == Circuit.State.OPEN);
    List<Quarantined> kept = town.memory.quarantined();
    assertThat(kept).hasSize(MESSAGES).allMatch(one -> one.kind() == Kind.DRIVER_FAILED);
    int tried = tries(evil);
    int counts = evil == Evil.SPINS ? Quarantine.ATTEMPTS : 1;
    assertThat(kept).filteredOn(one -> one.attempts() == counts).hasSize(tried);
    assertThat(kept).filteredOn(one -> one.attempts() == 0).hasSize(MESSAGES - tried);

    town.ingestion.quarantine().sweep();
    assertThat(town.memory.quarantined()).as("left where they are").isEqualTo(kept);

    end.countDown();
    stay.close();
    admit(new Driver("evil", Optional.empty()), "1.0.1");
    town.ingestion.quarantine().sweep();
    assertThat(read(VICTIM)).as("once each, in order").isEqualTo(numbers());
    assertThat(town.memory.quarantined()).isEmpty();
  }

  private static int tries(Evil evil) {
    if (evil == Evil.SPINS) {
      return 1;
    }
    return evil.hangs() ? 2 : 5;
  }

  @Test
  void what_strangers_send_shuts_a_driver_for_strangers_only() throws InterruptedException {
    admit(new Touchy(), "1.0.0");
    for (int i = 0; i < MESSAGES; i++) {
      town.ingestion.writer().settle(List.of(offered(new DeviceId("STRANGER-1"), i)));
    }
    assertThat(gate.status())
        .filteredOn(status -> status.plugin().id().equals("evil"))
        .flatExtracting(status -> status.bulkhead().circuits())
        .extracting(Circuit::part)
        .containsExactly("stranger");
    List<Quarantined> kept = town.memory.quarantined();
    town.ingestion.quarantine().sweep();
    assertThat(town.memory.quarantined()).as("left where they are").isEqualTo(kept);
    town.ingestion.writer().settle(List.of(offered(VICTIM, 7)));
    assertThat(read(VICTIM)).containsExactly(7.0);
  }

  @Test
  void a_flood_of_readings_counts_as_a_failure() throws InterruptedException {
    admit(new Flood(), "1.0.0");
    List<Entry> entries = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      entries.add(offered(VICTIM, i));
    }
    town.ingestion.writer().settle(entries);
    assertThat(town.memory.quarantined()).hasSize(10);
    assertThat(town.memory.quarantined().get(0).reason()).contains("10001 readings at once");
    assertThat(town.memory.quarantined().get(9).reason()).contains("left alone");
  }

  @Test
  void an_unknown_device_is_recognized_by_the_next_driver_when_one_breaks()
      throws InterruptedException {
    admit(new Driver("evil", Optional.of(Evil.THROWS_UNCHECKED)), "1.0.0"); // asked first
    town.ingestion.writer().settle(List.of(offered(new DeviceId("MC-777"), 7)));
    assertThat(town.onlyQuarantined().kind()).isEqualTo(Kind.UNKNOWN_DEVICE);
    assertThat(town.onlyQuarantined().driver()).contains("good");
  }

  private Membership admit(DeviceDriver driver, String version) {
    Membership stay =
        gate.admit(DeviceDriver.class, driver, new PluginIdentity("door", version, 0));
    town.decoders.clear();
    town.decoders.addAll(decoders.present());
    return stay;
  }

  private static Entry offered(DeviceId device, int number) {
    return Entry.offered(
        IngestTown.message(device, device + " " + number, NOW.plusSeconds(number)), () -> {});
  }

  private List<Double> read(DeviceId device) {
    return town.memory.telemetry().stream()
        .filter(row -> row.device().equals(device))
        .map(row -> ((Value.Measure) row.value()).value())
        .toList();
  }

  private static List<Double> numbers() {
    return Stream.iterate(0.0, n -> n + 1).limit(MESSAGES).toList();
  }

  /** Reads {@code MC-001 7}, unless it is evil. */
  private class Driver implements DeviceDriver {
    private final String id;
    private final Optional<Evil> evil;

    Driver(String id, Optional<Evil> evil) {
      this.id = id;
      this.evil = evil;
    }

    @Override
    public DriverInfo info() {
      return new DriverInfo(id, id, Set.of("zhili/v1/+/+/up"), Set.of(new Metric("tilt", "deg")));
    }

    @Override
    public Decoded decode(DeviceMessage message) {
      String[] words = message.payload().utf8().orElseThrow().split(" ");
      Decoded good = new Decoded.Readings(List.of(reading(message, words)));
      return evil.isPresent() ? evil.get().act(end, good) : good;
    }

    private Reading reading(DeviceMessage message, String[] words) {
      return new Reading(
          new DeviceId(words[0]),
          "tilt",
          new Value.Measure(Double.parseDouble(words[1])),
          message.receivedAt(),
          TimeSource.RECEIVED);
    }
  }

  /** Understands its own devices, and breaks on what others say. */
  private final class Touchy extends Driver {
    Touchy() {
      super("evil", Optional.empty());
    }

    @Override
    public Decoded decode(DeviceMessage message) {
      if (!message.origin().device().equals(Optional.of(VICTIM))) {
        throw new IllegalStateException("who is that?");
      }
      return super.decode(message);
    }
  }

  /** Answers each message with one reading more than anybody may. */
  private static final class Flood implements DeviceDriver {
    @Override
    public DriverInfo info() {
      return new DriverInfo("evil", "flood", Set.of(), Set.of(new Metric("tilt", "deg")));
    }

    @Override
    public Decoded decode(DeviceMessage message) {
      Reading reading =
          new Reading(
              VICTIM, "tilt", new Value.Measure(1), message.receivedAt(), TimeSource.RECEIVED);
      return new Decoded.Readings(Collections.nCopies(Wellformed.MAX_READINGS + 1, reading));
    }
  }
}
