package org.zhili.benchmarks;

import java.time.Instant;
import java.time.ZoneId;
import org.zhili.device.DeviceMessage;
import org.zhili.device.Origin;
import org.zhili.device.Payload;
import org.zhili.id.DeviceId;
import org.zhili.message.IncomingMessage;

/** What bins send: the city's own JSON, and whatever else they are given. */
final class Samples {
  private Samples() {}

  static Payload json(int bin, String status, Instant at) {
    String id = BenchCity.bin(bin);
    return Payload.ofUtf8(
        "{\"device_id\":\""
            + id
            + "\",\"type\":\"trash_bin\",\"location\":\"中山路100号\",\"status\":\""
            + status
            + "\",\"timestamp\":\""
            + at
            + "\"}");
  }

  static DeviceMessage message(int bin, Payload payload, Instant at) {
    return new DeviceMessage(origin(bin), payload, at, ZoneId.of("Asia/Shanghai"));
  }

  static DeviceMessage message(String station, Payload payload, Instant at) {
    Origin origin =
        Origin.of("zhili/v1/" + BenchCity.TENANT + "/" + station + "/up", new DeviceId(station));
    return new DeviceMessage(origin, payload, at, ZoneId.of("Asia/Shanghai"));
  }

  static IncomingMessage incoming(int bin, Payload payload, Instant at) {
    return new IncomingMessage(origin(bin), payload, at, false, false);
  }

  private static Origin origin(int bin) {
    return Origin.of(BenchCity.topic(bin), new DeviceId(BenchCity.bin(bin)));
  }
}
