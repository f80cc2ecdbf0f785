package org.zhili.resources.internal;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.zhili.resources.problem.ProblemException;

/** The forms text of a request may have, and how it is read. */
public final class Form {
  /**
   * What no text holds: control characters, line and paragraph separators, halves of characters,
   * and signs that turn the direction of what follows, behind which words can hide.
   */
  private static final String STRANGE =
      "\\p{Cc}\\p{Zl}\\p{Zp}\\p{Cs}\\u202A-\\u202E\\u2066-\\u2069";

  /** One line of text. */
  public static final String LINE = "[^" + STRANGE + "]*";

  /** Several lines. */
  public static final String PROSE = "[\\n\\r\\t[^" + STRANGE + "]]*";

  /** A word that names something in the town: an action, a kind, a source. */
  public static final String WORD = "[a-z][a-z0-9-]{0,39}";

  /** An identifier: what every kind of id allows at most. */
  public static final String ID = "[A-Za-z0-9_:.-]{1,64}";

  /** What a network calls a device. */
  public static final String NETWORK = "[a-z][a-z0-9-]{0,31}:[A-Za-z0-9_:@.-]{1,128}";

  /** The id of a driver. */
  public static final String DRIVER = "[A-Za-z0-9][A-Za-z0-9._:/-]{0,99}";

  /** Times before and after these are mistakes, and not every database can keep them. */
  private static final Instant FIRST = Instant.parse("1970-01-01T00:00:00Z");

  private static final Instant LAST = Instant.parse("2200-01-01T00:00:00Z");

  private Form() {}

  /** Read a time; empty when it is none, or none that a town lives in. */
  public static Optional<Instant> time(String text) {
    try {
      Instant time = Instant.parse(text);
      return time.isBefore(FIRST) || time.isAfter(LAST) ? Optional.empty() : Optional.of(time);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** Read a time that may be left out. */
  public static Optional<Instant> maybeTime(String field, @Nullable String text) {
    return Optional.ofNullable(text)
        .map(given -> time(given).orElseThrow(() -> wrong(field, "instant")));
  }

  /** Read an identifier; one of the wrong form is the caller's mistake. */
  public static <T> T id(String field, String text, Function<String, T> form) {
    try {
      return form.apply(text);
    } catch (IllegalArgumentException e) {
      throw wrong(field, "id");
    }
  }

  /** Read the name of a constant, in any case. */
  public static <E extends Enum<E>> E constant(String field, String text, Class<E> type) {
    try {
      return Enum.valueOf(type, text.toUpperCase(Locale.ROOT).replace('-', '_'));
    } catch (IllegalArgumentException e) {
      String all =
          Arrays.stream(type.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", "));
      throw wrong(field, "value", all);
    }
  }

  /** The same for several. */
  public static <E extends Enum<E>> Set<E> constants(
      String field, List<String> texts, Class<E> type) {
    Set<E> all = EnumSet.noneOf(type);
    texts.forEach(text -> all.add(constant(field, text, type)));
    return all;
  }

  /** Read an identifier that may be left out. */
  public static <T> Optional<T> maybe(
      String field, @Nullable String text, Function<String, T> form) {
    return Optional.ofNullable(text).map(given -> id(field, given, form));
  }

  /** A field that is not right, for the reason of this key. */
  public static ProblemException wrong(String field, String reason, String... arguments) {
    return Trouble.FIELD_WRONG.about(field, reason, arguments);
  }
}
