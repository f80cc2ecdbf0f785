package org.zhili.core.casework;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.zhili.access.Role;
import org.zhili.alert.Severity;
import org.zhili.casework.Actor;
import org.zhili.casework.CaseState;
import org.zhili.casework.CaseType;
import org.zhili.casework.FilingCondition;
import org.zhili.casework.Guard;
import org.zhili.casework.Limit;
import org.zhili.casework.Limit.LimitUnit;
import org.zhili.casework.Milestone;
import org.zhili.casework.Passage;
import org.zhili.casework.Report;
import org.zhili.id.AreaId;
import org.zhili.id.AssetId;
import org.zhili.id.DeviceId;
import org.zhili.id.UnitId;
import org.zhili.text.Wording;

/** A case type and people to play it with. */
public final class SampleTypes {
  public static final UnitId WORKS = new UnitId("municipal-works");
  public static final UnitId TELECOM = new UnitId("telecom");
  public static final UnitId ENFORCEMENT = new UnitId("urban-enforcement");
  public static final Actor SYSTEM = Actor.system("test");
  public static final Actor OPERATOR = new Actor("olivia", Set.of(Role.OPERATOR), Optional.empty());
  public static final Actor SUPERVISOR =
      new Actor("sun", Set.of(Role.SUPERVISOR), Optional.empty());
  public static final Actor WORKER = new Actor("wang", Set.of(Role.UNIT), Optional.of(WORKS));
  public static final Actor STRANGER = new Actor("li", Set.of(Role.UNIT), Optional.of(TELECOM));
  public static final Actor RESIDENT =
      new Actor("resident", Set.of(Role.RESIDENT), Optional.empty());

  private SampleTypes() {}

  public static CaseType component() {
    return component(1);
  }

  /** The same, but a missing cover must also be made safe before it is reported done. */
  public static CaseType madeSafeBeforeDone() {
    return component(1, Optional.of("done"));
  }

  public static CaseType component(int version) {
    return component(version, Optional.empty());
  }

  /** Six steps, one for each state; a missing cover must be answered in 2 h and mended in a day. */
  private static CaseType component(int version, Optional<String> safeBefore) {
    return new CaseType(
        "test.component",
        version,
        new Wording("部件", "Component"),
        List.of(
            step("reported", CaseState.REPORTED),
            step("filed", CaseState.ACCEPTED),
            step("dispatched", CaseState.DISPATCHED),
            step("handling", CaseState.HANDLING),
            step("done", CaseState.FEEDBACK),
            step("closed", CaseState.CLOSED)),
        List.of(
            passage("reported", "accept", "filed", Set.of(Role.OPERATOR, Role.SYSTEM)),
            passage("filed", "dispatch", "dispatched", Set.of(Role.OPERATOR, Role.SYSTEM)),
            passage("dispatched", "acknowledge", "handling", Set.of(Role.UNIT), Guard.BY_LEAD),
            new Passage(
                "handling",
                "feed-back",
                "done",
                Set.of(Role.UNIT),
                Set.of(Guard.BY_LEAD),
                Set.of("photo-after")),
            passage(
                "done",
                "close",
                "closed",
                Set.of(Role.SUPERVISOR, Role.UNIT),
                Guard.NOT_BY_HANDLER)),
        List.of(
            new FilingCondition(
                "missing",
                new Wording("缺失", "Missing"),
                List.of(
                    milestone("respond", "filed", Optional.of("handling"), 2, LimitUnit.HOUR),
                    new Milestone(
                        "make-safe",
                        Wording.same("make safe"),
                        "filed",
                        safeBefore,
                        new Limit(2, LimitUnit.HOUR),
                        Set.of("photo-sign")),
                    milestone("repair", "filed", Optional.of("done"), 24, LimitUnit.HOUR))),
            new FilingCondition(
                "rattling",
                new Wording("异响", "Rattling"),
                List.of(milestone("repair", "filed", Optional.of("done"), 48, LimitUnit.HOUR)))),
        List.of(),
        new Limit(10, LimitUnit.DAY));
  }

  private static CaseType.Step step(String id, CaseState state) {
    return new CaseType.Step(id, Wording.same(id), state);
  }

  private static Passage passage(
      String from, String action, String to, Set<String> roles, Guard... guards) {
    return new Passage(from, action, to, roles, Set.of(guards), Set.of());
  }

  private static Milestone milestone(
      String id, String from, Optional<String> until, int amount, LimitUnit unit) {
    return new Milestone(id, Wording.same(id), from, until, new Limit(amount, unit), Set.of());
  }

  public static Report report(String key, Instant at) {
    return new Report(
        key,
        "sensor",
        "manhole_cover",
        "tilted",
        new AreaId("district"),
        "中山路100号",
        Optional.empty(),
        new Wording("井盖倾斜", "The cover is tilted"),
        Severity.MAJOR,
        at,
        Optional.of(new DeviceId("MC-001")),
        Optional.of(new AssetId("A-1")),
        Optional.empty(),
        List.of());
  }

  /** Natural time only, one hour an hour: enough for tests that are not about calendars. */
  public static Deadlines naturalTime() {
    return (start, limits, pauses) -> {
      if (pauses.stream().anyMatch(p -> p.until().isEmpty())) {
        return Optional.empty();
      }
      Instant due = start;
      for (Limit limit : limits) {
        long hours =
            switch (limit.unit()) {
              case HOUR, WORK_HOUR -> limit.amount();
              case DAY, WORK_DAY -> limit.amount() * 24L;
              case MONTH -> limit.amount() * 720L;
            };
        due = due.plusSeconds(hours * 3600);
      }
      for (var pause : pauses) {
        due = due.plus(java.time.Duration.between(pause.from(), pause.until().orElseThrow()));
      }
      return Optional.of(due);
    };
  }
}
