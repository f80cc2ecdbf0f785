package org.zhili.envelope.alink;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.time.Instant;
import java.util.Optional;

/**
 * A property, which is sent as its plain value or as an object of its value and time.
 *
 * @param value in JSON, as the device sent it
 */
record Property(String value, Optional<Instant> time) {
  /** Read the value the parser stands on. */
  static Property read(JsonFactory json, JsonParser parser) throws IOException {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      return new Property(copy(json, parser), Optional.empty());
    }
    Optional<String> value = Optional.empty();
    Optional<Instant> time = Optional.empty();
    boolean more = false;
    StringWriter all = new StringWriter();
    try (JsonGenerator into = json.createGenerator(all)) {
      into.writeStartObject();
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String name = parser.currentName();
        parser.nextToken();
        if (name.equals("time")) {
          time = PropertyReport.time(parser);
        }
        more |= !name.equals("time") && !name.equals("value");
        String member = copy(json, parser);
        value = name.equals("value") ? Optional.of(member) : value;
        into.writeFieldName(name);
        into.writeRawValue(member);
      }
      into.writeEndObject();
    }
    // an object of other members is the value itself
    return value.isEmpty() || more
        ? new Property(all.toString(), Optional.empty())
        : new Property(value.get(), time);
  }

  private static String copy(JsonFactory json, JsonParser parser) throws IOException {
    StringWriter copy = new StringWriter();
    try (JsonGenerator into = json.createGenerator(copy)) {
      JsonCopy.value(parser, into);
    }
    return copy.toString();
  }
}
