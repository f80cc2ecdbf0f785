package org.zhili.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads JSON (RFC 8259) in UTF-8 that nobody vouches for: at most 64 levels, each name once in its
 * object, finite numbers of at most 64 characters, and nothing behind the value. Thread-safe.
 */
public final class Json {
  private static final int DEEPEST = 64;
  private static final int LONGEST_NUMBER = 64;

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .recyclerPool(JsonRecyclerPools.newConcurrentDequePool())
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(DEEPEST)
                  .maxNumberLength(LONGEST_NUMBER)
                  .build())
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .disable(JsonFactory.Feature.CHARSET_DETECTION)
          .build();

  private Json() {}

  /** Read the one value there is. */
  public static JsonValue read(byte[] utf8) throws MalformedJson {
    try (JsonParser parser = FACTORY.createParser(utf8)) {
      if (parser.nextToken() == null) {
        throw new JsonParseException(parser, "no value");
      }
      JsonValue value = value(parser);
      if (parser.nextToken() != null) {
        throw new JsonParseException(parser, "more after the value");
      }
      return value;
    } catch (JsonProcessingException e) {
      throw new MalformedJson(firstLine(e.getOriginalMessage()));
    } catch (IOException e) {
      throw new MalformedJson(firstLine(String.valueOf(e.getMessage())));
    }
  }

  /** What follows it quotes Jackson's own source. */
  private static String firstLine(String fault) {
    return fault.lines().findFirst().orElse("");
  }

  private static JsonValue value(JsonParser parser) throws IOException {
    JsonToken token = parser.currentToken();
    return switch (token) {
      case START_OBJECT -> members(parser);
      case START_ARRAY -> items(parser);
      case VALUE_STRING -> new JsonValue.Text(parser.getText());
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(parser);
      case VALUE_TRUE, VALUE_FALSE -> new JsonValue.Truth(token == JsonToken.VALUE_TRUE);
      case VALUE_NULL -> new JsonValue.Nothing();
      default -> throw new JsonParseException(parser, "no value");
    };
  }

  private static JsonValue members(JsonParser parser) throws IOException {
    Map<String, JsonValue> members = new LinkedHashMap<>();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      parser.nextToken();
      members.put(name, value(parser));
    }
    return new JsonValue.Members(members);
  }

  private static JsonValue items(JsonParser parser) throws IOException {
    List<JsonValue> items = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      items.add(value(parser));
    }
    return new JsonValue.Items(items);
  }

  private static JsonValue number(JsonParser parser) throws IOException {
    String written = parser.getText();
    if (!Double.isFinite(Double.parseDouble(written))) {
      throw new JsonParseException(parser, "a number that is not finite");
    }
    return new JsonValue.Numeral(written);
  }
}
