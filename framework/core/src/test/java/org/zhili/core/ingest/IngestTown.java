package org.zhili.core.ingest;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import org.zhili.city.Device;
import org.zhili.core.city.InMemoryRegisterStore;
import org.zhili.core.city.RegisterStore;
import org.zhili.core.store.InMemoryTransactions;
import org.zhili.device.Origin;
import org.zhili.device.Payload;
import org.zhili.device.Value;
import org.zhili.id.DeviceId;
import org.zhili.id.NetworkId;
import org.zhili.message.IncomingMessage;
import org.zhili.message.Receipt;
import org.zhili.module.Contribution;
import org.zhili.rules.AlertPolicy;
import org.zhili.rules.AlertPolicy.Damping;
import org.zhili.rules.CityRules;
import org.zhili.rules.ReviewRules;
import org.zhili.rules.ValidRange;
import org.zhili.rules.WorkingHours;
import org.zhili.text.Text;
import org.zhili.text.Wording;

/** A small town to test ingestion in: a clock, a register, a driver, a rule, and a store. */
final class IngestTown implements AutoCloseable, Judges {
  static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");
  static final DeviceId COVER = new DeviceId("MC-001");
  static final DeviceId OTHER = new DeviceId("MC-002");
  static final IngestSettings SETTINGS =
      new IngestSettings(
          100,
          10,
          Duration.ofMillis(1),
          Duration.ZERO,
          Duration.ZERO,
          1000,
          Duration.ofDays(30),
          1_000_000);

  private static final SideTrack.Bounds ROOM = new SideTrack.Bounds(1, 1, Duration.ofMinutes(1));

  final RegisterStore registers;
  final InMemoryIngestStore memory;
  final FaultyIngestStore store;
  final TiltJudge judge = new TiltJudge();
  final List<Decoder> decoders = new ArrayList<>();
  final List<Opener> openers = new ArrayList<>();
  final List<Judge> judges = new ArrayList<>(List.of(judge));
  final List<Contribution.Silence> silences = new ArrayList<>();
  final List<String> kicks = new ArrayList<>();
  final Ingestion ingestion;
  volatile Executor workers = Runnable::run;
  private final IngestRegister devices = new IngestRegister();
  private volatile Instant now = NOW;
  private volatile CityRules rules = rules(Damping.NONE, Optional.empty());

  IngestTown() {
    this(SETTINGS, new InMemoryRegisterStore(new InMemoryTransactions()));
  }

  private IngestTown(IngestSettings settings, RegisterStore registers) {
    this(settings, new InMemoryIngestStore(registers), registers);
  }

  IngestTown(IngestSettings settings, InMemoryIngestStore memory) {
    this(settings, memory, new InMemoryRegisterStore(new InMemoryTransactions()));
  }

  private IngestTown(IngestSettings settings, InMemoryIngestStore memory, RegisterStore registers) {
    this.memory = memory;
    this.registers = registers;
    store = new FaultyIngestStore(memory);
    decoders.add(new TextDecoder("text"));
    ingestion =
        new Ingestion(
            new Ingestion.Stores(store, memory),
            new Ingestion.Asked(devices, () -> openers, () -> decoders, this, () -> rules),
            new Ingestion.Running(
                () -> now, settings, work -> workers.execute(work), () -> kicks.add("kick")));
    devices.write(COVER, "manhole_cover", "text", Optional.empty());
    devices.write(OTHER, "manhole_cover", "text", Optional.empty());
  }

  // ---- the city

  void register(DeviceId id, String type, String driver) {
    register(id, type, driver, Optional.empty());
  }

  void register(DeviceId id, String type, String driver, Optional<Value.Position> position) {
    devices.write(id, type, driver, position);
    devices.tell(id);
  }

  /** Register covers otherwise by a city pack, which tells nobody of single devices. */
  void takePack(String driver, DeviceId... covers) {
    for (DeviceId cover : covers) {
      devices.write(cover, "manhole_cover", driver, Optional.empty());
    }
    ingestion.quarantine().registerChanged();
  }

  /** Register a cover that a network speaks for. */
  void registerBehind(NetworkId network, DeviceId id, String driver) {
    devices.writeBehind(network, id, driver);
    devices.tell(id);
  }

  void damp(Damping damping) {
    rules = rules(damping, Optional.empty());
  }

  /** Let the city say how long covers may keep quiet. */
  void silentAfter(Duration quiet) {
    rules = rules(Damping.NONE, Optional.of(quiet));
  }

