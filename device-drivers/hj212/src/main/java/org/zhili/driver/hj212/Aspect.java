package org.zhili.driver.hj212;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a value says of its factor (table 4), such as {@code w01018-Avg}. */
enum Aspect {
  NOW("Rtd", "", Period.NOW),
  NOW_CORRECTED("ZsRtd", ".corrected", Period.NOW),
  LEAST("Min", ".min"),
  MEAN("Avg", ".avg"),
  MOST("Max", ".max"),
  LEAST_CORRECTED("ZsMin", ".corrected.min"),
  MEAN_CORRECTED("ZsAvg", ".corrected.avg"),
  MOST_CORRECTED("ZsMax", ".corrected.max"),
  AMOUNT("Cou", ".amount"),
  LEVEL("Data", ".avg"),
  LEVEL_BY_DAY("DayData", ".daytime", Period.DAY),
  LEVEL_BY_NIGHT("NightData", ".nighttime", Period.DAY);

  private static final Map<String, Aspect> BY_NAME =
      Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(a -> a.name, a -> a));

  private final String name;
  private final String suffix;
  private final Optional<Period> only;

  Aspect(String name, String suffix) {
    this(name, suffix, Optional.empty());
  }

  Aspect(String name, String suffix, Period only) {
    this(name, suffix, Optional.of(only));
  }

  Aspect(String name, String suffix, Optional<Period> only) {
    this.name = name;
    this.suffix = suffix;
    this.only = only;
  }

  static Optional<Aspect> of(String name) {
    return Optional.ofNullable(BY_NAME.get(name));
  }

  /** Whether values of this period have it. */
  boolean fits(Period period) {
    return only.map(period::equals).orElse(period != Period.NOW);
  }

  /** What a metric of this aspect ends with. */
  String suffix() {
    return suffix;
  }

  @Override
  public String toString() {
    return name;
  }
}
