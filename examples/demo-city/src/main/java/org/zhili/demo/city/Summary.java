package org.zhili.demo.city;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.zhili.demo.city.ledger.Casebook;
import org.zhili.demo.city.ledger.Ledger;
import org.zhili.demo.city.ledger.Verdict;
import org.zhili.demo.city.people.Doings;
import org.zhili.demo.city.town.Answers.Score;
import org.zhili.demo.city.town.Answers.Status;
import org.zhili.demo.city.town.Bodies.Period;
import org.zhili.demo.city.town.Login;
import org.zhili.demo.city.town.Refusal;

/** What came of it all, told at the end. */
final class Summary {
  /** So many cases do not all happen to be handed back, sent back, or with the slow unit. */
  private static final int SEVERAL = 5;

  private final Screen screen;

  Summary(Screen screen) {
    this.screen = screen;
  }

  /** Tell what became of every abnormal message; whether none was lost and no case was double. */
  boolean account(Ledger.Counts counts, Verdict verdict, Casebook casebook) {
    int duplicates = casebook.duplicates();
    screen.say(
        "demo.end-messages",
        Phrases.number(counts.published()),
        Phrases.number(counts.acknowledged()),
        Phrases.number(counts.refused() + counts.underWay()));
    screen.say(
        "demo.end-ledger",
        Phrases.number(verdict.owed()),
        Phrases.number(verdict.raised()),
        Phrases.number(verdict.merged()),
        Phrases.number(verdict.debounced()),
        Phrases.number(verdict.suppressed()));
    screen.say(
        "demo.end-lost",
        Phrases.number(verdict.unaccounted()),
        Phrases.number(verdict.withoutCase()),
        Phrases.number(duplicates));
    return verdict.owed() > 0 && verdict.lost() == 0 && duplicates == 0;
  }

  void cases(Status status, Casebook casebook) {
    long open = status.cases().open().values().stream().mapToLong(Long::longValue).sum();
    screen.say(
        "demo.end-cases",
        Phrases.number(casebook.size()),
        Phrases.number(status.cases().closed()),
        Phrases.number(open),
        Phrases.number(status.messages().quarantined().values().stream().mapToLong(n -> n).sum()),
        Phrases.number(status.deadTimers()));
  }

  /**
   * Whether cases come to their end: not when none did, although several were reported longer ago
   * than it takes.
   *
   * @param enough from the report of a case to its end, in business time
   */
  boolean closing(Status status, Casebook casebook, Duration enough) {
    long overdue = casebook.reportedBefore(status.at().minus(enough));
    boolean stuck = status.cases().closed() == 0 && overdue >= SEVERAL;
    if (stuck) {
      screen.say("demo.end-stuck", Phrases.number(overdue), Phrases.number(enough.toMinutes()));
    }
    return !stuck;
  }

  void people(Doings.Count doings) {
    screen.say(
        "demo.end-people",
        Phrases.number(doings.done()),
        Phrases.number(doings.later()),
        Phrases.number(doings.refused()));
    doings.lastRefusal().ifPresent(why -> screen.say("demo.end-refusal", why));
  }

  /** Have the units graded over the days that were played, and tell their grades. */
  void scores(Login supervisor, Instant from, Instant to) throws Refusal {
    Period period =
        new Period(LocalDate.ofInstant(from, Phrases.ZONE), LocalDate.ofInstant(to, Phrases.ZONE));
    screen.say("demo.end-scores", period.from().toString(), period.to().toString());
    for (Score score : supervisor.post("scores/runs", period, Score[].class)) {
      if (score.sample() > 0) {
        String name = score.unitName().map(n -> Phrases.in(screen.language(), n)).orElse("-");
        screen.say(
            "demo.end-score",
            name,
            score.total().map(BigDecimal::toPlainString).orElse("-"),
            Phrases.number(score.sample()),
            score.ungraded().map(why -> Phrases.in(screen.language(), why)).orElse(lines(score)));
      }
    }
  }

  private String lines(Score score) {
    StringBuilder all = new StringBuilder();
    score
        .lines()
        .forEach(
            line ->
                all.append(all.isEmpty() ? "" : " · ")
                    .append(Phrases.in(screen.language(), line.name()))
                    .append(' ')
                    .append(line.points().toPlainString())
                    .append('/')
                    .append(line.maximum().toPlainString()));
    return all.toString();
  }
}
