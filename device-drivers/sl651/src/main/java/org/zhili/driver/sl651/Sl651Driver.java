package org.zhili.driver.sl651;

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
import org.zhili.id.DeviceId;

/**
 * Decodes what hydrological stations send by SL 651-2014 in its binary encoding: test, uniform,
 * timed, added and hourly reports, and answers to queries of elements.
 *
 * <p>A message is one frame, or all packets of one text, one after the other.
 */
@Component
public final class Sl651Driver implements DeviceDriver {
  private static final DriverInfo INFO =
      new DriverInfo(
          "sl651",
          "Hydrological station by SL 651-2014",
          Set.of("zhili/v1/+/+/up"),
          Stream.concat(
                  Found.metrics(),
                  Found.metrics().map(metric -> new Metric("test." + metric.key(), metric.unit())))
              .collect(Collectors.toSet()));

  @Override
  public DriverInfo info() {
    return INFO;
  }

  @Override
  public Decoded decode(DeviceMessage message) {
    if (message.payload().size() < 2 || !Frame.begins(message.payload(), 0)) {
      return new Decoded.NotMine();
    }
    try {
      Report report = Report.read(message.payload());
      return new Decoded.Readings(Texts.read(report, sender(report, message)));
    } catch (Malformed e) {
      return new Decoded.Rejected(e.reason());
    }
  }

  private static DeviceId sender(Report report, DeviceMessage message) throws Malformed {
    Optional<DeviceId> known = message.origin().device();
    if (known.isPresent() && !known.get().value().equals(report.station())) {
      throw new Malformed("station " + known.get() + " as the transport says", report.station());
    }
    return new DeviceId(report.station());
  }
}
