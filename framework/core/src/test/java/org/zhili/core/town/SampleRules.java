package org.zhili.core.town;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.zhili.dispatch.CatalogueRow;
import org.zhili.rules.AlertPolicy;
import org.zhili.rules.CalendarDay;
import org.zhili.rules.CityRules;
import org.zhili.rules.Matter;
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

  /**
   * The same rules, by which residents may report covers, and a gauge in a pit that lies open is
   * filed as they are; the type has no filing for "stolen".
   */
  public static CityRules reportable(CityRules rules) {
    List<Matter> matters =
        Stream.of("missing", "rattling", "stolen").map(SampleRules::matter).toList();
    AlertPolicy open =
        new AlertPolicy(
            "pit_gauge", "open", Optional.of(opens("missing")), AlertPolicy.Damping.NONE);
    return with(rules.version(), rules, rules.catalogue(), List.of(open), rules.review(), matters);
  }

  private static Matter matter(String filing) {
    return new Matter(filing, Wording.same(filing), opens(filing), "manhole_cover", filing);
  }

  private static AlertPolicy.Opens opens(String filing) {
    return new AlertPolicy.Opens("test.component", Optional.of(filing));
  }

  private static CityRules with(CityRules rules, List<CatalogueRow> catalogue, ReviewRules review) {
    return with("rules-2", rules, catalogue, rules.alerts(), review, rules.matters());
  }

  private static CityRules with(
      String version,
      CityRules rules,
      List<CatalogueRow> catalogue,
      List<AlertPolicy> alerts,
      ReviewRules review,
      List<Matter> matters) {
    return new CityRules(
        version,
        rules.name(),
        rules.tenant(),
        rules.zone(),
        rules.hours(),
        rules.calendar(),
        catalogue,
        alerts,
        rules.ranges(),
        review,
        rules.strategy(),
        rules.scoringModel(),
        matters);
  }
}
