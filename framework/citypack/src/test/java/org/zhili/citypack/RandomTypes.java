package org.zhili.citypack;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.zhili.casework.CaseState;
import org.zhili.casework.CaseType;
import org.zhili.casework.FilingCondition;
import org.zhili.casework.Guard;
import org.zhili.casework.Limit;
import org.zhili.casework.Limit.LimitUnit;
import org.zhili.casework.Milestone;
import org.zhili.casework.Passage;
import org.zhili.text.Wording;

/** Case types nobody would think of. */
final class RandomTypes {
  private RandomTypes() {}

  /** A type of sound form; whether a case could go its way is another matter. */
  static CaseType next(Random random) {
    List<CaseType.Step> steps = new ArrayList<>();
    List<Passage> passages = new ArrayList<>();
    List<FilingCondition> filings = new ArrayList<>();
    List<CaseType.Side> sides = new ArrayList<>();
    for (int i = 0; i < random.nextInt(8); i++) {
      steps.add(new CaseType.Step(word(random), wording(random), pick(random, CaseState.values())));
      passages.add(
          new Passage(
              word(random),
              word(random),
              word(random),
              words(random),
              random.nextBoolean() ? Set.of() : Set.of(Guard.values()),
              words(random)));
      filings.add(new FilingCondition(word(random), wording(random), milestones(random)));
      sides.add(new CaseType.Side("side-" + i, words(random)));
    }
    return new CaseType(
        "module-" + random.nextInt(9) + ".type-" + random.nextInt(9),
        1 + random.nextInt(1000),
        wording(random),
        steps,
        passages,
        filings,
        sides,
        limit(random));
  }

  private static List<Milestone> milestones(Random random) {
    List<Milestone> milestones = new ArrayList<>();
    for (int i = 0; i < random.nextInt(4); i++) {
      milestones.add(
          new Milestone(
              word(random),
              wording(random),
              word(random),
              random.nextBoolean() ? Optional.of(word(random)) : Optional.empty(),
              limit(random),
              words(random)));
    }
    return milestones;
  }

  private static Limit limit(Random random) {
    return new Limit(random.nextInt(Integer.MAX_VALUE), pick(random, LimitUnit.values()));
  }

  private static Set<String> words(Random random) {
    return random.nextBoolean() ? Set.of() : Set.of(word(random) + "-a", word(random) + "-b");
  }

  private static String word(Random random) {
    return "w" + random.nextInt(1000) + "_x-y";
  }

  /** Everything JSON could stumble over. */
  private static Wording wording(Random random) {
    String[] awkward = {
      "\"", "\\", "\n", "\t", "\u0000", "井盖", "\uD83D\uDD73", "/", "{0}", "'", " "
    };
    StringBuilder text = new StringBuilder("x");
    for (int i = random.nextInt(60); i > 0; i--) {
      text.append(pick(random, awkward));
    }
    return new Wording(text.toString(), text.reverse().toString());
  }

  private static <T> T pick(Random random, T[] values) {
    return values[random.nextInt(values.length)];
  }
}
