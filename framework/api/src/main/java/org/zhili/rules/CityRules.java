package org.zhili.rules;

import java.time.ZoneId;
import java.util.List;
import org.zhili.dispatch.CatalogueRow;
import org.zhili.text.Wording;

/**
 * The dated rules of a city: what it may change without a programmer.
 *
 * @param version names this state of the rules in traces and reports
 * @param tenant the city's level in MQTT topics
 * @param calendar holidays and make-up workdays; a year without any is a year nobody knows yet
 * @param strategy id of the dispatch strategy in use
 * @param scoringModel id of the scoring model in use
 * @param matters what residents may report, in the order they are offered
 */
public record CityRules(
    String version,
    Wording name,
    String tenant,
    ZoneId zone,
    WorkingHours hours,
    List<CalendarDay> calendar,
    List<CatalogueRow> catalogue,
    List<AlertPolicy> alerts,
    List<ValidRange> ranges,
    ReviewRules review,
    String strategy,
    String scoringModel,
    List<Matter> matters) {
  public CityRules {
    calendar = List.copyOf(calendar);
    catalogue = List.copyOf(catalogue);
    alerts = List.copyOf(alerts);
    ranges = List.copyOf(ranges);
    matters = List.copyOf(matters);
  }

  /** Rules of a city whose residents report nothing by themselves. */
  public CityRules(
      String version,
      Wording name,
      String tenant,
      ZoneId zone,
      WorkingHours hours,
      List<CalendarDay> calendar,
      List<CatalogueRow> catalogue,
      List<AlertPolicy> alerts,
      List<ValidRange> ranges,
      ReviewRules review,
      String strategy,
      String scoringModel) {
    this(
        version,
        name,
        tenant,
        zone,
        hours,
        calendar,
        catalogue,
        alerts,
        ranges,
        review,
        strategy,
        scoringModel,
        List.of());
  }
}
