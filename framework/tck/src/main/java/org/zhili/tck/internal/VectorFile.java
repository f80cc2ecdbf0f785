package org.zhili.tck.internal;

import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhili.device.Payload;

/**
 * Reads vectors that a hardware engineer wrote: blocks set apart by a blank line, a name without
 * indent, then one indented line per fact. A line that starts with {@code #} is a comment.
 */
public final class VectorFile {
  private VectorFile() {}

  /**
   * Read all vectors of a file.
   *
   * @throws IllegalArgumentException naming file, line and what was expected there
   */
  public static List<DeviceVector> parse(String file, String text) {
    var vectors = new ArrayList<DeviceVector>();
    VectorBlock block = null;
    int number = 0;
    for (String line : text.lines().toList()) {
      number++;
      String source = file + ":" + number;
      if (line.strip().startsWith("#")) {
        continue;
      }
      if (line.isBlank()) {
        finish(block, vectors);
        block = null;
      } else if (!Character.isWhitespace(line.charAt(0))) {
        if (block != null) {
          throw wrong(source, "a blank line before the next vector, or an indent", line);
        }
        block = new VectorBlock(line.strip(), source);
      } else if (block == null) {
        throw wrong(source, "the name of a vector without indent", line);
      } else {
        add(block, source, line.strip());
      }
    }
    finish(block, vectors);
    return List.copyOf(vectors);
  }

  private static void finish(@Nullable VectorBlock block, List<DeviceVector> vectors) {
    if (block != null) {
      vectors.add(block.toVector());
    }
  }

  private static void add(VectorBlock block, String source, String line) {
    String[] words = line.split("\\s+", 2);
    String rest = words.length == 2 ? words[1] : "";
    try {
      switch (words[0]) {
        case "topic" -> block.topic(rest);
        case "device" -> block.device(rest);
        case "port" -> block.port(rest);
        case "sent" -> block.sent(rest);
        case "received" -> block.received(rest);
        case "zone" -> block.zone(rest);
        case "hex" -> block.payload(Payload.ofHex(rest));
        case "utf8" -> block.payload(Payload.ofUtf8(rest));
        case "at" -> block.at(rest);
        case "reading" -> block.reading(rest);
        case "nothing" -> block.nothing();
        case "rejected" -> block.outcome(new Expectation.Rejected(rest));
        case "not-mine" -> block.outcome(new Expectation.NotMine());
        default -> throw new IllegalArgumentException("no such word: " + words[0]);
      }
    } catch (IllegalArgumentException | DateTimeException e) {
      throw new IllegalArgumentException(source + ": \"" + line + "\": " + e.getMessage(), e);
    }
  }

  private static IllegalArgumentException wrong(String source, String expected, String got) {
    return new IllegalArgumentException(
        source + ": expected " + expected + ", got \"" + got.strip() + "\"");
  }
}
