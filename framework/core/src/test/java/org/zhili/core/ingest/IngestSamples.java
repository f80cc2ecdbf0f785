package org.zhili.core.ingest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.stream.LongStream;
import org.zhili.alert.Severity;
import org.zhili.city.Device;
import org.zhili.core.ingest.Alarm.Disposition;
import org.zhili.core.ingest.Quarantined.Kind;
import org.zhili.device.Origin;
import org.zhili.device.Payload;
import org.zhili.device.Reading;
import org.zhili.device.TimeSource;
import org.zhili.device.Value;
import org.zhili.id.AreaId;
import org.zhili.id.AssetId;
import org.zhili.id.DeviceId;
import org.zhili.id.NetworkId;
import org.zhili.message.IncomingMessage;
import org.zhili.rules.AlertPolicy;
import org.zhili.text.Text;
import org.zhili.text.Wording;

/** Rows of every shape, for the contracts of the stores. */
public final class IngestSamples {
  public static final Instant T = Instant.parse("2026-11-23T08:00:00.123456Z");
  public static final DeviceId COVER = new DeviceId("MC-001");
  public static final DeviceId BIN = new DeviceId("TB-001");

  private IngestSamples() {}

  /** Ids of version 7, as the pipeline makes them. */
  public static Iterator<UUID> ascendingIds() {
    return LongStream.iterate(1, i -> i + 1)
        .mapToObj(i -> new UUID((0x019A_B000_0000L << 16) | 0x7000L | i, Long.MIN_VALUE | ~i))
        .iterator();
  }

  public static List<Value> values() {
    return List.of(
        new Value.Measure(-12.75),
        new Value.Measure(1e300),
        new Value.Flag(true),
        new Value.Flag(false),
        new Value.Label("满溢 \"quoted\" \\ 𠮷"),
        new Value.Label(""),
        new Value.Position(31.230416, 121.473701));
  }

  public static DeviceState state(DeviceId device, long revision, Instant lastSeenAt) {
    return new DeviceState(
        device,
        device.value().startsWith("TB") ? "trash_bin" : "manhole_cover",
        revision,
        Optional.of(lastSeenAt),
        Map.of(),
        Map.of(),
        RecentHashes.of(revision, -1, Long.MIN_VALUE));
  }

  public static DeviceState fullState(DeviceId device, long revision) {
    Map<String, Latest> latest = new java.util.HashMap<>();
    for (Value value : values()) {
      String metric = "metric." + latest.size();
      latest.put(
          metric,
          new Latest(new Reading(device, metric, value, T, TimeSource.DEVICE), T.plusSeconds(3)));
    }
    ConditionTrack open =
        new ConditionTrack(
            "tilted",
            "urban.cover",
            0,
            1,
            Optional.of(T),
            Optional.of(T.plusSeconds(1)),
            Optional.of(T.minusSeconds(9)),
            Optional.of(new ConditionTrack.Open(UUID.randomUUID(), Severity.CRITICAL, 12, true)),
            Optional.empty());
    ConditionTrack held =
        new ConditionTrack(
            "open",
            "urban.cover",
            3,
            0,
            Optional.of(T),
            Optional.empty(),
            Optional.of(T.minusSeconds(1)),
            Optional.empty(),
            Optional.of(
                new ConditionTrack.Held(Severity.MINOR, Text.of("urban.open", "3", "厘米"), T)));
    return new DeviceState(
        device,
        "manhole_cover",
        revision,
        Optional.of(T),
        latest,
        Map.of("tilted", open, "open", held),
        RecentHashes.of(1, 2, Long.MAX_VALUE, Long.MIN_VALUE));
  }

  public static DeviceState withOffline(DeviceState state, boolean open) {
    ConditionTrack track =
        new ConditionTrack(
            DeviceState.OFFLINE,
            "urban.quiet",
            0,
            0,
            Optional.of(T),
            Optional.empty(),
            open ? Optional.empty() : Optional.of(T),
            open
                ? Optional.of(new ConditionTrack.Open(UUID.randomUUID(), Severity.MINOR, 1, false))
                : Optional.empty(),
            Optional.empty());
    return new DeviceState(
        state.device(),
        state.type(),
        state.revision(),
        state.lastSeenAt(),
        state.latest(),
        Map.of(DeviceState.OFFLINE, track),
        state.recent());
  }

