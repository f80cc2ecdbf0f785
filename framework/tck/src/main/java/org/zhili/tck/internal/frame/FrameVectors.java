package org.zhili.tck.internal.frame;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.zhili.device.Payload;
import org.zhili.frame.Head;
import org.zhili.frame.Part;
import org.zhili.frame.Station;
import org.zhili.id.DeviceId;
import org.zhili.tck.internal.VectorFile;

/** Reads vectors of protocols, as {@link VectorFile} tells. */
public final class FrameVectors implements VectorFile.Block<FrameVector> {
  private final String name;
  private final String source;
  private Instant at = Instant.parse("2026-01-01T00:00:00Z");
  private @Nullable Payload bytes;
  private @Nullable Station station;
  private Optional<Part> part = Optional.empty();
  private Optional<Payload> answer = Optional.empty();
  private boolean noise;

  private FrameVectors(String name, String source) {
    this.name = name;
    this.source = source;
  }

  /**
   * Read all vectors of a file.
   *
   * @throws IllegalArgumentException naming file, line and what is wrong there
   */
  public static List<FrameVector> parse(String file, String text) {
    return VectorFile.parse(file, text, FrameVectors::new);
  }

  @Override
  public void read(String word, String rest) {
    switch (word) {
      case "hex", "utf8", "line" -> bytes = bytes(word, rest);
      case "at" -> at = Instant.parse(rest);
      case "station" -> station = station(rest.split("\\s+", -1));
      case "part" -> part = Optional.of(part(rest.split("\\s+", -1)));
      case "answer" -> answer = Optional.of(answer(rest.split("\\s+", 2)));
      case "noise" -> noise = true;
      default -> throw new IllegalArgumentException("no such word: " + word);
    }
  }

  private static Payload bytes(String form, String text) {
    return switch (form) {
      case "hex" -> Payload.ofHex(text);
      case "utf8" -> Payload.ofUtf8(text);
      case "line" -> Payload.ofUtf8(text + "\r\n");
      default -> throw new IllegalArgumentException("expected hex, utf8 or line, got " + form);
    };
  }

  /** A device, and its password if the frame has one. */
  private static Station station(String... words) {
    Optional<String> password = words.length > 1 ? Optional.of(words[1]) : Optional.empty();
    return new Station(new DeviceId(words[0]), password);
  }

  private static Part part(String... words) {
    if (words.length < 4) {
      throw new IllegalArgumentException("expected: name number count alone|together");
    }
    return new Part(
        words[0], Integer.parseInt(words[1]), Integer.parseInt(words[2]), words[3].equals("alone"));
  }

  private static Payload answer(String... words) {
    if (words.length < 2) {
      throw new IllegalArgumentException("expected: hex|utf8|line and the bytes");
    }
    return bytes(words[0], words[1]);
  }

  @Override
  public FrameVector toVector() {
    if (bytes == null || noise == (station != null)) {
      throw new IllegalArgumentException(
          source + ": the vector \"" + name + "\" needs bytes, and either a station or noise");
    }
    int size = bytes.size();
    return new FrameVector(
        name,
        source,
        bytes,
        at,
        Optional.ofNullable(station).map(said -> new Head.Frame(size, said, part, answer)));
  }
}
