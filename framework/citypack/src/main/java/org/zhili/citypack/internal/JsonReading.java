package org.zhili.citypack.internal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads strict JSON: no comments, no duplicate names, nothing after the value. */
final class JsonReading {
  private static final int DEPTH = 64;
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEPTH).build())
          .build();

  private final Faults faults;

  JsonReading(Faults faults) {
    this.faults = faults;
  }

  /** Read a file's text; empty when it is no JSON at all, which has been reported. */
  Optional<Json> read(String text) {
    try (JsonParser parser = FACTORY.createParser(text)) {
      if (parser.nextToken() == null) {
        faults.add(At.FILE, Problem.JSON_MALFORMED);
        return Optional.empty();
      }
      Json value = value(parser);
      if (parser.nextToken() != null) {
        faults.add(at(parser.currentTokenLocation()), Problem.JSON_MALFORMED);
        return Optional.empty();
      }
      return Optional.of(value);
    } catch (JsonProcessingException e) {
      JsonLocation where = e.getLocation();
      faults.add(where == null ? At.FILE : at(where), Problem.JSON_MALFORMED);
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("reading a string cannot fail", e);
    }
  }

  private Json value(JsonParser parser) throws IOException {
    At at = at(parser.currentTokenLocation());
    JsonToken token = parser.currentToken();
    if (token == JsonToken.START_OBJECT) {
      return members(parser, at);
    }
    if (token == JsonToken.START_ARRAY) {
      return array(parser, at);
    }
    if (token == JsonToken.VALUE_STRING) {
      return new Json.Text(at, parser.getText());
    }
    if (token.isNumeric()) {
      return new Json.Numeral(at, parser.getText());
    }
    return new Json.Literal(at, parser.getText());
  }

  private Json members(JsonParser parser, At at) throws IOException {
    Map<String, Json> members = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      At nameAt = at(parser.currentTokenLocation());
      parser.nextToken();
      if (members.putIfAbsent(name, value(parser)) != null) {
        faults.add(nameAt, Problem.JSON_PROPERTY_TWICE, name);
      }
    }
    return new Json.Members(at, members);
  }

  private Json array(JsonParser parser, At at) throws IOException {
    List<Json> items = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      items.add(value(parser));
    }
    return new Json.Array(at, items);
  }

  private static At at(JsonLocation location) {
    return new At(location.getLineNr(), location.getColumnNr());
  }
}
