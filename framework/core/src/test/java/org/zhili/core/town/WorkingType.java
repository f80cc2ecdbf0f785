package org.zhili.core.town;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.zhili.casework.CaseType;
import org.zhili.casework.FilingCondition;
import org.zhili.casework.Limit;
import org.zhili.casework.Limit.LimitUnit;
import org.zhili.casework.Milestone;
import org.zhili.core.casework.SampleTypes;
import org.zhili.rules.AlertPolicy;
import org.zhili.rules.CalendarDay;
import org.zhili.rules.CityPack;
import org.zhili.rules.CityRules;
import org.zhili.text.Wording;

/**
 * A type of case whose one limit is in working time, and a city that opens it for tilted covers.
 */
final class WorkingType {
  static final String ID = "work.case";
  static final String FILING = "mend";

  static final CaseType SEVEN_HOURS = type();

  private WorkingType() {}

  private static CaseType type() {
    CaseType like = SampleTypes.component();
    Milestone repair =
        new Milestone(
            "repair",
            Wording.same("repair"),
            "filed",
            Optional.of("done"),
            new Limit(7, LimitUnit.WORK_HOUR),
            Set.of());
    return new CaseType(
        ID,
        1,
        like.name(),
        like.steps(),
        like.passages(),
        List.of(new FilingCondition(FILING, Wording.same("mend"), List.of(repair))),
        like.sides(),
        like.reopenWithin());
  }

  /** The fixture's pack with this calendar; equal calendars, equal version. */
  static CityPack pack(List<CalendarDay> calendar) {
    CityPack pack = TownFixture.pack(Optional.empty());
    CityRules rules = pack.rules();
    return new CityPack(
        new CityRules(
            "rules of " + calendar,
            rules.name(),
            rules.tenant(),
            rules.zone(),
            rules.hours(),
            calendar,
            rules.catalogue(),
            List.of(
                new AlertPolicy(
                    "manhole_cover",
                    "tilted",
                    Optional.of(new AlertPolicy.Opens(ID, Optional.of(FILING))),
                    AlertPolicy.Damping.NONE)),
            rules.ranges(),
            rules.review(),
            rules.strategy(),
            rules.scoringModel()),
        pack.areas(),
        pack.units(),
        pack.assets(),
        pack.devices(),
        pack.types());
  }
}