  private static CityRules rules(Damping damping, Optional<Duration> silentAfter) {
    Optional<AlertPolicy.Opens> opens =
        Optional.of(new AlertPolicy.Opens("urban.facility", Optional.of("cover")));
    return new CityRules(
        "1",
        new Wording("示例市", "Sample"),
        "demo",
        ZoneId.of("Asia/Shanghai"),
        WorkingHours.DEFAULT,
        List.of(),
        List.of(),
        List.of(
            new AlertPolicy("manhole_cover", "tilted", opens, damping),
            new AlertPolicy("manhole_cover", "offline", Optional.empty(), damping, silentAfter)),
        List.of(new ValidRange("tilt", 0, 180), new ValidRange("tilt", -5, 90)),
        new ReviewRules(0.5, Set.of(), Set.of(), 2),
        "rules",
        "weighted");
  }

  Optional<Device> find(DeviceId id) {
    return devices.find(id);
  }

  /** Do this before every look into the register. */
  void whenRegisterIsAsked(Runnable action) {
    devices.whenAsked(action);
  }

  Instant now() {
    return now;
  }

  void pass(Duration time) {
    now = now.plus(time);
  }

  @Override
  public List<Judge> present() {
    return judges;
  }

  @Override
  public List<Contribution.Silence> silences() {
    return silences;
  }

  @Override
  public Wording render(Text why) {
    return Wording.same(why.key() + why.arguments());
  }

  // ---- messages

  static IncomingMessage message(DeviceId device, String payload, Instant receivedAt) {
    return new IncomingMessage(
        Origin.of("zhili/v1/demo/" + device + "/up", device),
        Payload.ofUtf8(payload),
        receivedAt,
        false,
        false);
  }

  /** A message of a network, which nobody but an envelope can open. */
  static IncomingMessage wrapped(String payload, Instant receivedAt) {
    return new IncomingMessage(
        new Origin("lora/app", Optional.empty(), OptionalInt.empty(), Optional.empty()),
        Payload.ofUtf8(payload),
        receivedAt,
        false,
        false);
  }

  static IncomingMessage redelivered(IncomingMessage message) {
    return new IncomingMessage(
        message.origin(), message.payload(), message.receivedAt(), message.retained(), true);
  }

  static IncomingMessage retained(IncomingMessage message) {
    return new IncomingMessage(
        message.origin(), message.payload(), message.receivedAt(), true, message.redelivered());
  }

  /** Store one message of the cover, received now. */
  void say(String payload) {
    take(message(COVER, payload, now));
  }

  /** Store messages in one batch on this thread; all of them have to be acknowledged. */
  void take(IncomingMessage... messages) {
    List<Entry> entries = new ArrayList<>();
    List<IncomingMessage> acknowledged = new ArrayList<>();
    for (IncomingMessage message : messages) {
      entries.add(Entry.offered(message, () -> acknowledged.add(message)));
    }
    settle(entries);
    if (acknowledged.size() != messages.length) {
      throw new AssertionError(
          acknowledged.size() + " of " + messages.length + " messages were acknowledged");
    }
  }

  /** Store one message on this thread, with its receipt. */
  void take(IncomingMessage message, Receipt receipt) {
    settle(List.of(Entry.offered(message, receipt)));
  }

  /** Prepare messages as one batch, to be stored later. */
  BatchWriter.Batch prepared(IncomingMessage... messages) {
    try {
      return ingestion
          .writer()
          .prepared(
              Stream.of(messages).map(message -> Entry.offered(message, () -> {})).toList(),
              new SideTrack(ingestion.writer(), ROOM, System::nanoTime));
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  void settle(List<Entry> entries) {
    settle(new BatchWriter.Batch(entries));
  }

  void settle(BatchWriter.Batch batch) {
    try {
      ingestion.writer().settle(batch);
    } catch (InterruptedException e) {
      throw new AssertionError("interrupted", e);
    }
  }

  // ---- what came of it

  List<String> dispositions() {
    return memory.alarms().stream().map(alarm -> alarm.disposition().name()).toList();
  }

  List<String> open() {
    return memory.openAlerts().stream()
        .map(alert -> alert.device().id() + " " + alert.condition())
        .toList();
  }

  List<String> followUps() {
    return memory.followUps().stream().map(FollowUp::kind).toList();
  }

  Quarantined onlyQuarantined() {
    List<Quarantined> all = memory.quarantined();
    if (all.size() != 1) {
      throw new AssertionError("expected one quarantined message, got " + all);
    }
    return all.get(0);
  }

  DeviceState state(DeviceId device) {
    DeviceState state = memory.load(Set.of(device)).get(device);
    if (state == null) {
      throw new AssertionError("no state of " + device);
    }
    return state;
  }

  @Override
  public void close() {
    ingestion.close();
  }
}
