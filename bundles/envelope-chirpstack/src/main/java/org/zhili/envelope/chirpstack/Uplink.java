package org.zhili.envelope.chirpstack;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.zhili.device.Payload;
import org.zhili.envelope.EnclosedMessage;
import org.zhili.envelope.Opened;

/** What an uplink event says, as far as it matters here; the rest is passed over. */
final class Uplink {
  private static final int LONGEST_TIME = 35;
  private static final int HIGHEST_PORT = 255;

  private Optional<String> application = Optional.empty();
  private Optional<String> devEui = Optional.empty();
  private Optional<String> time = Optional.empty();
  private Optional<String> data = Optional.empty();
  private Optional<String> port = Optional.empty();
  private boolean encrypted;

  private Uplink() {}

  /** Read the object the parser stands before. */
  static Uplink read(JsonParser parser) throws IOException {
    Uplink uplink = new Uplink();
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      parser.skipChildren();
      return uplink;
    }
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      JsonToken value = parser.nextToken();
      switch (name) {
        case "deviceInfo" -> uplink.deviceInfo(parser, value);
        case "time" -> uplink.time = scalar(parser, value);
        case "fPort" -> uplink.port = scalar(parser, value);
        case "data" -> uplink.data = scalar(parser, value);
        case "joinServerContext" -> {
          uplink.encrypted = value == JsonToken.START_OBJECT;
          parser.skipChildren();
        }
        default -> parser.skipChildren();
      }
    }
    if (parser.nextToken() != null) {
      throw new JsonParseException(parser, "more after the object");
    }
    return uplink;
  }

  private void deviceInfo(JsonParser parser, JsonToken token) throws IOException {
    if (token != JsonToken.START_OBJECT) {
      parser.skipChildren();
      return;
    }
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      JsonToken value = parser.nextToken();
      switch (name) {
        case "applicationId" -> application = scalar(parser, value);
        case "devEui" -> devEui = scalar(parser, value);
        default -> parser.skipChildren();
      }
    }
  }

  /** The text of a string or number; nothing of anything else. */
  private static Optional<String> scalar(JsonParser parser, JsonToken token) throws IOException {
    if (token == JsonToken.VALUE_STRING || token.isNumeric()) {
      return Optional.of(parser.getText());
    }
    parser.skipChildren();
    return Optional.empty();
  }

  /** What is inside, when it agrees with the topic. */
  Opened open(String topicApplication, String topicDevEui) {
    if (!devEui.orElse("").equalsIgnoreCase(topicDevEui)) {
      return rejected("deviceInfo.devEui " + topicDevEui + " as in the topic", devEui);
    }
    if (!application.orElse("").equalsIgnoreCase(topicApplication)) {
      return rejected(
          "deviceInfo.applicationId " + topicApplication + " as in the topic", application);
    }
    if (data.orElse("").isEmpty()) {
      return new Opened.Contents(List.of()); // a frame of the network's own
    }
    if (encrypted) {
      return new Opened.Rejected(
          "expected data that ChirpStack has decrypted, got data under a join server's key");
    }
    OptionalInt fPort = number(port.orElse(""));
    if (fPort.isEmpty()) {
      return rejected("fPort from 0 to " + HIGHEST_PORT, port);
    }
    try {
      Payload payload = Payload.of(Base64.getDecoder().decode(data.orElseThrow()));
      String sender = topicApplication + ":" + topicDevEui;
      return new Opened.Contents(List.of(new EnclosedMessage(sender, payload, fPort, at())));
    } catch (IllegalArgumentException e) {
      return rejected("data in Base64", data);
    }
  }

  private static OptionalInt number(String text) {
    if (!text.matches("[0-9]{1,3}") || Integer.parseInt(text) > HIGHEST_PORT) {
      return OptionalInt.empty();
    }
    return OptionalInt.of(Integer.parseInt(text));
  }

  /** A time that makes no sense is no time: the time of receipt stands in. */
  private Optional<Instant> at() {
    try {
      return time.filter(text -> text.length() <= LONGEST_TIME && text.startsWith("2"))
          .map(text -> OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Opened rejected(String expected, Optional<String> got) {
    return new Opened.Rejected(
        "expected "
            + expected
            + ", got "
            + got.map(text -> text.length() > 80 ? text.substring(0, 80) + "…" : text)
                .orElse("none"));
  }
}
