package org.zhili.persistence.store.internal;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import org.zhili.device.Value;

/** Values as JSON says them itself: a number, a truth, a string; a position is a pair. */
final class ValueJson {
  private ValueJson() {}

  static SimpleModule module() {
    SimpleModule module = new SimpleModule("values");
    module.addSerializer(Value.class, new Writer());
    module.addDeserializer(Value.class, new Reader<>(Value.class));
    module.addDeserializer(Value.Position.class, new Reader<>(Value.Position.class));
    return module;
  }

  static void write(Value value, JsonGenerator json) throws IOException {
    if (value instanceof Value.Measure measure) {
      json.writeNumber(measure.value());
    } else if (value instanceof Value.Flag flag) {
      json.writeBoolean(flag.value());
    } else if (value instanceof Value.Label label) {
      json.writeString(label.value());
    } else {
      Value.Position position = (Value.Position) value; // the only other one there is
      json.writeArray(new double[] {position.latitude(), position.longitude()}, 0, 2);
    }
  }

  private static final class Writer extends JsonSerializer<Value> {
    @Override
    public void serialize(Value value, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      ValueJson.write(value, json);
    }
  }

  private static final class Reader<T extends Value> extends JsonDeserializer<T> {
    private final Class<T> wanted;

    Reader(Class<T> wanted) {
      this.wanted = wanted;
    }

    @Override
    public T deserialize(JsonParser json, DeserializationContext context) throws IOException {
      return wanted.cast(value(json, context));
    }

    private Value value(JsonParser json, DeserializationContext context) throws IOException {
      JsonToken token = json.currentToken();
      if (token == JsonToken.VALUE_TRUE || token == JsonToken.VALUE_FALSE) {
        return new Value.Flag(json.getBooleanValue());
      } else if (token == JsonToken.VALUE_STRING) {
        return new Value.Label(json.getText());
      } else if (token == JsonToken.START_ARRAY) {
        double[] pair = context.readValue(json, double[].class);
        return new Value.Position(pair[0], pair[1]);
      }
      return new Value.Measure(json.getDoubleValue());
    }
  }
}
