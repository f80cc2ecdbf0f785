package org.zhili.resources;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.zhili.alert.Severity;
import org.zhili.city.Device;
import org.zhili.core.ingest.Alert;
import org.zhili.core.ingest.AlertUpdate;
import org.zhili.core.ingest.ConditionTrack;
import org.zhili.core.ingest.DeviceState;
import org.zhili.core.ingest.IngestSamples;
import org.zhili.core.ingest.IngestSamples.Draft;
import org.zhili.core.ingest.Latest;
import org.zhili.device.Reading;
import org.zhili.device.TimeSource;
import org.zhili.device.Value;
import org.zhili.id.DeviceId;
import org.zhili.rules.AlertPolicy;
import org.zhili.text.Text;
import org.zhili.text.Wording;

/** Alerts and states of a town's devices, written as ingestion writes them. */
public final class Alerts {
  private final TestTown town;
  private int raised;

  public Alerts(TestTown town) {
    this.town = town;
  }

  /** A cover of this device tilts. */
  public Alert raise(String device) {
    return raise(
        device, Optional.of(new AlertPolicy.Opens("test.component", Optional.of("missing"))));
  }

  /** The same, in a city that opens this case for it, or none. */
  public Alert raise(String device, Optional<AlertPolicy.Opens> opens) {
    Device known = town.town().devices().find(new DeviceId(device)).orElseThrow();
    Instant at = town.town().clock().instant();
    raised++;
    Alert alert =
        new Alert(
            new UUID(0x019A_0000_0000_7000L + raised, Long.MIN_VALUE),
            known,
            "tilted",
            "test.cover",
            Severity.MAJOR,
            Text.of("test.tilted"),
            new Wording("井盖倾斜", "The cover is tilted"),
            opens,
            Optional.of(reading(known.id(), "cover.tilt", new Value.Measure(23.4), at)),
            at,
            at,
            at,
            1,
            Optional.empty());
    write(new Draft().raise(alert));
    return alert;
  }

  /** The cover lies as it should again. */
  public void clear(Alert alert) {
    Instant at = town.town().clock().instant();
    write(
        new Draft().update(new AlertUpdate(alert.id(), 2, at, Optional.empty(), Optional.of(at))));
  }

  /** The device speaks: how the cover lies, where, and whether water stands under it. */
  public void speak(Alert alert) {
    DeviceId device = alert.device().id();
    Instant at = town.town().clock().instant();
    DeviceState plain = IngestSamples.state(device, 1, at);
    ConditionTrack track =
        new ConditionTrack(
            alert.condition(),
            alert.rule(),
            0,
            0,
            Optional.of(at),
            Optional.empty(),
            Optional.empty(),
            Optional.of(new ConditionTrack.Open(alert.id(), alert.severity(), 2, true)),
            Optional.empty());
    Map<String, Latest> latest =
        Map.of(
            "cover.tilt",
            new Latest(reading(device, "cover.tilt", new Value.Measure(23.4), at), at),
            "water",
            new Latest(reading(device, "water", new Value.Flag(true), at), at),
            "status",
            new Latest(reading(device, "status", new Value.Label("tilted"), at), at),
            "place",
            new Latest(reading(device, "place", new Value.Position(30.6, 104.1), at), at));
    write(
        new Draft()
            .state(
                new DeviceState(
                    device,
                    plain.type(),
                    1,
                    Optional.of(at),
                    latest,
                    Map.of(track.condition(), track),
                    plain.recent())));
  }

  private static Reading reading(DeviceId device, String metric, Value value, Instant at) {
    return new Reading(device, metric, value, at, TimeSource.DEVICE);
  }

  private void write(Draft draft) {
    town.town().stores().ingest().write(draft.batch());
  }
}
