package org.zhili.embedded.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A trace as REST tells it, in a form that is the same through every door: all it says, but for
 * ids, numbers, times, hashes and versions.
 */
public final class TraceForm {
  private static final Set<String> NEVER_THE_SAME = Set.of("at", "previous", "hash");
  private static final String UUID = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";
  private static final String TIME = "\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d+)?)?Z";
  private static final String NUMBER = "ZL-\\d{8}-\\d{6}";
  private static final String VERSION = "@\\d\\S*";

  private TraceForm() {}

  /** The entries of a trace, a line for each thing they say. */
  public static String of(JsonNode entries) {
    StringBuilder form = new StringBuilder();
    for (JsonNode entry : entries) {
      TreeMap<String, String> said = new TreeMap<>();
      collect("", entry, said);
      said.forEach((name, value) -> form.append(name).append(" = ").append(value).append('\n'));
      form.append('\n');
    }
    return form.toString();
  }

  private static void collect(String name, JsonNode node, Map<String, String> said) {
    if (NEVER_THE_SAME.contains(name) || node.isNull()) {
      return;
    }
    if (node.isValueNode()) {
      said.put(name, same(node.asText()));
    }
    node.properties()
        .forEach(
            field ->
                collect(
                    name.isEmpty() ? field.getKey() : name + "." + field.getKey(),
                    field.getValue(),
                    said));
  }

  private static String same(String value) {
    return value
        .replaceAll(UUID, "<id>")
        .replaceAll(TIME, "<time>")
        .replaceAll(NUMBER, "<number>")
        .replaceAll(VERSION, "@<version>");
  }

  /** What the story of MC-001 leaves, from its message until its case is closed. */
  public static String ofTiltedCover() {
    try (InputStream in = TraceForm.class.getResourceAsStream("tilted-cover.txt")) {
      if (in == null) {
        throw new IllegalStateException("tilted-cover.txt is not beside " + TraceForm.class);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
