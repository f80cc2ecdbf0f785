package org.zhili.itests.brittle;

import java.util.List;
import java.util.Set;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.zhili.device.Decoded;
import org.zhili.device.DeviceDriver;
import org.zhili.device.DeviceMessage;
import org.zhili.device.DriverInfo;
import org.zhili.device.Metric;
import org.zhili.device.Reading;
import org.zhili.device.TimeSource;
import org.zhili.device.Value;

/** Reads a number of one byte. Versions 1.1 are let in like any other, and break on every frame. */
@Component
public final class BrittleDriver implements DeviceDriver {
  private final boolean breaks;

  @Activate
  public BrittleDriver(BundleContext context) {
    breaks = context.getBundle().getVersion().getMinor() == 1;
  }

  @Override
  public DriverInfo info() {
    return new DriverInfo(
        "brittle", "brittle", Set.of("zhili/v1/+/+/up"), Set.of(new Metric("cover.number", "1")));
  }

  @Override
  public Decoded decode(DeviceMessage message) {
    if (message.payload().size() != 1 || message.origin().device().isEmpty()) {
      return new Decoded.NotMine();
    }
    if (breaks) {
      throw new IllegalStateException("brittle");
    }
    return new Decoded.Readings(
        List.of(
            new Reading(
                message.origin().device().get(),
                "cover.number",
                new Value.Measure(message.payload().u8(0)),
                message.receivedAt(),
                TimeSource.RECEIVED)));
  }
}
