package org.zhili.envelope.things.stack;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.zhili.device.Payload;
import org.zhili.envelope.EnclosedMessage;
import org.zhili.envelope.Opened;

/** What an uplink says, as far as it matters here; the rest is passed over. */
final class Uplink {
  private static final String DEVICE = "end_device_ids.device_id";
  private static final String APPLICATION = "end_device_ids.application_ids.application_id";
  private static final String PORT = "uplink_message.f_port";
  private static final String PAYLOAD = "uplink_message.frm_payload";
  private static final String SIMULATED = "simulated";
  private static final String GATEWAY_TIME = "uplink_message.settings.time";
  private static final String NETWORK_TIME = "uplink_message.received_at";
  private static final String SERVER_TIME = "received_at";

  /** The objects that are looked into. */
  private static final Set<String> OBJECTS =
      Set.of(
          "end_device_ids.",
          "end_device_ids.application_ids.",
          "uplink_message.",
          "uplink_message.settings.");

  private static final int LONGEST_TIME = 35;
  private static final int HIGHEST_PORT = 255;

  private final Map<String, String> said = new HashMap<>();
  private boolean uplink;

  private Uplink() {}

  /** Read the object the parser stands before. */
  static Uplink read(JsonParser parser) throws IOException {
    Uplink uplink = new Uplink();
    if (parser.nextToken() == JsonToken.START_OBJECT) {
      uplink.object(parser, "");
    } else {
      parser.skipChildren();
    }
    if (parser.nextToken() != null) {
      throw new JsonParseException(parser, "more after the object");
    }
    return uplink;
  }

  private void object(JsonParser parser, String prefix) throws IOException {
    uplink |= prefix.equals("uplink_message.");
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String path = prefix + parser.currentName();
      JsonToken value = parser.nextToken();
      if (value == JsonToken.START_OBJECT && OBJECTS.contains(path + ".")) {
        object(parser, path + ".");
      } else if (value.isScalarValue() && value != JsonToken.VALUE_NULL) {
        said.put(path, parser.getText());
      } else {
        parser.skipChildren();
      }
    }
  }

  /** What does not agree with the topic. */
  Optional<Opened> disagreement(String application, String device) {
    if (!device.equals(said.get(DEVICE))) {
      return Optional.of(rejected(DEVICE + " " + device + " as in the topic", DEVICE));
    }
    return application.equals(said.get(APPLICATION))
        ? Optional.empty()
        : Optional.of(rejected(APPLICATION + " " + application + " as in the topic", APPLICATION));
  }

  /** What is inside, from this sender. */
  Opened open(String sender) {
    if (!uplink) {
      return new Opened.Rejected("expected an uplink_message, got none");
    }
    if ("true".equals(said.get(SIMULATED))) {
      return new Opened.Rejected("expected an uplink of a device, got a simulated one");
    }
    String data = said.getOrDefault(PAYLOAD, "");
    if (data.isEmpty()) {
      return new Opened.Contents(List.of()); // a frame of the network's own
    }
    String port = said.getOrDefault(PORT, "");
    if (!port.matches("[0-9]{1,3}") || Integer.parseInt(port) > HIGHEST_PORT) {
      return rejected(PORT + " from 0 to " + HIGHEST_PORT, PORT);
    }
    try {
      Payload payload = Payload.of(Base64.getDecoder().decode(data));
      return new Opened.Contents(
          List.of(
              new EnclosedMessage(
                  sender, payload, OptionalInt.of(Integer.parseInt(port)), sentAt())));
    } catch (IllegalArgumentException e) {
      return rejected(PAYLOAD + " in Base64", PAYLOAD);
    }
  }

  /** The gateway's time, else the network's, else the application server's. */
  private Optional<Instant> sentAt() {
    return Stream.of(GATEWAY_TIME, NETWORK_TIME, SERVER_TIME)
        .flatMap(path -> time(said.getOrDefault(path, "")).stream())
        .findFirst();
  }

  /** A time that makes no sense is no time. */
  private static Optional<Instant> time(String text) {
    try {
      return text.length() <= LONGEST_TIME && text.startsWith("2")
          ? Optional.of(OffsetDateTime.parse(text).toInstant())
          : Optional.empty();
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private Opened rejected(String expected, String path) {
    String got = said.getOrDefault(path, "none");
    return new Opened.Rejected(
        "expected " + expected + ", got " + (got.length() > 80 ? got.substring(0, 80) + "…" : got));
  }
}
