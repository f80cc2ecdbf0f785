package org.zhili.demo.city.device;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import org.zhili.demo.city.device.Kind.Trouble;
import org.zhili.demo.city.device.MilesightFrame.Angle;
import org.zhili.demo.city.ledger.Ledger;
import org.zhili.device.Payload;

/** One sensor, and the thing it watches: well, or with a trouble until somebody repairs it. */
public final class Sensor {
  /** How deep the bins of this city are, in mm. */
  public static final int BIN_DEPTH = 1200;

  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private final String id;
  private final Kind kind;
  private final String address;
  private final Random random;
  private Optional<Trouble> trouble = Optional.empty();
  private Instant wellSince = Instant.MIN;
  private Instant lastSaid = Instant.EPOCH;
  private double battery;

  public Sensor(String id, Kind kind, String address, Random random) {
    this.id = id;
    this.kind = kind;
    this.address = address;
    this.random = random;
    this.battery = 60 + random.nextInt(40);
  }

  /**
   * What a sensor says.
   *
   * @param abnormal where the ledger writes it down, when the town must make something of it
   */
  public record Report(Payload payload, Optional<Ledger.Key> abnormal) {}

  public String id() {
    return id;
  }

  public Kind kind() {
    return kind;
  }

  public synchronized boolean isWell() {
    return trouble.isEmpty();
  }

  /** Whether all has been well since that time. */
  synchronized boolean isWellSince(Instant at) {
    return trouble.isEmpty() && !wellSince.isAfter(at);
  }

  /** Let something go wrong. */
  synchronized void suffer(Trouble next) {
    trouble = Optional.of(next);
  }

  /** Put this condition right; false when it was another one, or none. */
  synchronized boolean repair(String condition, Instant now) {
    if (trouble.filter(present -> present.condition().equals(condition)).isEmpty()) {
      return false;
    }
    trouble = Optional.empty();
    wellSince = now;
    return true;
  }

  /** Say how things are now. */
  synchronized Report report(Instant now) {
    battery = Math.max(20, battery - 0.01);
    // the same words at the same time would be the same message
    Instant next = lastSaid.plusMillis(1);
    lastSaid = now.isAfter(next) ? now.truncatedTo(ChronoUnit.MILLIS) : next;
    Payload payload =
        switch (kind) {
          case CITY_COVER, CITY_BIN -> message(lastSaid).toPayload();
          case TILT_COVER -> tilt();
          case DISTANCE_BIN -> distance();
        };
    return new Report(
        payload, trouble.map(wrong -> new Ledger.Key(id, wrong.metric(), wrong.condition())));
  }

  private CityMessage message(Instant now) {
    String status = trouble.map(Trouble::condition).orElse("normal");
    OptionalDouble fill =
        kind == Kind.CITY_BIN
            ? OptionalDouble.of(rounded(status.equals("full") ? 0.92 : 0.05, 0.07, 0.65, status))
            : OptionalDouble.empty();
    LocalDateTime at = LocalDateTime.ofInstant(now, ZONE);
    return new CityMessage(
        id,
        kind.type(),
        address,
        status,
        at.toString(),
        Optional.of(new CityMessage.Readings(OptionalDouble.of(Math.floor(battery)), fill)));
  }

  private double rounded(double from, double whenFull, double whenWell, String status) {
    double span = status.equals("full") ? whenFull : whenWell;
    return Math.round((from + random.nextDouble() * span) * 100) / 100d;
  }

  private Payload tilt() {
    Angle x = new Angle(random.nextInt(200) / 100d, false);
    Angle y = trouble.isPresent() ? new Angle(15 + random.nextInt(60), true) : Angle.FLAT;
    return new MilesightFrame().battery((int) battery).tilt(x, y, Angle.FLAT).toPayload();
  }

  private Payload distance() {
    boolean full = trouble.filter(t -> t.condition().equals("full")).isPresent();
    int distance = full ? 20 + random.nextInt(80) : 400 + random.nextInt(BIN_DEPTH - 400);
    return new MilesightFrame()
        .battery((int) battery)
        .temperature(8 + random.nextInt(200) / 10d)
        .distance(distance)
        .tilted(trouble.filter(t -> t.condition().equals("tilted")).isPresent())
        .toPayload();
  }
}
