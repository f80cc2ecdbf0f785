package org.zhili.envelope.iotda;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.OptionalInt;
import org.zhili.device.Payload;
import org.zhili.envelope.EnclosedMessage;

/** What one service of a device reports. */
final class ServiceReport {
  private static final String SERVICE = "service_id";
  private static final DateTimeFormatter COMPACT =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'");

  private Optional<String> service = Optional.empty();
  private Optional<String> properties = Optional.empty();
  private boolean namesService;
  private Optional<Instant> time = Optional.empty();

  private ServiceReport() {}

  /** Read the object the parser stands on. */
  static ServiceReport read(JsonFactory json, JsonParser parser) throws IOException {
    ServiceReport report = new ServiceReport();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      JsonToken value = parser.nextToken();
      if (name.equals(SERVICE) && value == JsonToken.VALUE_STRING) {
        report.service = Optional.of(parser.getText());
      } else if (name.equals("properties") && value == JsonToken.START_OBJECT) {
        report.properties(json, parser);
      } else if (name.equals("event_time") && value == JsonToken.VALUE_STRING) {
        report.time = time(parser.getText());
      } else {
        parser.skipChildren();
      }
    }
    return report;
  }

  private void properties(JsonFactory json, JsonParser parser) throws IOException {
    ByteArrayOutputStream copy = new ByteArrayOutputStream();
    try (JsonGenerator into = json.createGenerator(copy)) {
      into.writeStartObject();
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        namesService |= parser.currentName().equals(SERVICE);
        into.writeFieldName(parser.currentName());
        parser.nextToken();
        JsonCopy.value(parser, into);
      }
      into.writeEndObject();
    }
    properties = Optional.of(copy.toString(StandardCharsets.UTF_8));
  }

  /** The properties, with the name of the service before them, as others may have the same. */
  EnclosedMessage message(JsonFactory json, JsonParser parser, String sender) throws IOException {
    if (service.isEmpty() || properties.isEmpty()) {
      throw new JsonParseException(parser, "a service without service_id or properties");
    }
    String object = properties.get();
    return new EnclosedMessage(
        sender,
        Payload.ofUtf8(namesService ? object : named(json, service.get()) + rest(object)),
        OptionalInt.empty(),
        time);
  }

  private static String rest(String object) {
    return (object.equals("{}") ? "" : ",") + object.substring(1);
  }

  /** The beginning of an object that has this name and more. */
  private static String named(JsonFactory json, String service) throws IOException {
    StringWriter beginning = new StringWriter();
    try (JsonGenerator into = json.createGenerator(beginning)) {
      into.writeStartObject();
      into.writeStringField(SERVICE, service);
      into.writeEndObject();
    }
    return beginning.toString().replaceFirst("}$", "");
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
