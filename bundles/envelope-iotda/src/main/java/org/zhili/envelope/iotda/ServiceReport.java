package org.zhili.envelope.iotda;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.zhili.device.Payload;
import org.zhili.envelope.EnclosedMessage;
import org.zhili.json.JsonValue;
import org.zhili.json.MalformedJson;

/** What one service of a device reports. */
record ServiceReport(JsonValue.Text service, JsonValue.Members properties, Optional<Instant> time) {
  private static final String SERVICE = "service_id";
  private static final DateTimeFormatter COMPACT =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'");

  static ServiceReport of(JsonValue json) throws MalformedJson {
    return new ServiceReport(
        part(json, SERVICE, JsonValue.Text.class),
        part(json, "properties", JsonValue.Members.class),
        json.text("event_time").flatMap(ServiceReport::time));
  }

  private static <V extends JsonValue> V part(JsonValue json, String name, Class<V> kind)
      throws MalformedJson {
    return json.at(name)
        .filter(kind::isInstance)
        .map(kind::cast)
        .orElseThrow(() -> new MalformedJson("a service without service_id or properties"));
  }

  /** The properties, with the name of the service before them, as others may have the same. */
  EnclosedMessage message(String sender) {
    Map<String, JsonValue> named = new LinkedHashMap<>();
    if (!properties.all().containsKey(SERVICE)) {
      named.put(SERVICE, service);
    }
    named.putAll(properties.all());
    return new EnclosedMessage(
        sender, Payload.ofUtf8(new JsonValue.Members(named).written()), OptionalInt.empty(), time);
  }

  /** In UTC, in either form of the platform; a time that makes no sense is no time. */
  private static Optional<Instant> time(String text) {
    try {
      return Optional.of(
          text.contains("-")
              ? Instant.parse(text)
              : LocalDateTime.parse(text, COMPACT).toInstant(ZoneOffset.UTC));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
