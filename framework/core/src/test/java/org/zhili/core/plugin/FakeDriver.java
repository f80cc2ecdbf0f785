package org.zhili.core.plugin;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.zhili.device.Decoded;
import org.zhili.device.DeviceDriver;
import org.zhili.device.DeviceMessage;
import org.zhili.device.DriverInfo;
import org.zhili.device.Origin;
import org.zhili.device.Payload;
import org.zhili.id.DeviceId;

/** A driver that does something of the test's before it reports nothing. */
record FakeDriver(String id, Runnable decoding) implements DeviceDriver {
  @Override
  public DriverInfo info() {
    return new DriverInfo(id, "model of " + id, Set.of("a/+/up"), Set.of());
  }

  @Override
  public Decoded decode(DeviceMessage message) {
    decoding.run();
    return new Decoded.Readings(List.of());
  }

  static DeviceMessage message() {
    return new DeviceMessage(
        Origin.of("a/b/up", new DeviceId("b")), Payload.ofHex("00"), Instant.EPOCH, ZoneOffset.UTC);
  }
}
