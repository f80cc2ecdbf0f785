package org.zhili.tck.internal;

import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Reads vectors that an engineer wrote: blocks set apart by a blank line, a name without indent,
 * then one indented line per fact. A line that starts with {@code #} is a comment.
 */
public final class VectorFile {
  private VectorFile() {}

  /** A vector while its lines are read. */
  public interface Block<V> {
    /**
     * Take a fact.
     *
     * @throws IllegalArgumentException or {@link DateTimeException} saying what is wrong with it
     */
    void read(String word, String rest);

    /**
     * The vector, when all its facts are known.
     *
     * @throws IllegalArgumentException naming its source, and what it lacks
     */
    V toVector();
  }

  /**
   * Read all vectors of a driver's file.
   *
   * @throws IllegalArgumentException naming file, line and what was expected there
   */
  public static List<DeviceVector> parse(String file, String text) {
    return parse(file, text, VectorBlock::new);
  }

  /**
   * Read all vectors of a file.
   *
   * @param begin makes a block of a name, and of the file and line it stands in
   * @throws IllegalArgumentException naming file, line and what was expected there
   */
  public static <V> List<V> parse(
      String file, String text, BiFunction<String, String, Block<V>> begin) {
    List<V> vectors = new ArrayList<>();
    Block<V> block = null;
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
        block = begin.apply(line.strip(), source);
      } else if (block == null) {
        throw wrong(source, "the name of a vector without indent", line);
      } else {
        add(block, source, line.strip());
      }
    }
    finish(block, vectors);
    return List.copyOf(vectors);
  }

  private static <V> void finish(@Nullable Block<V> block, List<V> vectors) {
    if (block != null) {
      vectors.add(block.toVector());
    }
  }

  private static void add(Block<?> block, String source, String line) {
    String[] words = line.split("\\s+", 2);
    try {
      block.read(words[0], words.length == 2 ? words[1] : "");
    } catch (IllegalArgumentException | DateTimeException e) {
      throw new IllegalArgumentException(source + ": \"" + line + "\": " + e.getMessage(), e);
    }
  }

  private static IllegalArgumentException wrong(String source, String expected, String got) {
    return new IllegalArgumentException(
        source + ": expected " + expected + ", got \"" + got.strip() + "\"");
  }
}
