package org.zhili.core.town;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.zhili.casework.CaseType;
import org.zhili.core.casework.SampleTypes;
import org.zhili.core.ingest.Await;
import org.zhili.core.plugin.FakeModule;
import org.zhili.core.plugin.Membership;
import org.zhili.core.plugin.Named;
import org.zhili.core.store.StoreUnavailable;
import org.zhili.device.DeviceDriver;
import org.zhili.device.Origin;
import org.zhili.device.Payload;
import org.zhili.dispatch.DispatchRequest;
import org.zhili.dispatch.DispatchStrategy;
import org.zhili.dispatch.Proposal;
import org.zhili.id.DeviceId;
import org.zhili.message.IncomingMessage;
import org.zhili.module.Contribution;
import org.zhili.module.GovernanceModule;
import org.zhili.rules.CalendarDay;
import org.zhili.rules.CityPack;
import org.zhili.scoring.ScoringModel;
import org.zhili.text.Language;
import org.zhili.text.Wording;
import org.zhili.text.Words;

/** A sound town, and each of the troubles a doctor knows. */
class DoctorTest {
  private static final CalendarDay THIS_YEAR = holiday("2026-01-01");

  private final TownFixture city = new TownFixture(Optional.empty());
  private final FollowingIngestStore store = (FollowingIngestStore) city.town.stores().ingest();
  private volatile boolean spinning = true;
  private Membership strategy = city.strategy();
  private final Membership model = city.admit(ScoringModel.class, new NoScores(), "none");
  private final Membership work =
      city.admit(
          GovernanceModule.class,
          FakeModule.bringing("work", new Contribution.Cases(WorkingType.SEVEN_HOURS)),
          "work");

  @BeforeEach
  void apply() {
    city.town.apply(WorkingType.pack(List.of(THIS_YEAR)));
    city.settle();
    assertThat(new Doctor(city.town).look()).isEmpty();
  }

  @AfterEach
  void close() {
    spinning = false;
    store.fail(() -> {});
    city.close();
  }

  /** Something that goes wrong in a town. */
  @FunctionalInterface
  interface Trouble {
    void happen(DoctorTest town) throws Exception;
  }

  private static Arguments trouble(String code, String words, Trouble trouble) {
    return Arguments.of(code, words, trouble);
  }

