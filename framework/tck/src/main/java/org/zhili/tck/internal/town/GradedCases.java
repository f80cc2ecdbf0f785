package org.zhili.tck.internal.town;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.zhili.casework.Counts;
import org.zhili.casework.Rating;
import org.zhili.casework.Standing;
import org.zhili.id.CaseId;
import org.zhili.scoring.GradedCase;
import org.zhili.scoring.GradedCase.Due;
import org.zhili.scoring.GradingPeriod;
import org.zhili.scoring.Subject;

/** What one subject did in one month: nothing, a little, or a lot; well or badly. */
public record GradedCases(Subject subject, List<GradedCase> cases) {
  public static final GradingPeriod PERIOD =
      new GradingPeriod(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 4, 1));

  /** How many {@link #all} makes. */
  public static final int MANY = 60;

  private static final long SEED = 20_260_303;
  private static final Instant START = Instant.parse("2026-03-01T01:00:00Z");
  private static final Duration FIRST_DAYS = Duration.ofDays(15);
  private static final int MOST_CASES = 40;

  public GradedCases {
    cases = List.copyOf(cases);
  }

  /** The same months in every run; the first one is empty. */
  public static List<GradedCases> all() {
    Dice dice = new Dice(SEED);
    return IntStream.range(0, MANY).mapToObj(number -> month(dice, number)).toList();
  }

  private static GradedCases month(Dice dice, int number) {
    Subject.Kind kind = dice.one(List.of(Subject.Kind.values()));
    int size = number < 8 ? number : dice.below(MOST_CASES);
    // from a subject that is always late to one that never is
    int diligence = dice.below(101);
    List<GradedCase> cases =
        IntStream.range(0, size).mapToObj(i -> graded(dice, number, i, diligence)).toList();
    return new GradedCases(new Subject(kind, "subject-" + number), cases);
  }

  private static GradedCase graded(Dice dice, int month, int number, int diligence) {
    Instant reported = dice.after(START, FIRST_DAYS);
    List<Due> milestones = new ArrayList<>();
    milestones.add(due(dice, "respond", true, reported, diligence));
    milestones.add(due(dice, "repair", false, reported, diligence));
    if (dice.chance(20)) {
      milestones.remove(dice.below(2));
    }
    boolean closed = dice.chance(80);
    return new GradedCase(
        new CaseId(dice.uuid()),
        "ZL-202603-%02d%04d".formatted(month, number),
        "made.up",
        dice.one(List.of("sensor", "resident", "grid-worker")),
        closed ? Standing.CLOSED : dice.one(List.of(Standing.values())),
        reported,
        closed ? Optional.of(dice.after(reported, Duration.ofDays(5))) : Optional.empty(),
        milestones,
        dice.chance(30) ? Duration.ofHours(dice.below(48)) : Duration.ZERO,
        new Counts(dice.below(2), 1 + dice.below(3), few(dice), few(dice), few(dice), few(dice)),
        dice.chance(5),
        dice.chance(10),
        dice.maybe(40, () -> new Rating(dice.chance(diligence), 1 + dice.below(5), "")));
  }

  private static int few(Dice dice) {
    return dice.chance(15) ? 1 + dice.below(3) : 0;
  }

  private static Due due(
      Dice dice, String name, boolean response, Instant reported, int diligence) {
    Instant dueAt = reported.plus(Duration.ofHours(1 + dice.below(72)));
    Instant metAt =
        dice.chance(diligence)
            ? reported.plus(Duration.between(reported, dueAt).dividedBy(2))
            : dueAt.plus(Duration.ofMinutes(1 + dice.below(3000)));
    return new Due(name, response, dueAt, dice.chance(90) ? Optional.of(metAt) : Optional.empty());
  }

  /**
   * The same work, but all clocks stood still for a while right after each report: what was due and
   * what was done came so much later.
   */
  public List<GradedCase> pausedFor(Duration pause) {
    return cases.stream().map(graded -> paused(graded, pause)).toList();
  }

  private static GradedCase paused(GradedCase graded, Duration pause) {
    return new GradedCase(
        graded.id(),
        graded.number(),
        graded.type(),
        graded.source(),
        graded.standing(),
        graded.reportedAt(),
        graded.closedAt().map(closed -> closed.plus(pause)),
        graded.milestones().stream()
            .map(
                due ->
                    new Due(
                        due.milestone(),
                        due.response(),
                        due.dueAt().plus(pause),
                        due.metAt().map(met -> met.plus(pause))))
            .toList(),
        graded.paused().plus(pause),
        graded.counts(),
        graded.wronglySent(),
        graded.recurrence(),
        graded.rating());
  }
}
