package org.zhili.core.town;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.zhili.casework.Actor;
import org.zhili.casework.CaseAction;
import org.zhili.casework.CaseFile;
import org.zhili.casework.CaseType;
import org.zhili.casework.NewCase;
import org.zhili.casework.Outcome;
import org.zhili.core.casework.AbsentTypes;
import org.zhili.core.casework.CaseReplay;
import org.zhili.core.casework.SampleTypes;
import org.zhili.core.plugin.FakeModule;
import org.zhili.core.plugin.Membership;
import org.zhili.core.plugin.PluginGate;
import org.zhili.core.plugin.PluginIdentity;
import org.zhili.module.Contribution;
import org.zhili.module.GovernanceModule;
import org.zhili.rules.CalendarDay;
import org.zhili.rules.CityPack;

/** A town with a module that brings cases of a day's work, and helpers to look at these. */
abstract class WorkingCases {
  static final Duration HOUR = Duration.ofHours(1);
  static final CityPack PACK =
      WorkingType.pack(
          List.of(
              new CalendarDay(
                  LocalDate.parse("2026-01-01"), CalendarDay.Kind.HOLIDAY, "day", "a test")));

  final TownFixture city = new TownFixture(Optional.empty());
  Membership work = work();

  @BeforeEach
  void begin() {
    city.town.apply(PACK);
    city.strategy();
  }

  @AfterEach
  void close() {
    city.close();
  }

  Membership work() {
    return admit(city.gate);
  }

  static Membership admit(PluginGate gate) {
    return gate.admit(
        GovernanceModule.class,
        FakeModule.bringing("work", new Contribution.Cases(WorkingType.SEVEN_HOURS)),
        new PluginIdentity("work", "1.0.0", 0));
  }

  static CaseType named(String id) {
    CaseType type = WorkingType.SEVEN_HOURS;
    return new CaseType(
        id,
        type.version(),
        type.name(),
        type.steps(),
        type.passages(),
        type.filings(),
        type.sides(),
        type.reopenWithin());
  }

  static CityPack overriding() {
    return with(List.of(WorkingType.SEVEN_HOURS));
  }

  static CityPack with(List<CaseType> types) {
    return new CityPack(
        PACK.rules(), PACK.areas(), PACK.units(), PACK.assets(), PACK.devices(), types);
  }

  void leave() {
    work.close();
    city.watch(AbsentTypes.GRACE, city.town);
  }

  void settle() {
    city.settle();
  }

  CaseFile open(String key) {
    return open(WorkingType.ID, key);
  }

  CaseFile open(String type, String key) {
    NewCase made =
        new NewCase(type, Optional.of(WorkingType.FILING), SampleTypes.report(key, city.instant()));
    CaseFile file = city.town.desk().open(made, SampleTypes.OPERATOR).file();
    act(file, new CaseAction.Advance("accept", "", List.of()), SampleTypes.OPERATOR);
    settle();
    return reread(file);
  }

  Outcome act(CaseFile file, CaseAction action, Actor by) {
    return city.town.desk().act(file.id(), action, by, OptionalLong.empty());
  }

  Outcome feedBack(CaseFile file) {
    return act(file, new CaseAction.Advance("acknowledge", "", List.of()), SampleTypes.WORKER);
  }

  CaseFile reread(CaseFile file) {
    return city.town.desk().find(file.id()).orElseThrow();
  }

  CaseFile replayed(CaseFile file) {
    return new CaseReplay(city.town.engine(), city.town.types()::of)
        .replay(city.town.ledger().trace().of(file.id()));
  }

  Optional<Instant> due(CaseFile file) {
    return city.town.milestones().due(file, file.clocks().get(0));
  }

  long halted() {
    return city
        .transactions
        .run(() -> city.town.ledger().cases().unfinished(WorkingType.ID, Optional.empty(), 999))
        .stream()
        .filter(CaseFile::halted)
        .count();
  }
}
