package org.zhili.tck.internal;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Units of the Unified Code for Units of Measure that devices of a city report in. */
public final class UcumCodes {
  private static final Set<String> BASE =
      Set.of(
          "1",
          "%",
          "[ppm]",
          "[ppb]",
          "[ppth]",
          "[pH]",
          "deg",
          "rad",
          "Cel",
          "[degF]",
          "K",
          "m",
          "g",
          "t",
          "s",
          "min",
          "h",
          "d",
          "L",
          "l",
          "A",
          "V",
          "W",
          "J",
          "Hz",
          "Pa",
          "bar",
          "N",
          "Ohm",
          "F",
          "C",
          "S",
          "lx",
          "lm",
          "cd",
          "mol",
          "Bq",
          "Sv",
          "B",
          "dB",
          "m2",
          "m3",
          "har",
          "dB[SPL]",
          "B[SPL]",
          "[NTU]",
          "[knots_i]",
          "m/s",
          "km/h",
          "m/s2",
          "g/m3",
          "L/s",
          "L/min",
          "m3/s",
          "m3/h",
          "W/m2",
          "W.h",
          "kW.h",
          "V.A",
          "A.h",
          "S/m",
          "S/cm",
          "Bq/L",
          "mm/h",
          "bit",
          "By",
          "By/s",
          "{count}",
          "{rpm}",
          "/min",
          "/h",
          "/s",
          "/m3",
          "/L");
  private static final Set<String> PREFIXES = Set.of("n", "u", "m", "c", "d", "h", "k", "M", "G");
  private static final Set<String> PREFIXED =
      Set.of(
          "m", "g", "s", "L", "l", "A", "V", "W", "J", "Hz", "Pa", "bar", "N", "Ohm", "F", "S",
          "mol", "Bq", "Sv", "m2", "m3", "g/m3", "g/L", "S/m", "S/cm", "A.h", "W.h", "V.A", "By",
          "bit");
  private static final Set<String> KNOWN =
      Stream.concat(
              BASE.stream(),
              PREFIXES.stream().flatMap(prefix -> PREFIXED.stream().map(unit -> prefix + unit)))
          .collect(Collectors.toUnmodifiableSet());

  private UcumCodes() {}

  public static boolean knows(String unit) {
    return KNOWN.contains(unit) || unit.matches("\\{[!-z|~]+}");
  }
}
