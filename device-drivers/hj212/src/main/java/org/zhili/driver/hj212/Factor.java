package org.zhili.driver.hj212;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.zhili.device.Metric;

/**
 * Something a station measures (监测因子).
 *
 * @param code as the standard numbers it: {@code w01018}
 * @param key the metric of its present value: {@code water.cod}
 * @param amountUnit the unit of its sum over a period; empty: it has none
 */
record Factor(
    String code,
    String key,
    String unit,
    Optional<String> amountUnit,
    double lowest,
    double highest) {

  /** Read a line of the table. */
  static Factor of(String line) {
    String[] cells = line.split(",", -1);
    return new Factor(
        cells[0],
        cells[1],
        cells[2],
        Optional.of(cells[3]).filter(unit -> !unit.isEmpty()),
        cells[4].isEmpty() ? Double.NEGATIVE_INFINITY : Double.parseDouble(cells[4]),
        cells[5].isEmpty() ? Double.POSITIVE_INFINITY : Double.parseDouble(cells[5]));
  }

  /** The metric this aspect of the factor is reported as; empty when it has no such aspect. */
  Optional<Metric> metric(Period period, Aspect aspect) {
    if (!aspect.fits(period)) {
      return Optional.empty();
    }
    String name = key + period.suffix() + aspect.suffix();
    return switch (aspect) {
      case AMOUNT -> amountUnit.map(amount -> new Metric(name, amount));
      case NOW_CORRECTED, LEAST_CORRECTED, MEAN_CORRECTED, MOST_CORRECTED ->
          code.startsWith("a") ? Optional.of(new Metric(name, unit)) : Optional.empty();
      case LEVEL, LEVEL_BY_DAY, LEVEL_BY_NIGHT ->
          code.startsWith("L") ? Optional.of(new Metric(name, unit)) : Optional.empty();
      case NOW, LEAST, MEAN, MOST -> Optional.of(new Metric(name, unit));
    };
  }

  /** What is reported when the instrument itself does not call its values normal. */
  Metric flag(Period period) {
    return new Metric(key + period.suffix() + ".flag", "1");
  }

  /** Every metric it may be reported as. */
  List<Metric> metrics() {
    List<Metric> all = new ArrayList<>();
    for (Period period : Period.values()) {
      all.add(flag(period));
      for (Aspect aspect : Aspect.values()) {
        metric(period, aspect).ifPresent(all::add);
      }
    }
    return all;
  }

  /** Whether there can be such a value at all; amounts have no bounds. */
  boolean isPossible(Aspect aspect, double value) {
    return aspect == Aspect.AMOUNT || (value >= lowest && value <= highest);
  }
}