  public static Telemetry telemetry(DeviceId device, String metric, Instant at) {
    return new Telemetry(
        device, metric, new Value.Measure(1.5), at, at, TimeSource.DEVICE, Set.of());
  }

  public static Alarm alarm(DeviceId device, Instant at, Disposition disposition, UUID alert) {
    return new Alarm(
        device,
        "urban.cover",
        "tilted",
        "cover.tilt",
        Severity.MAJOR,
        Text.of("urban.tilted", "23.4"),
        at,
        at.plusSeconds(1),
        disposition,
        Optional.of(alert),
        Optional.empty());
  }

  public static Device device(DeviceId id) {
    return new Device(
        id,
        "manhole_cover",
        "em320",
        new AreaId("310101-001"),
        "人民大道 1 号",
        Optional.of(new Value.Position(31.2, 121.4)),
        Optional.of(new AssetId("3101010102000001")),
        Map.of("tilt.limit", "20"));
  }

  /** A device that a network speaks for. */
  public static Device behind(DeviceId id, NetworkId network) {
    Device device = device(id);
    return new Device(
        id,
        device.type(),
        device.driver(),
        device.area(),
        device.address(),
        device.position(),
        device.asset(),
        device.settings(),
        Optional.of(network));
  }

  public static Alert alert(UUID id, DeviceId device, String condition) {
    return new Alert(
        id,
        device(device),
        condition,
        "urban.cover",
        Severity.MAJOR,
        Text.of("urban.tilted", "23.4", "°"),
        new Wording("井盖倾斜 23.4°", "cover tilted by 23.4°"),
        Optional.of(new AlertPolicy.Opens("urban.facility", Optional.of("cover"))),
        Optional.of(
            new Reading(device, "cover.tilt", new Value.Measure(23.4), T, TimeSource.DEVICE)),
        T,
        T.plusSeconds(1),
        T,
        1,
        Optional.empty());
  }

  public static Quarantined quarantined(Kind kind, Instant receivedAt) {
    return quarantined(UUID.randomUUID(), kind, COVER, "em320", 1, receivedAt);
  }

  public static Quarantined quarantined(
      UUID id, Kind kind, DeviceId device, String driver, int attempts, Instant receivedAt) {
    return new Quarantined(
        id,
        kind,
        Text.of("ingest.kept.rejected", "expected 5 bytes, got 2 — 长度 {0}"),
        Optional.of(driver),
        Optional.of(driver + "@1.2.3"),
        Optional.of("urban.cover"),
        Optional.of(device),
        new IncomingMessage(
            new Origin(
                "zhili/v1/demo/" + device + "/up",
                Optional.of(device),
                OptionalInt.of(85),
                Optional.of(receivedAt.minusSeconds(1))),
            Payload.ofHex("00 ff 0a 27"),
            receivedAt,
            true,
            true),
        attempts);
  }

  /** A batch in the making. */
  public static final class Draft {
    private final List<DeviceState> states = new ArrayList<>();
    private final List<Telemetry> telemetry = new ArrayList<>();
    private final List<Alert> raised = new ArrayList<>();
    private final List<AlertUpdate> updates = new ArrayList<>();
    private final List<Alarm> alarms = new ArrayList<>();
    private final Set<UUID> released = new HashSet<>();
    private final List<Quarantined> quarantined = new ArrayList<>();
    private final List<FollowUp> followUps = new ArrayList<>();

    public Draft state(DeviceState state) {
      states.add(state);
      states.sort((one, other) -> one.device().compareTo(other.device()));
      return this;
    }

    public Draft telemetry(Telemetry row) {
      telemetry.add(row);
      return this;
    }

    public Draft raise(Alert alert) {
      raised.add(alert);
      return this;
    }

    public Draft update(AlertUpdate update) {
      updates.add(update);
      return this;
    }

    public Draft alarm(Alarm alarm) {
      alarms.add(alarm);
      return this;
    }

    public Draft release(UUID id) {
      released.add(id);
      return this;
    }

    public Draft quarantine(Quarantined message) {
      quarantined.add(message);
      return this;
    }

    public Draft followUp(FollowUp followUp) {
      followUps.add(followUp);
      return this;
    }

    public IngestBatch batch() {
      return new IngestBatch(
          UUID.randomUUID(),
          states,
          telemetry,
          raised,
          updates,
          alarms,
          released,
          quarantined,
          followUps);
    }
  }
}
