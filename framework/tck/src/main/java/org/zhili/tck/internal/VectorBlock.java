package org.zhili.tck.internal;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.zhili.device.DeviceMessage;
import org.zhili.device.Origin;
import org.zhili.device.Payload;
import org.zhili.device.Reading;
import org.zhili.device.TimeSource;
import org.zhili.device.Value;
import org.zhili.id.DeviceId;

/** A vector while its lines are read. */
final class VectorBlock implements VectorFile.Block<DeviceVector> {
  private static final String NUMBER = "[+-]?\\d+(\\.\\d+)?([eE][+-]?\\d+)?";

  private record Said(DeviceId device, String metric, Value value) {}

  private final String name;
  private final String source;
  private final List<Said> said = new ArrayList<>();
  private @Nullable String topic;
  private Optional<DeviceId> device = Optional.empty();
  private OptionalInt port = OptionalInt.empty();
  private Optional<Instant> sent = Optional.empty();
  private Instant received = Instant.parse("2026-01-01T00:00:00Z");
  private ZoneId zone = ZoneId.of("Asia/Shanghai");
  private @Nullable Payload payload;
  private @Nullable Instant at;
  private TimeSource timeSource = TimeSource.RECEIVED;
  private @Nullable Expectation outcome;
  private boolean nothing;

  VectorBlock(String name, String source) {
    this.name = name;
    this.source = source;
  }

  @Override
  public void read(String word, String rest) {
    switch (word) {
      case "topic" -> topic(rest);
      case "device" -> device(rest);
      case "port" -> port(rest);
      case "sent" -> sent(rest);
      case "received" -> received(rest);
      case "zone" -> zone(rest);
      case "hex" -> payload(Payload.ofHex(rest));
      case "utf8" -> payload(Payload.ofUtf8(rest));
      case "at" -> at(rest);
      case "reading" -> reading(rest);
      case "nothing" -> nothing();
      case "rejected" -> outcome(new Expectation.Rejected(rest));
      case "not-mine" -> outcome(new Expectation.NotMine());
      default -> throw new IllegalArgumentException("no such word: " + word);
    }
  }

  void topic(String words) {
    topic = words;
  }

  void device(String words) {
    device = Optional.of(new DeviceId(words));
  }

  void port(String words) {
    port = OptionalInt.of(Integer.parseInt(words));
  }

  void sent(String words) {
    sent = Optional.of(Instant.parse(words));
  }

  void received(String words) {
    received = Instant.parse(words);
  }

  void zone(String words) {
    zone = ZoneId.of(words);
  }

  void payload(Payload bytes) {
    if (payload != null) {
      throw new IllegalArgumentException("a vector has one payload");
    }
    payload = bytes;
  }

  /** When the readings were true, and how that is known; devices with a clock are believed. */
  void at(String words) {
    String[] parts = words.split("\\s+", 2);
    at = Instant.parse(parts[0]);
    timeSource =
        parts.length == 1
            ? TimeSource.DEVICE
            : TimeSource.valueOf(parts[1].replace('-', '_').toUpperCase(Locale.ROOT));
  }

  void reading(String words) {
    String[] parts = words.split("\\s+", 3);
    if (parts.length < 3) {
      throw new IllegalArgumentException("expected a device, a metric and a value");
    }
    said.add(new Said(new DeviceId(parts[0]), parts[1], value(parts[2])));
  }

  void nothing() {
    nothing = true;
  }

  void outcome(Expectation expected) {
    if (outcome != null) {
      throw new IllegalArgumentException("a vector has one outcome");
    }
    outcome = expected;
  }

  @Override
  public DeviceVector toVector() {
    if (topic == null || payload == null) {
      throw incomplete("a topic and a payload (hex or utf8)");
    }
    var origin = new Origin(topic, device, port, sent);
    return new DeviceVector(
        name, source, new DeviceMessage(origin, payload, received, zone), expectation());
  }

  private Expectation expectation() {
    if ((said.isEmpty() ? 0 : 1) + (nothing ? 1 : 0) + (outcome == null ? 0 : 1) != 1) {
      throw incomplete("either readings, or nothing, or rejected, or not-mine");
    }
    if (outcome != null) {
      return outcome;
    }
    Instant observed = at == null ? received : at;
    return new Expectation.Readings(
        said.stream()
            .map(s -> new Reading(s.device(), s.metric(), s.value(), observed, timeSource))
            .toList());
  }

  private IllegalArgumentException incomplete(String expected) {
    return new IllegalArgumentException(source + ": the vector \"" + name + "\" needs " + expected);
  }

  /** Flags and numbers as they look; a position is two numbers and a comma; the rest is a label. */
  private static Value value(String words) {
    if (words.equals("true") || words.equals("false")) {
      return new Value.Flag(words.equals("true"));
    }
    if (words.matches(NUMBER)) {
      return new Value.Measure(Double.parseDouble(words));
    }
    if (words.matches(NUMBER + "," + NUMBER)) {
      String[] parts = words.split(",", 2);
      return new Value.Position(Double.parseDouble(parts[0]), Double.parseDouble(parts[1]));
    }
    boolean quoted = words.length() >= 2 && words.startsWith("\"") && words.endsWith("\"");
    return new Value.Label(quoted ? words.substring(1, words.length() - 1) : words);
  }
}
