package org.zhili.envelope.alink;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import org.zhili.device.Payload;
import org.zhili.envelope.EnclosedMessage;
import org.zhili.json.JsonValue;
import org.zhili.json.MalformedJson;

/** The properties of a report, those of one time together. */
final class PropertyReport {
  private static final long LATEST = Instant.parse("9999-12-31T00:00:00Z").toEpochMilli();
  private static final Set<String> TIMED = Set.of("value", "time");

  private final TreeMap<Instant, Map<String, JsonValue>> timed = new TreeMap<>();
  private final Map<String, JsonValue> untimed = new LinkedHashMap<>();

  private PropertyReport() {}

  static PropertyReport of(JsonValue json) throws MalformedJson {
    if (!(json.at("params").orElse(new JsonValue.Nothing()) instanceof JsonValue.Members params)) {
      throw new MalformedJson("no params");
    }
    PropertyReport report = new PropertyReport();
    params.all().forEach(report::add);
    return report;
  }

  /** A property is its plain value, or an object of its value and time. */
  private void add(String name, JsonValue property) {
    Optional<JsonValue> value = property.at("value").filter(found -> isTimed(property));
    Map<String, JsonValue> group =
        value
            .flatMap(found -> time(property))
            .map(at -> timed.computeIfAbsent(at, key -> new LinkedHashMap<>()))
            .orElse(untimed);
    group.put(name, value.orElse(property));
  }

  /** An object of other members is the value itself. */
  private static boolean isTimed(JsonValue property) {
    return property instanceof JsonValue.Members members
        && TIMED.containsAll(members.all().keySet());
  }

  /** The latest time that is given. */
  Optional<Instant> latest() {
    return timed.isEmpty() ? Optional.empty() : Optional.of(timed.lastKey());
  }

  /** A message for each time, in their order; what has none comes last, as it is of now. */
  List<EnclosedMessage> messages(String sender) {
    List<EnclosedMessage> messages = new ArrayList<>();
    timed.forEach((at, members) -> messages.add(message(sender, members, Optional.of(at))));
    if (!untimed.isEmpty()) {
      messages.add(message(sender, untimed, Optional.empty()));
    }
    return messages;
  }

  private static EnclosedMessage message(
      String sender, Map<String, JsonValue> members, Optional<Instant> at) {
    return new EnclosedMessage(
        sender, Payload.ofUtf8(new JsonValue.Members(members).written()), OptionalInt.empty(), at);
  }

  /** The instant of milliseconds since 1970; what makes no sense is no time. */
  private static Optional<Instant> time(JsonValue property) {
    if (!(property.at("time").orElse(property) instanceof JsonValue.Numeral number)
        || !number.written().matches("[1-9][0-9]{0,17}")) {
      return Optional.empty();
    }
    long millis = Long.parseLong(number.written());
    return millis < LATEST ? Optional.of(Instant.ofEpochMilli(millis)) : Optional.empty();
  }
}
