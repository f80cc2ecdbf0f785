package org.zhili.citypack.internal;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.zhili.casework.Limit;
import org.zhili.id.AreaId;
import org.zhili.id.AssetId;
import org.zhili.id.DeviceId;
import org.zhili.id.NetworkId;
import org.zhili.id.UnitId;

/**
 * How a word of a file becomes a value.
 *
 * <p>A word of the wrong form is reported and yields a stand-in, so that reading goes on and finds
 * the next fault; a file with a fault is never used.
 *
 * @param parse throws {@link IllegalArgumentException} or {@link DateTimeException}
 * @param hint what the word should look like, the same in every language
 * @param known words that exist, where the word is a reference
 */
record Form<T>(
    Function<String, T> parse, T standIn, Problem problem, String hint, Optional<Known> known) {
  /** The ids one may refer to, and the file they are listed in. */
  record Known(Set<String> ids, String file) {}

  /** Where a fault is reported; the field and its word are added by who reads. */
  @FunctionalInterface
  interface Report {
    void fault(Problem problem, String hint);
  }

  private static final String CODE_HINT = "A-Z a-z 0-9 _ : . -";

  static final Form<String> TEXT = new Form<>(Function.identity(), "-", Problem.VALUE_MISSING, "");
  static final Form<String> CODE = pattern("[A-Za-z0-9_:.-]{1,64}", CODE_HINT);
  static final Form<String> TENANT = pattern("[A-Za-z0-9_-]{1,64}", "A-Z a-z 0-9 _ -");
  static final Form<String> NAME = pattern("[a-z][a-z0-9_-]{0,63}", "a-z 0-9 _ -");
  static final Form<String> CONDITION = pattern("[a-z][a-z0-9_-]{0,31}", "a-z 0-9 _ -");
  static final Form<String> TYPE_ID =
      pattern("[a-z][a-z0-9-]{0,31}\\.[a-z][a-z0-9-]{0,63}", "module.name");
  static final Form<AreaId> AREA = code(AreaId::new);
  static final Form<UnitId> UNIT = code(UnitId::new);
  static final Form<AssetId> ASSET = code(AssetId::new);
  static final Form<DeviceId> DEVICE =
      new Form<>(DeviceId::new, new DeviceId("-"), Problem.NOT_A_CODE, "A-Z a-z 0-9 _ : -");
  static final Form<NetworkId> NETWORK =
      new Form<>(
          NetworkId::new, new NetworkId("x:-"), Problem.NOT_A_CODE, "things-stack:bins@ttn:bin-7");
  static final Form<LocalDate> DATE =
      new Form<>(LocalDate::parse, LocalDate.EPOCH, Problem.NOT_A_DATE, "2026-10-01");
  static final Form<LocalTime> TIME =
      new Form<>(LocalTime::parse, LocalTime.MIN, Problem.NOT_A_TIME, "09:00");
  static final Form<Duration> DURATION =
      new Form<>(Form::duration, Duration.ZERO, Problem.NOT_A_DURATION, "PT30M");
  static final Form<ZoneId> ZONE =
      new Form<>(ZoneId::of, ZoneOffset.UTC, Problem.NOT_A_ZONE, "Asia/Shanghai");
  static final Form<Double> NUMBER = new Form<>(Form::number, 0.0, Problem.NOT_A_NUMBER, "12.5");
  static final Form<Limit> LIMIT =
      new Form<>(
          Form::limit,
          new Limit(0, Limit.LimitUnit.HOUR),
          Problem.NOT_A_LIMIT,
          "4 WORK_HOUR | " + words(Limit.LimitUnit.values()));

  Form(Function<String, T> parse, T standIn, Problem problem, String hint) {
    this(parse, standIn, problem, hint, Optional.empty());
  }

  /** Read a whole number from a smallest to a largest value. */
  static Form<Integer> whole(int smallest, int largest) {
    return new Form<>(
        text -> within(Integer.parseInt(text), smallest, largest),
        smallest,
        Problem.NUMBER_OUT_OF_RANGE,
        smallest + " … " + largest);
  }

  /** Read a number from a smallest to a largest value. */
  static Form<Double> number(double smallest, double largest) {
    return new Form<>(
        text -> {
          double number = number(text);
          if (number < smallest || number > largest) {
            throw new IllegalArgumentException(text);
          }
          return number;
        },
        smallest,
        Problem.NUMBER_OUT_OF_RANGE,
        smallest + " … " + largest);
  }

  /** Read a constant by its name. */
  static <E extends Enum<E>> Form<E> constant(Class<E> type) {
    return new Form<>(
        text -> Enum.valueOf(type, text),
        type.getEnumConstants()[0],
        Problem.NOT_ONE_OF,
        words(type.getEnumConstants()));
  }

  /** Read one of these words. */
  static <T> Form<T> oneOf(Map<String, T> words) {
    Map<String, T> ordered = new LinkedHashMap<>(words);
    return new Form<>(
        text -> {
          T value = ordered.get(text);
          if (value == null) {
            throw new IllegalArgumentException(text);
          }
          return value;
        },
        ordered.values().iterator().next(),
        Problem.NOT_ONE_OF,
        String.join(", ", ordered.keySet().stream().sorted().toList()));
  }

  /** The same form, for words that must be listed in another file. */
  Form<T> listedIn(Known those) {
    return new Form<>(parse, standIn, problem, hint, Optional.of(those));
  }

  /** Read a word; a wrong one is reported and yields the stand-in. */
  T read(String text, Report report) {
    T value;
    try {
      value = parse.apply(text);
    } catch (IllegalArgumentException | DateTimeException e) {
      report.fault(problem, hint);
      return standIn;
    }
    known
        .filter(listed -> !listed.ids().contains(text))
        .ifPresent(listed -> report.fault(Problem.REFERENCE_UNKNOWN, listed.file()));
    return value;
  }

  /** Whether JSON writes it without quotation marks. */
  boolean isNumber() {
    return standIn instanceof Number;
  }

  /** Write a limit the way {@link #LIMIT} reads it. */
  static String write(Limit limit) {
    return limit.amount() + " " + limit.unit();
  }

  private static <T> Form<T> code(Function<String, T> parse) {
    return new Form<>(parse, parse.apply("-"), Problem.NOT_A_CODE, CODE_HINT);
  }

  private static Form<String> pattern(String regex, String hint) {
    Pattern pattern = Pattern.compile(regex);
    return new Form<>(
        text -> {
          if (!pattern.matcher(text).matches()) {
            throw new IllegalArgumentException(text);
          }
          return text;
        },
        "-",
        Problem.NOT_A_CODE,
        hint);
  }

  private static Duration duration(String text) {
    Duration duration = Duration.parse(text);
    if (duration.isNegative()) {
      throw new IllegalArgumentException(text);
    }
    return duration;
  }

  private static double number(String text) {
    double number = Double.parseDouble(text);
    if (!Double.isFinite(number)) {
      throw new IllegalArgumentException(text);
    }
    return number;
  }

  private static int within(int number, int smallest, int largest) {
    if (number < smallest || number > largest) {
      throw new IllegalArgumentException(Integer.toString(number));
    }
    return number;
  }

  private static Limit limit(String text) {
    String[] parts = text.split(" ", -1);
    if (parts.length != 2) {
      throw new IllegalArgumentException(text);
    }
    return new Limit(Integer.parseInt(parts[0]), Limit.LimitUnit.valueOf(parts[1]));
  }

  private static String words(Object[] constants) {
    return Arrays.stream(constants).map(Object::toString).collect(Collectors.joining(", "));
  }
}
