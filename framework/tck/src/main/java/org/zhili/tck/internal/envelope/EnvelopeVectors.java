package org.zhili.tck.internal.envelope;

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
import org.zhili.tck.internal.VectorFile;

/**
 * Reads vectors of envelopes, as {@link VectorFile} tells; several lines of {@code utf8} are one
 * payload.
 */
public final class EnvelopeVectors implements VectorFile.Block<EnvelopeVector> {
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
    return VectorFile.parse(file, text, EnvelopeVectors::new);
  }

  @Override
  public void read(String word, String rest) {
    switch (word) {
      case "topic" -> topic = rest;
      case "received" -> received = Instant.parse(rest);
      case "utf8" -> text.add(rest);
      case "enclosed" -> enclosed.add(enclosed(rest));
      case "nothing" -> outcome = new Opened.Contents(List.of());
      case "rejected" -> outcome = new Opened.Rejected(rest);
      case "not-mine" -> outcome = new Opened.NotMine();
      default -> throw new IllegalArgumentException("no such word: " + word);
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

  @Override
  public EnvelopeVector toVector() {
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
