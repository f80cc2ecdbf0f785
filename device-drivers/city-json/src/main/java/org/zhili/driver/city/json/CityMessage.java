package org.zhili.driver.city.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.zhili.device.Decoded;
import org.zhili.device.DeviceMessage;
import org.zhili.device.Reading;
import org.zhili.device.Value;
import org.zhili.id.DeviceId;

/** One message while it is read. A method that may find a fault returns it, or nothing. */
final class CityMessage {
  private static final Optional<String> FINE = Optional.empty();

  private final DeviceMessage message;
  private final Set<Property> seen = EnumSet.noneOf(Property.class);
  private final Map<Property, String> texts = new EnumMap<>(Property.class);
  private final Map<Quantity, Double> numbers = new EnumMap<>(Quantity.class);

  CityMessage(DeviceMessage message) {
    this.message = message;
  }

  /** Read the object the parser stands before. */
  Decoded read(JsonParser parser) throws IOException {
    parser.nextToken();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      Optional<String> fault = property(parser);
      if (fault.isPresent()) {
        return new Decoded.Rejected(fault.get());
      }
    }
    if (parser.nextToken() != null) {
      return new Decoded.Rejected("expected one JSON object, got more after it");
    }
    return decoded();
  }

  private Optional<String> property(JsonParser parser) throws IOException {
    Optional<Property> known = Property.of(parser.currentName());
    JsonToken token = parser.nextToken();
    if (known.isEmpty()) {
      parser.skipChildren();
      return FINE;
    }
    Property property = known.get();
    if (!seen.add(property)) {
      return Optional.of("expected " + property + " once, got it twice");
    }
    return switch (property) {
      case DEVICE_ID, TYPE, STATUS, LOCATION -> text(parser, property, token);
      case TIMESTAMP -> timestamp(parser, token);
      case READINGS -> readings(parser, token);
    };
  }

  private Optional<String> text(JsonParser parser, Property property, JsonToken token)
      throws IOException {
    if (token == JsonToken.VALUE_NULL) {
      return FINE;
    }
    if (token != JsonToken.VALUE_STRING) {
      return Optional.of("expected " + property + " to be a string, got " + words(token));
    }
    String text = parser.getText();
    if (text.length() > property.longest()) {
      return Optional.of(
          "expected %s of at most %d characters, got %d"
              .formatted(property, property.longest(), text.length()));
    }
    if (!isPlain(text)) {
      return Optional.of("expected " + property + " without control or broken characters");
    }
    if (!text.isBlank()) {
      texts.put(property, text);
    }
    return FINE;
  }

  /** A time that cannot be used is no fault: an alarm with a broken clock is still an alarm. */
  private Optional<String> timestamp(JsonParser parser, JsonToken token) throws IOException {
    if (token == JsonToken.VALUE_STRING && parser.getTextLength() <= Property.TIMESTAMP.longest()) {
      texts.put(Property.TIMESTAMP, parser.getText());
    } else {
      parser.skipChildren();
    }
    return FINE;
  }

  private Optional<String> readings(JsonParser parser, JsonToken token) throws IOException {
    if (token == JsonToken.VALUE_NULL) {
      return FINE;
    }
    if (token != JsonToken.START_OBJECT) {
      return Optional.of("expected readings to be an object, got " + words(token));
    }
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      Optional<Quantity> known = Quantity.of(parser.currentName());
      JsonToken value = parser.nextToken();
      if (known.isPresent()) {
        Optional<String> fault = number(parser, known.get(), value);
        if (fault.isPresent()) {
          return fault;
        }
      } else {
        parser.skipChildren();
      }
    }
    return FINE;
  }

  private Optional<String> number(JsonParser parser, Quantity quantity, JsonToken token)
      throws IOException {
    if (!token.isNumeric()) {
      return Optional.of("expected " + quantity + " to be a number, got " + words(token));
    }
    double value = parser.getDoubleValue();
    if (!Double.isFinite(value)) {
      return Optional.of("expected " + quantity + " to be finite, got " + value);
    }
    return numbers.put(quantity, value) == null
        ? FINE
        : Optional.of("expected " + quantity + " once, got it twice");
  }

  private Decoded decoded() {
    Optional<String> named = Optional.ofNullable(texts.get(Property.DEVICE_ID));
    Optional<DeviceId> sender = message.origin().device();
    String status = texts.get(Property.STATUS);
    if (named.isEmpty() && sender.isEmpty()) {
      return new Decoded.Rejected("expected device_id, got none");
    }
    if (status == null) {
      return new Decoded.Rejected("expected status, got none");
    }
    Optional<DeviceId> device = sender.or(() -> named.flatMap(CityMessage::deviceId));
    if (device.isEmpty()) {
      return new Decoded.Rejected(
          "expected device_id to be a device id, got \"" + named.orElseThrow() + "\"");
    }
    if (named.filter(name -> !name.equals(device.get().value())).isPresent()) {
      return new Decoded.Rejected(
          "expected device_id %s as the transport says, got \"%s\""
              .formatted(device.get(), named.get()));
    }
    return new Decoded.Readings(readings(device.get(), status));
  }

  private static Optional<DeviceId> deviceId(String name) {
    try {
      return Optional.of(new DeviceId(name));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private List<Reading> readings(DeviceId device, String status) {
    var time = Observed.of(Optional.ofNullable(texts.get(Property.TIMESTAMP)), message);
    var readings = new ArrayList<Reading>();
    readings.add(time.reading(device, "status", new Value.Label(status)));
    String location = texts.get(Property.LOCATION);
    if (location != null) {
      readings.add(time.reading(device, "location", new Value.Label(location)));
    }
    numbers.forEach(
        (quantity, value) ->
            readings.add(time.reading(device, quantity.key(), new Value.Measure(value))));
    return readings;
  }

  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isHighSurrogate(c)
          && i + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        i++;
      } else if (Character.isISOControl(c) || Character.isSurrogate(c)) {
        return false;
      }
    }
    return true;
  }

  private static String words(JsonToken token) {
    return token.name().toLowerCase(Locale.ROOT).replace("value_", "").replace('_', ' ');
  }
}
