package org.zhili.envelope.alink;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.zhili.device.Payload;
import org.zhili.envelope.EnclosedMessage;

/** The properties of a report, those of one time together. */
final class PropertyReport {
  private static final long LATEST = Instant.parse("9999-12-31T00:00:00Z").toEpochMilli();

  private final TreeMap<Instant, List<String>> timed = new TreeMap<>();
  private final List<String> untimed = new ArrayList<>();

  private PropertyReport() {}

  /** Read the object the parser stands before. */
  static PropertyReport read(JsonFactory json, JsonParser parser) throws IOException {
    PropertyReport report = new PropertyReport();
    boolean params = false;
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      throw new JsonParseException(parser, "no object");
    }
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      boolean here = parser.currentName().equals("params");
      JsonToken value = parser.nextToken();
      if (here && value == JsonToken.START_OBJECT) {
        params = true;
        report.params(json, parser);
      } else {
        parser.skipChildren();
      }
    }
    if (!params) {
      throw new JsonParseException(parser, "no params");
    }
    if (parser.nextToken() != null) {
      throw new JsonParseException(parser, "more after the object");
    }
    return report;
  }

  private void params(JsonFactory json, JsonParser parser) throws IOException {
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      parser.nextToken();
      Property property = Property.read(json, parser);
      String member = member(json, name, property.value());
      if (property.time().isPresent()) {
        timed.computeIfAbsent(property.time().get(), at -> new ArrayList<>()).add(member);
      } else {
        untimed.add(member);
      }
    }
  }

  private static String member(JsonFactory json, String name, String value) throws IOException {
    StringWriter text = new StringWriter();
    try (JsonGenerator into = json.createGenerator(text)) {
      into.writeString(name);
    }
    return text + ":" + value;
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
      String sender, List<String> members, Optional<Instant> at) {
    return new EnclosedMessage(
        sender, Payload.ofUtf8("{" + String.join(",", members) + "}"), OptionalInt.empty(), at);
  }

  /** The instant of milliseconds since 1970; what makes no sense is no time. */
  static Optional<Instant> time(JsonParser parser) throws IOException {
    if (parser.currentToken() != JsonToken.VALUE_NUMBER_INT
        || parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER) {
      return Optional.empty();
    }
    long millis = parser.getLongValue();
    return millis > 0 && millis < LATEST
        ? Optional.of(Instant.ofEpochMilli(millis))
        : Optional.empty();
  }
}
