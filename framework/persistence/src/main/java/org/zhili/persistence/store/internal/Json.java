package org.zhili.persistence.store.internal;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import com.fasterxml.jackson.databind.type.TypeFactory;
import com.fasterxml.jackson.databind.util.LRUMap;
import com.fasterxml.jackson.databind.util.LookupCache;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.Writer;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.zhili.id.AreaId;
import org.zhili.id.AssetId;
import org.zhili.id.CaseId;
import org.zhili.id.DeviceId;
import org.zhili.id.UnitId;

/**
 * Writes records as JSON text and reads them back equal. Fields a newer version added are skipped,
 * and what an older one left out is empty.
 */
public final class Json {
  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .typeFactory(typeFactory())
          .addModule(new JavaTimeModule())
          .addModule(new Jdk8Module())
          .addModule(ids())
          .addModule(ValueJson.module())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
          .build();

  private static final TypeReference<Set<String>> STRINGS = new TypeReference<>() {};
  private static final TypeReference<TreeMap<String, String>> MAP = new TypeReference<>() {};

  private Json() {}

  public static String write(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("cannot be written as JSON: " + value.getClass(), e);
    }
  }

  public static <T> T read(String json, Class<T> type) {
    try {
      return MAPPER.readValue(json, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a row holds JSON that is not a " + type, e);
    }
  }

  /** Write piece by piece, where that pays. */
  static JsonGenerator generator(Writer text) throws IOException {
    return MAPPER.createGenerator(text);
  }

  static <T> T read(JsonNode json, Class<T> type) {
    try {
      return MAPPER.treeToValue(json, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a row holds JSON that is not a " + type, e);
    }
  }

  /** Write strings sorted, so that equal sets are equal texts. */
  public static String writeStrings(Collection<String> strings) {
    return write(new TreeSet<>(strings));
  }

  public static Set<String> readStrings(String json) {
    return read(json, STRINGS);
  }

  /** Write a map sorted by key, so that equal maps are equal texts. */
  public static String writeMap(Map<String, String> map) {
    return write(new TreeMap<>(map));
  }

  public static SortedMap<String, String> readMap(String json) {
    return read(json, MAP);
  }

  private static <T> T read(String json, TypeReference<T> type) {
    try {
      return MAPPER.readValue(json, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a row holds JSON that is not a " + type.getType(), e);
    }
  }

  /** The default factory is static, and its cache would outlive this bundle. */
  private static TypeFactory typeFactory() {
    LookupCache<Object, JavaType> cache = new LRUMap<>(16, 200);
    return TypeFactory.defaultInstance()
        .withCache(cache)
        .withClassLoader(Json.class.getClassLoader());
  }

  /** Ids are plain strings, not objects with one field. */
  private static SimpleModule ids() {
    SimpleModule module = new SimpleModule("ids");
    add(module, AreaId.class, AreaId::new);
    add(module, AssetId.class, AssetId::new);
    add(module, CaseId.class, CaseId::of);
    add(module, DeviceId.class, DeviceId::new);
    add(module, UnitId.class, UnitId::new);
    return module;
  }

  private static <T> void add(SimpleModule module, Class<T> type, Function<String, T> read) {
    module.addSerializer(type, ToStringSerializer.instance);
    module.addDeserializer(type, new FromText<>(read));
  }

  private static final class FromText<T> extends JsonDeserializer<T> {
    private final Function<String, T> read;

    FromText(Function<String, T> read) {
      this.read = read;
    }

    @Override
    public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
      return read.apply(parser.getText());
    }
  }
}
