package org.zhili.tck.internal.envelope;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.zhili.device.Payload;
import org.zhili.envelope.EnclosedMessage;
import org.zhili.envelope.Opened;
import org.zhili.envelope.WrappedMessage;

/**
 * Reads vectors of envelopes: blocks set apart by a blank line, a name without indent, then one
 * indented line per fact. A line that starts with {@code #} is a comment. Several lines of {@code
 * utf8} are one payload.
 */
public final class EnvelopeVectors {
  private final String name;
  private final String source;
  private final List<EnclosedMessage> enclosed = new ArrayList<>();
  private final List<String> text = new ArrayList<>();
  private @Nullable String topic;
  private @Nullable Opened outcome;
  private Instant received = Instant.parse("2026-01-01T00:00:00Z");

  private EnvelopeVectors(String name, String source) {
    this.name = name;
    this.source = source;
  }

  /**
   * Read all vectors of a file.
   *
   * @throws IllegalArgumentException naming file, line and what is wrong there
   */
  public static List<EnvelopeVector> parse(String file, String text) {
    List<EnvelopeVector> vectors = new ArrayList<>();
    EnvelopeVectors block = null;
    int number = 0;
    for (String line : (text + "\n\n").split("\n", -1)) {
      number++;
      if (line.isBlank()) {
        if (block != null) {
          vectors.add(block.vector());
        }
        block = null;
      } else if (!line.strip().startsWith("#")) {
        if (block == null) {
          block = new EnvelopeVectors(line.strip(), file + ":" + number);
        } else {
          block.read(file + ":" + number, line.strip());
        }
      }
    }
    return List.copyOf(vectors);
  }

  private void read(String at, String line) {
    String[] words = line.split("\\s+", 2);
    String rest = words.length == 2 ? words[1] : "";
    try {
      switch (words[0]) {
        case "topic" -> topic = rest;
        case "received" -> received = Instant.parse(rest);
        case "utf8" -> text.add(rest);
        case "enclosed" -> enclosed.add(enclosed(rest));
        case "nothing" -> outcome = new Opened.Contents(List.of());
        case "rejected" -> outcome = new Opened.Rejected(rest);
        case "not-mine" -> outcome = new Opened.NotMine();
        default -> throw new IllegalArgumentException("no such word: " + words[0]);
      }
    } catch (IllegalArgumentException | DateTimeException e) {
      throw new IllegalArgumentException(at + ": \"" + line + "\": " + e.getMessage(), e);
    }
  }

  /** A sender, a port, a time, and bytes; a dash stands for what there is not. */
  private static EnclosedMessage enclosed(String words) {
    String[] parts = words.split("\\s+", 5);
    if (parts.length < 5) {
      throw new IllegalArgumentException("expected: sender port time hex|utf8 payload");
    }
    return new EnclosedMessage(
        parts[0],
        parts[3].equals("hex") ? Payload.ofHex(parts[4]) : Payload.ofUtf8(parts[4]),
        parts[1].equals("-") ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(parts[1])),
        parts[2].equals("-") ? Optional.empty() : Optional.of(Instant.parse(parts[2])));
  }

  private EnvelopeVector vector() {
    if (topic == null || text.isEmpty() || enclosed.isEmpty() == (outcome == null)) {
      throw new IllegalArgumentException(
          source
              + ": the vector \""
              + name
              + "\" needs a topic, a payload, and either enclosed, or nothing, rejected or not-mine");
    }
    return new EnvelopeVector(
        name,
        source,
        new WrappedMessage(topic, Payload.ofUtf8(String.join("\n", text)), received),
        outcome == null ? new Opened.Contents(enclosed) : outcome);
  }
}
