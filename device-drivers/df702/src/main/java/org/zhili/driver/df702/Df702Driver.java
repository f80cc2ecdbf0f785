package org.zhili.driver.df702;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.osgi.service.component.annotations.Component;
import org.zhili.device.Decoded;
import org.zhili.device.DeviceDriver;
import org.zhili.device.DeviceMessage;
import org.zhili.device.DriverInfo;
import org.zhili.device.Metric;
import org.zhili.device.Payload;

/**
 * Decodes the Dingtek DF702, a sensor in the lids of bins (垃圾桶). Frames begin with 80 00, the kind
 * of device (01), the kind of frame and their own length, and end with 81; numbers are big-endian
 * but for the position.
 */
@Component
public final class Df702Driver implements DeviceDriver {
  private static final int PORT = 3;
  private static final int SHORT = 17;
  private static final int LONG = 25;
  private static final int HEAD = 0x80;
  private static final int END = 0x81;
  private static final int BIN_SENSOR = 1;

  private static final int HEARTBEAT = 1;
  private static final int ALARM = 2;
  private static final int SETTINGS = 3;

  private static final DriverInfo INFO =
      new DriverInfo(
          "dingtek-df702",
          "Dingtek DF702",
          Set.of("zhili/v1/+/+/up"),
          Set.of(
              new Metric("bin.distance", "mm"),
              new Metric("bin.distance.alarm", "1"),
              new Metric("bin.fire", "1"),
              new Metric("bin.tilt", "deg"),
              new Metric("bin.tilted", "1"),
              new Metric("battery.alarm", "1"),
              new Metric("temperature", "Cel"),
              new Metric("position", "deg")));

  @Override
  public DriverInfo info() {
    return INFO;
  }

  @Override
  public Decoded decode(DeviceMessage message) {
    Payload payload = message.payload();
    if (isOfAnother(payload)) {
      return new Decoded.NotMine();
    }
    Optional<String> fault = fault(message);
    if (fault.isPresent()) {
      return new Decoded.Rejected(fault.get());
    }
    if (payload.u8(3) == SETTINGS) {
      // the device confirms how it was set; nothing to report
      return new Decoded.Readings(List.of());
    }
    return read(payload, new Report(message.origin().device().orElseThrow(), message)).toDecoded();
  }

  /** Other sensors of the vendor begin alike and differ in the third byte. */
  private static boolean isOfAnother(Payload payload) {
    int size = payload.size();
    boolean otherHead = size >= 1 && payload.u8(0) != HEAD;
    boolean otherSensor = size >= 3 && payload.u16(1) != BIN_SENSOR;
    return otherHead || otherSensor;
  }

  /** What is wrong with the frame around its values. */
  private static Optional<String> fault(DeviceMessage message) {
    Payload payload = message.payload();
    int size = payload.size();
    OptionalInt port = message.origin().port();
    if (port.isPresent() && port.getAsInt() != PORT) {
      return wrong("port " + PORT, port.getAsInt());
    }
    if (size != SHORT && size != LONG) {
      return wrong(SHORT + " or " + LONG + " bytes", size);
    }
    if (payload.u8(4) != size) {
      return wrong("the length " + size + " in byte 4", payload.u8(4));
    }
    if (payload.u8(size - 1) != END) {
      return wrong("81 as the last byte", payload.slice(size - 1, size).hex());
    }
    int kind = payload.u8(3);
    if (kind != HEARTBEAT && kind != ALARM && !(kind == SETTINGS && size == LONG)) {
      return wrong("a heartbeat (1), an alarm (2) or settings of 25 bytes (3)", kind);
    }
    return message.origin().device().isEmpty()
        ? wrong("the transport to name the device", "no name")
        : Optional.empty();
  }

  private static Optional<String> wrong(String expected, Object got) {
    return Optional.of("expected " + expected + ", got " + got);
  }

  /** The long form has the position where the short one goes on with the temperature. */
  private static Report read(Payload payload, Report report) {
    boolean located = payload.size() == LONG;
    report.distance(payload.u16(5));
    if (payload.u8(7) != (located ? 1 : 0)) {
      report.fault("expected byte 7 to say whether there is a position, got " + payload.u8(7));
    } else if (located) {
      report.position(payload.u32le(12), payload.u32le(8));
    }
    int at = located ? 16 : 8;
    report.temperature(payload.u8(at));
    report.tilt(payload.u8(at + 1), payload.u8(at + 2));
    report.flag("bin.distance.alarm", payload.u8(at + 3) >> 4);
    report.flag("bin.fire", payload.u8(at + 3) & 15);
    report.flag("bin.tilted", payload.u8(at + 4) >> 4);
    report.flag("battery.alarm", payload.u8(at + 4) & 15);
    return report;
  }
}
