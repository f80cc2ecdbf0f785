package org.zhili.persistence.internal.mapping;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.TypeFactory;
import com.fasterxml.jackson.databind.util.LRUMap;
import com.fasterxml.jackson.databind.util.LookupCache;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import org.hibernate.type.format.FormatMapper;
import org.hibernate.type.format.jackson.JacksonJsonFormatMapper;

/** Maps attributes to JSON columns with a mapper that dies with its module. */
final class JsonColumns {

  private JsonColumns() {}

  static FormatMapper of(ClassLoader moduleLoader) {
    return new JacksonJsonFormatMapper(mapper(moduleLoader));
  }

  /** An older version of a module must read what a newer one wrote: unknown fields are skipped. */
  private static ObjectMapper mapper(ClassLoader moduleLoader) {
    return JsonMapper.builder()
        .typeFactory(typeFactory(moduleLoader))
        .addModule(new JavaTimeModule())
        .addModule(new Jdk8Module())
        .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
        .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
        .build();
  }

  /**
   * Jackson's default factory is static, and its cache would keep the module's classes for ever.
   */
  private static TypeFactory typeFactory(ClassLoader moduleLoader) {
    LookupCache<Object, JavaType> cache = new LRUMap<>(16, 200);
    return TypeFactory.defaultInstance().withCache(cache).withClassLoader(moduleLoader);
  }
}
