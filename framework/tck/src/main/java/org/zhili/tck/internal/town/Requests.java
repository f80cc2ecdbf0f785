package org.zhili.tck.internal.town;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.zhili.alert.Severity;
import org.zhili.casework.Assignment;
import org.zhili.casework.CaseFile;
import org.zhili.casework.CaseState;
import org.zhili.casework.CaseTypeRef;
import org.zhili.casework.Counts;
import org.zhili.casework.Report;
import org.zhili.casework.Standing;
import org.zhili.city.Unit;
import org.zhili.device.Value;
import org.zhili.dispatch.Candidate;
import org.zhili.dispatch.CatalogueRow;
import org.zhili.dispatch.DispatchRequest;
import org.zhili.dispatch.Duty;
import org.zhili.dispatch.Returned;
import org.zhili.id.AreaId;
import org.zhili.id.AssetId;
import org.zhili.id.CaseId;
import org.zhili.id.DeviceId;
import org.zhili.id.UnitId;
import org.zhili.text.Wording;

/** Cases that need a unit: with every unit of the town as a candidate, with some, with none. */
public final class Requests {
  /** How many {@link #all} makes. */
  public static final int MANY = 400;

  private static final long SEED = 20_260_301;
  private static final Instant NOW = Instant.parse("2026-03-02T01:00:00Z");
  private static final LocalDate LONG_AGO = LocalDate.of(2020, 1, 1);
  private static final List<AreaId> AREAS =
      Stream.of("district", "street-1", "street-2", "community-7", "grid-0071")
          .map(AreaId::new)
          .toList();
  private static final List<String> SUBJECTS =
      List.of("manhole_cover", "trash_bin", "noise", "street_light", "something new");
  private static final List<String> CONDITIONS = List.of("tilted", "full", "fire", "other");
  private static final List<UnitId> UNITS =
      IntStream.range(0, 9).mapToObj(i -> new UnitId("unit-" + i)).toList();

  private final Dice dice = new Dice(SEED);

  private Requests() {}

  /** The same requests in every run. One in ten has no candidate. */
  public static List<DispatchRequest> all() {
    Requests requests = new Requests();
    return IntStream.range(0, MANY).mapToObj(number -> requests.request(number)).toList();
  }

  private DispatchRequest request(int number) {
    List<Candidate> candidates = new ArrayList<>();
    if (number % 10 > 0) {
      for (UnitId unit : dice.some(60, UNITS)) {
        candidates.add(new Candidate(unit(unit), dice.chance(5) ? 100_000 : dice.below(30)));
      }
    }
    List<Returned> returned =
        dice.some(15, UNITS).stream().map(unit -> new Returned(unit, "不属于本单位职责")).toList();
    Report report = report(number);
    return new DispatchRequest(caseFile(number, report), duty(report), candidates, returned, NOW);
  }

  private Unit unit(UnitId id) {
    return new Unit(
        id,
        new Wording("单位 " + id.value(), "Unit " + id.value()),
        dice.some(40, SUBJECTS),
        dice.some(40, AREAS),
        dice.some(20, AREAS),
        dice.maybe(30, () -> dice.one(UNITS)));
  }

  /** The books name units whether or not they are candidates. */
  private Duty duty(Report report) {
    return new Duty(
        report.owner(),
        dice.maybe(40, () -> dice.one(UNITS)),
        dice.maybe(60, () -> row(report)),
        dice.maybe(60, () -> dice.one(UNITS)));
  }

  private CatalogueRow row(Report report) {
    return new CatalogueRow(
        "row-" + dice.below(1000),
        report.subject(),
        dice.maybe(30, report::condition),
        dice.maybe(50, report::area),
        dice.one(UNITS),
        dice.some(20, UNITS),
        dice.some(20, UNITS),
        LONG_AGO,
        Optional.empty());
  }

  private Report report(int number) {
    String subject = dice.one(SUBJECTS);
    String condition = dice.one(CONDITIONS);
    return new Report(
        "key-" + number,
        dice.one(List.of("sensor", "resident", "grid-worker")),
        subject,
        condition,
        dice.one(AREAS),
        dice.chance(80) ? "中山路100号" : "",
        dice.maybe(70, () -> new Value.Position(31.2 + dice.below(100) / 1000.0, 121.4)),
        new Wording("出了问题。", "Something is wrong."),
        dice.one(List.of(Severity.values())),
        NOW.minus(Duration.ofMinutes(dice.below(10_000))),
        dice.maybe(50, () -> new DeviceId("D-" + dice.below(100))),
        dice.maybe(50, () -> new AssetId("A-" + dice.below(100))),
        dice.maybe(40, () -> dice.one(UNITS)),
        List.of());
  }

  private CaseFile caseFile(int number, Report report) {
    return new CaseFile(
        new CaseId(dice.uuid()),
        "ZL-20260302-%06d".formatted(number),
        "code",
        1 + dice.below(9),
        new CaseTypeRef("made.up", 1),
        "filed",
        CaseState.ACCEPTED,
        Standing.OPEN,
        report,
        dice.maybe(70, report::condition),
        Assignment.NONE,
        List.of(),
        List.of(),
        new Counts(dice.below(3), dice.below(3), 0, 0, 0, dice.below(2)),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }
}