  static Stream<Arguments> troubles() {
    return Stream.of(
        trouble("ZL-1301", "Messages are no longer taken", t -> t.city.town.ingestion().close()),
        trouble("ZL-1302", "has not answered since 2026-03-02T", DoctorTest::loseTheStore),
        trouble("ZL-1303", "1 messages could be neither stored", DoctorTest::storeNothing),
        trouble("ZL-1304", "1 messages have been quarantined", t -> t.city.publish("")),
        trouble("ZL-1305", "\"books-first\" is not installed", t -> t.strategy.close()),
        trouble("ZL-1306", "\"none\" is not installed", t -> t.model.close()),
        trouble("ZL-1307", "a b", t -> t.city.admit(DispatchStrategy.class, named("a b"), "bad")),
        trouble("ZL-1308", "failed 1 times", DoctorTest::breakTheStrategy),
        trouble("ZL-1331", "isolated by hand", t -> t.isolateTheModel()),
        trouble("ZL-1332", "% of a processor busy", DoctorTest::spin),
        trouble("ZL-1333", "none@1.0.0 is here twice", DoctorTest::bringTheModelAgain),
        trouble("ZL-1334", "Drivers status, twin all understand", DoctorTest::bringATwin),
        trouble("ZL-1309", "elsewhere", DoctorTest::missAModule),
        trouble("ZL-1313", "1 dispatches wait", DoctorTest::breakTheStrategy),
        trouble("ZL-1314", "no holidays of 2026", t -> t.calendar("2025-01-01")),
        trouble("ZL-1314", "no holidays of 2027", t -> t.city.pass(Duration.ofDays(275))),
        trouble("ZL-1315", "work.case@1 was changed", DoctorTest::changeTheType),
        trouble("ZL-1316", "case type \"work.case\"", t -> t.work.close()),
        trouble("ZL-1318", "filing \"mend\", which case type work.case", DoctorTest::loseAFiling),
        trouble("ZL-1318", "filing \"stolen\"", DoctorTest::letResidentsReport),
        trouble("ZL-1356", "words under work.nmae", DoctorTest::mistypeWords));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("troubles")
  void every_trouble_is_told_in_both_languages(String code, String words, Trouble trouble)
      throws Exception {
    trouble.happen(this);
    new Consultation(city.town).tells(code, words);
  }

  private void loseTheStore() {
    store.fail(
        () -> {
          throw new StoreUnavailable("the store is away", new IllegalStateException());
        });
    say();
    Await.until(() -> city.town.ingestion().status().unavailableSince().isPresent());
  }

  private void storeNothing() {
    store.fail(
        () -> {
          throw new IllegalStateException("no");
        });
    say();
    Await.until(() -> city.town.ingestion().status().unstored() > 0);
  }

  /** Publish a message that gets no receipt. */
  private void say() {
    say(TownFixture.COVER);
  }

  private void say(DeviceId device) {
    city.town
        .ingestion()
        .inlet()
        .offer(
            new IncomingMessage(
                Origin.of("zhili/v1/demo/" + device + "/up", device),
                Payload.ofUtf8("tilted"),
                city.instant(),
                false,
                false),
            () -> {});
  }

  private void breakTheStrategy() throws Exception {
    strategy.close();
    strategy = city.admit(DispatchStrategy.class, named("books-first"), "books-first");
    city.publish("tilted");
  }

  private void bringTheModelAgain() {
    city.admit(ScoringModel.class, new NoScores(), "none");
  }

  /** A stranger speaks that two drivers understand. */
  private void bringATwin() {
    city.admit(DeviceDriver.class, new TestPlugIns.StatusDriver("twin"), "twin");
    say(new DeviceId("MC-999"));
    Await.until(() -> city.town.inbox().count(9) == 1);
  }

  private void isolateTheModel() {
    city.town.gate().isolate(new Named("ScoringModel", "none"));
  }

  /** Ask a strategy that spins for as long as the test looks. */
  private void spin() {
    city.admit(DispatchStrategy.class, named("spinning"), "spinning");
    city.town
        .gate()
        .named(DispatchStrategy.class, "spinning")
        .orElseThrow()
        .ask(
            strategy -> {
              while (spinning) {
                Thread.onSpinWait();
              }
              return strategy;
            });
  }

  private void missAModule() {
    city.admit(GovernanceModule.class, FakeModule.requiring("needy", Set.of("elsewhere")), "needy");
  }

  private void calendar(String day) {
    city.town.apply(WorkingType.pack(List.of(holiday(day))));
  }

  private void changeTheType() {
    work.close();
    CaseType type = WorkingType.SEVEN_HOURS;
    bring(
        new CaseType(
            type.id(),
            type.version(),
            Wording.same("changed"),
            type.steps(),
            type.passages(),
            type.filings(),
            type.sides(),
            type.reopenWithin()));
  }

  private void loseAFiling() {
    work.close();
    CaseType type = SampleTypes.component();
    bring(
        new CaseType(
            WorkingType.ID,
            2,
            type.name(),
            type.steps(),
            type.passages(),
            type.filings(),
            type.sides(),
            type.reopenWithin()));
  }

  private void letResidentsReport() {
    CityPack pack = WorkingType.pack(List.of(THIS_YEAR));
    city.town.apply(
        new CityPack(
            SampleRules.reportable(pack.rules()),
            pack.areas(),
            pack.units(),
            pack.assets(),
            pack.devices(),
            pack.types()));
  }

  private void mistypeWords() {
    CityPack pack = WorkingType.pack(List.of(THIS_YEAR));
    Words words = Words.of(Map.of(Language.EN, Map.of("work.nmae", "Work")));
    city.town.apply(
        new CityPack(
            pack.rules(),
            pack.areas(),
            pack.units(),
            pack.assets(),
            pack.devices(),
            pack.types(),
            words));
  }

  private void bring(CaseType type) {
    city.admit(
        GovernanceModule.class, FakeModule.bringing("work", new Contribution.Cases(type)), "work");
  }

  private static CalendarDay holiday(String date) {
    return new CalendarDay(LocalDate.parse(date), CalendarDay.Kind.HOLIDAY, "day", "a test");
  }

  /** A strategy that only breaks. */
  private static DispatchStrategy named(String id) {
    return new DispatchStrategy() {
      @Override
      public String id() {
        return id;
      }

      @Override
      public Proposal propose(DispatchRequest request) {
        throw new IllegalStateException("no");
      }
    };
  }
}
