package org.zhili.rest.internal.town;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/** What bodies and parameters are turned into, the same every time. */
final class Mischief {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String HERE = "\"@@@\"";

  /** Instead of any value: JSON as it is written. */
  private static final List<String> VALUES =
      List.of(
          "null",
          "true",
          "0",
          "-1",
          "1",
          "6",
          "51",
          "1001",
          "1.5",
          "1e3",
          "2147483648",
          "-9223372036854775809",
          "123456789012345678901234567890",
          "1e400",
          "-1e-400",
          "NaN",
          "-Infinity",
          "007",
          "\"\"",
          "\" \"",
          "\"x\"",
          "\"-\"",
          "\"null\"",
          "\"NaN\"",
          "\"2026-02-30\"",
          "\"-999999999-01-01\"",
          "\"no such thing\"",
          "\"\\u0000\"",
          "\"\\u0085\"",
          "\"\\u202e\"",
          "\"\\ud800\"",
          "\"\\ud83d\\ude00\"",
          "\"" + "长".repeat(2500) + "\"",
          "\"" + "9".repeat(400) + "\"",
          "\"' or 1=1 --\"",
          "\"${jndi:ldap://127.0.0.1/x}\"",
          "\"<script>alert(1)</script>\"",
          "\"=cmd|'x'!A1\"",
          "[]",
          "[null]",
          "[\"x\"]",
          "[[]]",
          "[{}]",
          "[" + "1,".repeat(300) + "1]",
          "{}",
          "{\"a\":1}",
          "{\"\":null}",
          "[".repeat(80) + "]".repeat(80));

  /** Instead of a whole body. */
  private static final List<String> BODIES =
      List.of(
          " ",
          "null",
          "[]",
          "{}",
          "1",
          "\"x\"",
          "true",
          "{",
          "}",
          "{\"a\":}",
          "{\"a\":1,}",
          "nul",
          "{} {}",
          "\uFEFF{}",
          "<a/>",
          "a=b",
          "[".repeat(3000),
          "{\"a\":\"" + "x".repeat(20_000) + "\"}",
          "{\"__proto__\":{}}",
          "{\"@type\":\"java.lang.Runtime\"}");

  /** In the place of a parameter, as an address holds it. */
  private static final List<String> WORDS =
      List.of(
          "-1",
          "0",
          "1",
          "200",
          "201",
          "1000000000",
          "99999999999999999999",
          "1e9",
          "1.5",
          "NaN",
          "null",
          "true",
          "TRUE",
          "x",
          "a.b",
          "%20",
          "%00",
          "%0A",
          "%0D%0AX:%20y",
          "%7F",
          "%C2%85",
          "%E2%80%AE",
          "%F0%9F%98%80",
          "%F0%A0%AE%B7",
          "%C3%28",
          "%ED%A0%80",
          "..",
          "%2e%2e",
          "%2F",
          "%5C",
          "%25",
          "%27%20or%201=1",
          "%5B%5D",
          "%7B%7D",
          "2026-02-30",
          "0000-00-00",
          "-999999999-01-01",
          "%2B999999999-12-31",
          "ZL-20261123-999999",
          "00000000-0000-0000-0000-000000000000",
          "00000000-0000-0000-0000-00000000000g",
          "x".repeat(65),
          "9".repeat(18),
          "9".repeat(19),
          "x".repeat(3000));

  /** In the place of a header. */
  private static final List<String> HEADERS =
      List.of(
          "*",
          "x",
          "\"\"",
          "\"0\"",
          "\"-1\"",
          "W/\"1\"",
          "\"9999999999999999999\"",
          "\"abc\"",
          "\"a\", \"b\"",
          "short",
          "k".repeat(64),
          "k".repeat(65),
          "k".repeat(3000),
          "a b",
          "a/../b");

  private Mischief() {}

  static List<String> words() {
    return WORDS;
  }

  static List<String> headers() {
    return HEADERS;
  }

  /** Whole bodies that are not what was asked for, in whatever bytes. */
  static List<byte[]> bodies() {
    return Stream.concat(
            BODIES.stream().map(body -> body.getBytes(StandardCharsets.UTF_8)),
            Stream.of(
                new byte[0],
                "{}".getBytes(StandardCharsets.UTF_16),
                new byte[] {'{', '"', (byte) 0xC3, '(', '"', ':', '1', '}'},
                new byte[] {0, 0, 0, 0}))
        .toList();
  }

  /** The sound body with one thing wrong with it, once for each thing that could be. */
  static List<String> of(String sound) {
    try {
      JsonNode root = JSON.readTree(sound);
      List<String> all = new ArrayList<>();
      spoil(root, root, all);
      return all;
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(sound, e);
    }
  }

  private static void spoil(JsonNode root, JsonNode node, List<String> all) {
    if (node instanceof ObjectNode object) {
      for (String name : names(object)) {
        JsonNode value = object.get(name);
        object.put(name, "@@@");
        fill(root, value, all);
        object.remove(name);
        all.add(root.toString());
        object.set(name, value);
        all.add(root.toString().replaceFirst("\\{", "{\"" + name + "\":" + value + ","));
        spoil(root, value, all);
      }
      object.put("surprise", 1);
      all.add(root.toString());
      object.remove("surprise");
    } else if (node instanceof ArrayNode array && !array.isEmpty()) {
      JsonNode value = array.get(0);
      array.set(0, "@@@");
      fill(root, value, all);
      array.set(0, value);
      spoil(root, value, all);
    }
  }

  private static List<String> names(ObjectNode object) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static void fill(JsonNode root, JsonNode value, List<String> all) {
    String around = root.toString();
    VALUES.forEach(bad -> all.add(around.replace(HERE, bad)));
    all.add(around.replace(HERE, "[" + value + "]"));
    all.add(
        around.replace(
            HERE, "[" + String.join(",", Collections.nCopies(60, value.toString())) + "]"));
    all.add(around.replace(HERE, "{\"value\":" + value + "}"));
  }
}
