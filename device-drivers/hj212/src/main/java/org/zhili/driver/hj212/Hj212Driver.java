package org.zhili.driver.hj212;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Component;
import org.zhili.device.Decoded;
import org.zhili.device.DeviceDriver;
import org.zhili.device.DeviceMessage;
import org.zhili.device.DriverInfo;
import org.zhili.device.Metric;
import org.zhili.device.Reading;
import org.zhili.id.DeviceId;

/**
 * Decodes what environmental monitoring stations send by HJ 212-2017: present values, values over
 * minutes, hours and days, and the state of facilities.
 *
 * <p>A message is one packet, or all packets of one transmission, one after the other.
 */
@Component
public final class Hj212Driver implements DeviceDriver {
  private static final DriverInfo INFO =
      new DriverInfo(
          "hj212",
          "Environmental monitoring station by HJ 212-2017",
          Set.of("zhili/v1/+/+/up"),
          metrics().collect(Collectors.toSet()));

  private static final int DATA = 2000;
  private static final int DATA_END = 3000;

  /** When the station itself was switched on. */
  private static final int STARTED = 2081;

  private static Stream<Metric> metrics() {
    return Stream.of(
            Factors.all().stream().flatMap(factor -> factor.metrics().stream()),
            Stream.of(Measurements.UNREAD),
            Facilities.metrics())
        .flatMap(metrics -> metrics);
  }

  @Override
  public DriverInfo info() {
    return INFO;
  }

  @Override
  public Decoded decode(DeviceMessage message) {
    if (!Wire.begins(message.payload(), 0)) {
      return new Decoded.NotMine();
    }
    try {
      Upload upload = Upload.read(message.payload());
      return new Decoded.Readings(readings(sender(upload, message), upload));
    } catch (Malformed e) {
      return new Decoded.Rejected(e.reason());
    }
  }

  private static DeviceId sender(Upload upload, DeviceMessage message) throws Malformed {
    String station = upload.station();
    Optional<DeviceId> known = message.origin().device();
    if (known.isPresent() && !known.get().value().equals(station)) {
      throw new Malformed("MN " + known.get() + " as the transport says", Area.shown(station));
    }
    if (!DeviceId.isWellFormed(station)) {
      throw new Malformed("MN to be a device id", "\"" + Area.shown(station) + "\"");
    }
    return new DeviceId(station);
  }

  /** Commands and answers are understood, too, and report nothing. */
  private static List<Reading> readings(DeviceId device, Upload upload) throws Malformed {
    int command = upload.command();
    if (command < DATA || command >= DATA_END || command == STARTED) {
      return List.of();
    }
    List<Reading> readings = new ArrayList<>();
    for (String text : upload.areas()) {
      Area area = Area.read(text);
      Optional<Period> period = Period.of(command);
      if (period.isPresent()) {
        readings.addAll(Measurements.read(device, period.get(), time(area), area));
      } else if (command == Facilities.STATES || command == Facilities.HOURS) {
        readings.addAll(Facilities.read(device, time(area), area));
      } else {
        throw new Malformed("data this driver reads", "command " + command);
      }
    }
    return readings;
  }

  private static Instant time(Area area) throws Malformed {
    Optional<String> text = area.field("DataTime");
    if (text.isEmpty()) {
      throw new Malformed("DataTime", "none");
    }
    return BeijingTime.of(text.get())
        .orElseThrow(
            () -> new Malformed("DataTime to be a time", "\"" + Area.shown(text.get()) + "\""));
  }
}
