package org.zhili.core.casework;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.zhili.alert.Severity;
import org.zhili.casework.Assignment;
import org.zhili.casework.CaseFile;
import org.zhili.casework.CaseState;
import org.zhili.casework.CaseTypeRef;
import org.zhili.casework.Counts;
import org.zhili.casework.Evidence;
import org.zhili.casework.Limit;
import org.zhili.casework.MilestoneClock;
import org.zhili.casework.Pause;
import org.zhili.casework.Rating;
import org.zhili.casework.Report;
import org.zhili.casework.Standing;
import org.zhili.device.Value;
import org.zhili.id.AreaId;
import org.zhili.id.AssetId;
import org.zhili.id.CaseId;
import org.zhili.id.DeviceId;
import org.zhili.id.UnitId;
import org.zhili.text.Wording;

/** Case files for tests of stores; each {@code n} is another case with names of its own. */
public final class SampleFiles {
  public static final Instant NOON = Instant.parse("2026-11-23T04:00:00.123456789Z");
  public static final CaseTypeRef TYPE = new CaseTypeRef("test.component", 3);

  private SampleFiles() {}

  public static CaseId id(int n) {
    return new CaseId(new UUID(0x0190_0000_0000_7000L | n, 0x8000_0000_0000_0000L | n));
  }

  public static UnitId unit(String name) {
    return new UnitId(name);
  }

  /** Number {@code n}, just opened under a key of its own. */
  public static CaseFile opened(int n) {
    return opened(n, "key-" + n);
  }

  public static CaseFile opened(int n, String key) {
    return file(n, report(n, key), 1, CaseState.REPORTED, Standing.OPEN, Assignment.NONE);
  }

  public static CaseFile led(int n, String lead) {
    return with(opened(n), Standing.OPEN, CaseState.DISPATCHED, lead(lead));
  }

  public static Assignment lead(String lead) {
    return new Assignment(Optional.of(new UnitId(lead)), Set.of(), Set.of(), Set.of());
  }

  /** The same case after one more entry of its trace. */
  public static CaseFile next(CaseFile file, Standing standing) {
    return file(
        file,
        file.version() + 1,
        standing,
        standing == Standing.CLOSED ? CaseState.CLOSED : file.state(),
        file.assignment(),
        standing == Standing.CLOSED ? Optional.of(NOON) : Optional.empty());
  }

  /** The same case at the same version, told otherwise. */
  public static CaseFile with(
      CaseFile file, Standing standing, CaseState state, Assignment assignment) {
    return file(file, file.version(), standing, state, assignment, file.closedAt());
  }

  public static CaseFile closed(CaseFile file, Instant at) {
    return file(
        file,
        file.version(),
        Standing.CLOSED,
        CaseState.CLOSED,
        file.assignment(),
        Optional.of(at));
  }

  public static CaseFile reported(CaseFile file, Report report) {
    return file(
        number(file), report, file.version(), file.state(), file.standing(), file.assignment());
  }

  private static int number(CaseFile file) {
    return Integer.parseInt(file.number().substring(file.number().length() - 6));
  }

  /** A file with something in every field, and times no clock of milliseconds could tell. */
  public static CaseFile full(int n) {
    MilestoneClock met =
        new MilestoneClock(
            "respond",
            new Limit(2, Limit.LimitUnit.WORK_HOUR),
            List.of(new Limit(1, Limit.LimitUnit.DAY), new Limit(0, Limit.LimitUnit.MONTH)),
            NOON,
            Optional.of(NOON.plusNanos(7)));
    MilestoneClock running =
        new MilestoneClock(
            "repair",
            new Limit(1, Limit.LimitUnit.WORK_DAY),
            List.of(),
            NOON.plusSeconds(1),
            Optional.empty());
    return new CaseFile(
        id(n),
        String.format(Locale.ROOT, "ZL-20261123-%06d", n),
        "CODE" + n,
        5,
        TYPE,
        "handling-网格",
        CaseState.HANDLING,
        Standing.SUSPENDED,
        report(n, "key-" + n),
        Optional.of("missing"),
        new Assignment(
            Optional.of(unit("works")),
            Set.of(unit("telecom"), unit("power")),
            Set.of(unit("enforcement"), unit("telecom")),
            Set.of(unit("street"))),
        List.of(met, running),
        List.of(
            new Pause(NOON, Optional.of(NOON.plusNanos(1)), "parts"),
            new Pause(NOON.plusSeconds(9), Optional.empty(), "雨 \"heavy\""),
            new Pause(NOON.plusSeconds(8), Optional.empty(), "urban.component", true)),
        new Counts(1, 2, 3, 4, 5, 6),
        Optional.of(new Rating(true, 4, "好\n\u0000'")),
        Optional.of(id(n + 1)),
        Optional.of(NOON.plusNanos(11)));
  }

  public static Report report(int n, String key) {
    return new Report(
        key,
        "sensor",
        "manhole_cover",
        "tilted",
        new AreaId("district"),
        "中山路100号",
        Optional.of(new Value.Position(31.2304, 121.4737)),
        new Wording("井盖倾斜", "The cover is tilted"),
        Severity.MAJOR,
        NOON.plusSeconds(n),
        Optional.of(new DeviceId("MC-001")),
        Optional.of(new AssetId("A-1")),
        Optional.of(unit("telecom")),
        List.of(new Evidence("reading", "23.4"), new Evidence("note", "")));
  }

  private static CaseFile file(
      int n,
      Report report,
      long version,
      CaseState state,
      Standing standing,
      Assignment assignment) {
    return new CaseFile(
        id(n),
        String.format(Locale.ROOT, "ZL-20261123-%06d", n),
        "CODE" + n,
        version,
        TYPE,
        "reported",
        state,
        standing,
        report,
        Optional.empty(),
        assignment,
        List.of(),
        List.of(),
        Counts.ZERO,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static CaseFile file(
      CaseFile f,
      long version,
      Standing standing,
      CaseState state,
      Assignment assignment,
      Optional<Instant> closedAt) {
    return new CaseFile(
        f.id(),
        f.number(),
        f.publicCode(),
        version,
        f.type(),
        f.step(),
        state,
        standing,
        f.report(),
        f.filing(),
        assignment,
        f.clocks(),
        f.pauses(),
        f.counts(),
        f.rating(),
        f.mergedInto(),
        closedAt);
  }
}
