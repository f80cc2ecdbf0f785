package org.zhili.rest.internal.json;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.JsonParserDelegate;
import java.io.IOException;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Refuses what is JSON by its grammar and would still do harm: numbers that become infinite or need
 * gigabytes when written out, half surrogate pairs and NUL, which no database keeps.
 */
final class StrictParser extends JsonParserDelegate {
  private static final int MOST_DIGITS = 64;

  StrictParser(JsonParser parser) {
    super(parser);
  }

  @Override
  public @Nullable JsonToken nextToken() throws IOException {
    JsonToken token = super.nextToken();
    if (token == JsonToken.FIELD_NAME) {
      checkText(delegate.currentName());
    } else if (token == JsonToken.VALUE_STRING) {
      checkText(delegate.getText());
    } else if (token == JsonToken.VALUE_NUMBER_FLOAT) {
      checkNumber(new BigDecimal(delegate.getText()));
    }
    return token;
  }

  /** Not handed to the wrapped parser, which would not ask here. */
  @Override
  public @Nullable JsonToken nextValue() throws IOException {
    JsonToken token = nextToken();
    return token == JsonToken.FIELD_NAME ? nextToken() : token;
  }

  private void checkNumber(BigDecimal number) throws IOException {
    if (Double.isInfinite(number.doubleValue()) || Math.abs((long) number.scale()) > MOST_DIGITS) {
      throw new JsonParseException(this, "a number out of all proportion");
    }
  }

  private void checkText(String text) throws IOException {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isHighSurrogate(c)
          && i + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        i++;
      } else if (c == 0 || Character.isSurrogate(c)) {
        throw new JsonParseException(this, "a character that stands for nothing");
      }
    }
  }
}
