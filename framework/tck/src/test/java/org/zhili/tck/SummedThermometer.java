package org.zhili.tck;

import java.util.function.Predicate;
import org.zhili.device.Decoded;
import org.zhili.device.DeviceMessage;
import org.zhili.device.DriverInfo;
import org.zhili.device.Payload;

/** A thermometer whose frames end in a byte that makes all of them come to zero. */
final class SummedThermometer extends Thermometer {
  private final Predicate<Payload> isSound;

  SummedThermometer(Predicate<Payload> isSound) {
    this.isSound = isSound;
  }

  /** Whether the bytes come to zero. */
  static boolean sumFits(Payload frame) {
    int sum = 0;
    for (byte b : frame.toBytes()) {
      sum ^= b;
    }
    return sum == 0;
  }

  @Override
  public DriverInfo info() {
    return info("test-summed", "test/+/up", "Cel");
  }

  @Override
  public Decoded decode(DeviceMessage message) {
    Payload frame = message.payload();
    if (frame.size() == 0 || !isSound.test(frame)) {
      return new Decoded.Rejected("expected the bytes to come to zero");
    }
    return super.decode(
        new DeviceMessage(
            message.origin(),
            frame.slice(0, frame.size() - 1),
            message.receivedAt(),
            message.zone()));
  }
}
