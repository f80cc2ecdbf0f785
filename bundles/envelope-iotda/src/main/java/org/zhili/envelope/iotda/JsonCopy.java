package org.zhili.envelope.iotda;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/** Copies a value as it is. */
final class JsonCopy {
  private JsonCopy() {}

  /** Copy the value the parser stands on, with all that is in it; numbers have to be finite. */
  static void value(JsonParser parser, JsonGenerator into) throws IOException {
    int depth = 0;
    for (JsonToken token = parser.currentToken(); ; token = parser.nextToken()) {
      if (token.isNumeric()) {
        number(parser, into);
      } else {
        into.copyCurrentEvent(parser);
      }
      if (token.isStructStart()) {
        depth++;
      } else if (token.isStructEnd()) {
        depth--;
      }
      if (depth == 0) {
        return;
      }
    }
  }

  /** As it is written: 23.60 says more than 23.6. */
  private static void number(JsonParser parser, JsonGenerator into) throws IOException {
    String number = parser.getText();
    if (!Double.isFinite(Double.parseDouble(number))) {
      throw new JsonParseException(parser, "a number that is not finite");
    }
    into.writeNumber(number);
  }
}
