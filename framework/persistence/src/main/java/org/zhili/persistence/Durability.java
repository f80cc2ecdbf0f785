package org.zhili.persistence;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * How soon a commit on an H2 file survives a power cut.
 *
 * <p>A killed process loses no commit with any of them. PostgreSQL synchronises every commit
 * itself, so there this changes nothing.
 */
public enum Durability {
  /** Every commit reaches the disk before the call returns; about three times slower. */
  COMMIT("commit"),
  /** A power cut loses the last second at most. */
  EVERY_SECOND("1s"),
  /** The operating system decides, usually within half a minute. */
  NONE("none");

  private final String word;

  Durability(String word) {
    this.word = word;
  }

  /** Give the word that stands for it in configuration. */
  public String word() {
    return word;
  }

  /**
   * Read the word used in configuration: {@code commit}, {@code 1s} or {@code none}.
   *
   * @throws IllegalArgumentException for any other word
   */
  public static Durability of(String word) {
    return Arrays.stream(values())
        .filter(durability -> durability.word.equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "durable = " + word + " is unknown; choose one of " + words()));
  }

  private static String words() {
    return Arrays.stream(values()).map(Durability::word).collect(Collectors.joining(", "));
  }
}
