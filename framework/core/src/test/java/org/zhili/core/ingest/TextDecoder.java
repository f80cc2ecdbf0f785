package org.zhili.core.ingest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.zhili.device.Decoded;
import org.zhili.device.DeviceMessage;
import org.zhili.device.DriverInfo;
import org.zhili.device.Metric;
import org.zhili.device.Reading;
import org.zhili.device.TimeSource;
import org.zhili.device.Value;
import org.zhili.id.DeviceId;

/**
 * Reads {@code tilt=23.4@2026-11-23T08:00:00Z;moved=true}; an item may begin with the device it is
 * about, as in {@code MC-002:tilt=3}. Other payloads: {@code !} is rejected, {@code ?} is not its
 * own, {@code #} gets no reply, {@code *} breaks the decoder.
 */
final class TextDecoder implements Decoder {
  private final DriverCard card;
  private final String identity;
  private int asked;

  TextDecoder(String id) {
    this(id, id + "@1");
  }

  TextDecoder(String id, String identity) {
    this.identity = identity;
    card =
        new DriverCard(
            new DriverInfo(
                id,
                "Text",
                Set.of("zhili/v1/demo/+/up", "lora/#"),
                Set.of(
                    new Metric("tilt", "deg"),
                    new Metric("moved", "1"),
                    new Metric("label", "1"),
                    new Metric("place", "1"))));
  }

  @Override
  public DriverCard card() {
    return card;
  }

  @Override
  public String identity() {
    return identity;
  }

  /** How often it was asked, however many messages there were. */
  int asked() {
    return asked;
  }

  @Override
  public synchronized List<Reply<Decoded>> decode(Sender sender, List<DeviceMessage> messages) {
    asked++;
    List<Reply<Decoded>> replies = new ArrayList<>();
    for (DeviceMessage message : messages) {
      String text = message.payload().utf8().orElse("!");
      replies.add(
          text.startsWith("#")
              ? new Reply.None<>(IngestWords.kept("left"))
              : new Reply.Given<>(decode(text, message)));
    }
    return replies;
  }

  private static Decoded decode(String text, DeviceMessage message) {
    if (text.startsWith("*")) {
      throw new IllegalStateException("poison: " + text);
    } else if (text.startsWith("!")) {
      return new Decoded.Rejected("broken: " + text);
    } else if (text.startsWith("?")) {
      return new Decoded.NotMine();
    }
    List<Reading> readings = new ArrayList<>();
    for (String item : text.split(";")) {
      readings.add(reading(item, message));
    }
    return new Decoded.Readings(readings);
  }

  private static Reading reading(String item, DeviceMessage message) {
    int at = item.indexOf('@');
    String said = at < 0 ? item : item.substring(0, at);
    int equals = said.indexOf('=');
    int colon = said.lastIndexOf(':', equals);
    DeviceId device =
        colon < 0
            ? message.origin().device().orElse(new DeviceId("nobody"))
            : new DeviceId(said.substring(0, colon));
    return new Reading(
        device,
        said.substring(colon + 1, equals),
        value(said.substring(equals + 1)),
        at < 0 ? message.receivedAt() : Instant.parse(item.substring(at + 1)),
        at < 0 ? TimeSource.RECEIVED : TimeSource.DEVICE);
  }

  private static Value value(String text) {
    if (text.equals("true") || text.equals("false")) {
      return new Value.Flag(Boolean.parseBoolean(text));
    }
    int comma = text.indexOf(',');
    if (comma > 0) {
      return new Value.Position(
          Double.parseDouble(text.substring(0, comma)),
          Double.parseDouble(text.substring(comma + 1)));
    }
    return text.matches("-?[0-9.]+(e[0-9]+)?")
        ? new Value.Measure(Double.parseDouble(text))
        : new Value.Label(text);
  }
}
