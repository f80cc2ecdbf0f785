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
import org.junit.jupiter.api.Test;
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
import org.zhili.core.timer.NewTimer;
import org.zhili.core.timer.TimerClaim;
import org.zhili.device.Origin;
import org.zhili.device.Payload;
import org.zhili.dispatch.DispatchRequest;
import org.zhili.dispatch.DispatchStrategy;
import org.zhili.dispatch.Proposal;
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
        trouble("ZL-1309", "elsewhere", DoctorTest::missAModule),
        trouble("ZL-1311", "501 pieces of work have been due", t -> t.owe(501)),
        trouble("ZL-1312", "1 pieces of work were set aside", DoctorTest::bury),
        trouble("ZL-1313", "1 dispatches wait", DoctorTest::breakTheStrategy),
        trouble("ZL-1314", "no holidays of 2026", t -> t.calendar("2025-01-01")),
        trouble("ZL-1314", "no holidays of 2027", t -> t.city.pass(Duration.ofDays(275))),
        trouble("ZL-1315", "work.case@1 was changed", DoctorTest::changeTheType),
        trouble("ZL-1316", "case type \"work.case\"", t -> t.work.close()),
        trouble("ZL-1317", "1 pieces of work have waited", DoctorTest::waitForTheModule),
        trouble("ZL-1317", "for 2027 in the working calendar", DoctorTest::waitForTheYear),
        trouble("ZL-1318", "filing \"mend\", which case type work.case", DoctorTest::loseAFiling),
        trouble("ZL-1356", "words under work.nmae", DoctorTest::mistypeWords));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("troubles")
  void every_trouble_is_told_in_both_languages(String code, String words, Trouble trouble)
      throws Exception {
    trouble.happen(this);
    Doctor doctor = new Doctor(city.town);
    // a message is counted just after its receipt
    Await.until(() -> doctor.look().stream().anyMatch(finding -> finding.code().equals(code)));

    assertThat(doctor.look())
        .filteredOn(finding -> finding.code().equals(code))
        .singleElement()
        .satisfies(
            finding -> {
              Wording told = city.town.render(finding.why());
              assertThat(told.en()).contains(words).doesNotContain("{");
              assertThat(told.zh()).matches(".*\\p{IsHan}.*").doesNotContain("{");
            });
  }

  @Test
  void what_waits_for_a_named_part_does_not_count_as_slowness_too() throws Exception {
    waitForTheModule();
    owe(500);

    assertThat(new Doctor(city.town).look())
        .extracting(Doctor.Finding::code)
        .contains("ZL-1317")
        .doesNotContain("ZL-1311");
  }

  @Test
  void what_has_waited_a_moment_only_is_not_told() throws Exception {
    work.close();
    city.publish("tilted");

    assertThat(new Doctor(city.town).look())
        .extracting(Doctor.Finding::code)
        .containsExactly("ZL-1316");
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
    city.town
        .ingestion()
        .inlet()
        .offer(
            new IncomingMessage(
                Origin.of("zhili/v1/demo/MC-001/up", TownFixture.COVER),
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

  private void owe(int timers) {
    city.transactions.run(
        () -> {
          for (int i = 0; i < timers; i++) {
            city.town
                .stores()
                .timers()
                .add(
                    NewTimer.of("nobody's", "key " + i, city.instant().minus(Duration.ofHours(1))));
          }
        });
  }

  private void bury() {
    owe(1);
    TimerClaim claim =
        city.town
            .stores()
            .timers()
            .claim(Set.of("nobody's"), city.instant(), Duration.ofMinutes(1), 1)
            .get(0);
    city.town.stores().timers().bury(claim, city.instant(), "no");
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

  private void waitForTheModule() throws Exception {
    work.close();
    city.publish("tilted");
    city.pass(Duration.ofMinutes(6));
    city.settle();
  }

  private void waitForTheYear() throws Exception {
    city.pass(Duration.ofDays(304).plusHours(8)); // five in the afternoon of 31 December
    city.publish("tilted");
    city.pass(Duration.ofMinutes(6));
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
