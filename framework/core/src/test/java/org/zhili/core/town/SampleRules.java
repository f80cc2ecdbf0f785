package org.zhili.core.town;

import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.zhili.dispatch.CatalogueRow;
import org.zhili.rules.CalendarDay;
import org.zhili.rules.CityRules;
import org.zhili.rules.ReviewRules;
import org.zhili.rules.WorkingHours;
import org.zhili.text.Wording;

/** The rules of a city that has no catalogue and no alarms of its own. */
public final class SampleRules {
  private SampleRules() {}

  /** With this calendar, and advised and graded by plug-ins of these ids. */
  public static CityRules of(List<CalendarDay> calendar, String strategy, String model) {
    return new CityRules(
        "rules-1",
        new Wording("试验城", "Testville"),
        "demo",
        ZoneId.of("Asia/Shanghai"),
        WorkingHours.DEFAULT,
        calendar,
        List.of(),
        List.of(),
        List.of(),
        new ReviewRules(0.7, Set.of(), Set.of(), 2),
        strategy,
        model);
  }

  /** The same rules with another catalogue. */
  public static CityRules with(CityRules rules, List<CatalogueRow> catalogue) {
    return with(rules, catalogue, rules.review());
  }

  /** The same rules with other cases for people to look at. */
  public static CityRules with(CityRules rules, ReviewRules review) {
    return with(rules, rules.catalogue(), review);
  }

  private static CityRules with(CityRules rules, List<CatalogueRow> catalogue, ReviewRules review) {
    return new CityRules(
        "rules-2",
        rules.name(),
        rules.tenant(),
        rules.zone(),
        rules.hours(),
        rules.calendar(),
        catalogue,
        rules.alerts(),
        rules.ranges(),
        review,
        rules.strategy(),
        rules.scoringModel());
  }
}
