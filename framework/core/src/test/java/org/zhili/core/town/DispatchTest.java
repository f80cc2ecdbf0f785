package org.zhili.core.town;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.zhili.core.casework.SampleTypes.ENFORCEMENT;
import static org.zhili.core.casework.SampleTypes.OPERATOR;
import static org.zhili.core.casework.SampleTypes.SUPERVISOR;
import static org.zhili.core.casework.SampleTypes.TELECOM;
import static org.zhili.core.casework.SampleTypes.WORKER;
import static org.zhili.core.casework.SampleTypes.WORKS;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.zhili.alert.Severity;
import org.zhili.casework.Actor;
import org.zhili.casework.CaseAction;
import org.zhili.casework.CaseFile;
import org.zhili.casework.Outcome;
import org.zhili.core.casework.CaseStore;
import org.zhili.core.casework.Returns;
import org.zhili.core.dispatch.Advice;
import org.zhili.core.dispatch.Review;
import org.zhili.core.dispatch.ReviewReason;
import org.zhili.core.ingest.Await;
import org.zhili.core.plugin.Membership;
import org.zhili.core.plugin.PluginStatus;
import org.zhili.dispatch.DispatchRequest;
import org.zhili.dispatch.DispatchStrategy;
import org.zhili.dispatch.Proposal;
import org.zhili.dispatch.Returned;
import org.zhili.id.CaseId;
import org.zhili.id.UnitId;
import org.zhili.rules.CityPack;
import org.zhili.rules.ReviewRules;
import org.zhili.text.Explanation;
import org.zhili.text.Text;
import org.zhili.text.Wording;

/** People and strategies at the same case. */
class DispatchTest {
  private final TownFixture city = new TownFixture(Optional.empty());

  @AfterEach
  void close() {
    city.close();
  }

  @Test
  void who_dispatches_while_the_strategy_thinks_leaves_no_review() throws Exception {
    city.admit(DispatchStrategy.class, new Hesitant(), "books-first");
    city.publish("tilted");

    assertThat(onlyCase().assignment().lead()).contains(TELECOM);
    assertThat(city.town.dispatch().waiting()).isZero();
  }

  @Test
  void a_strategy_that_comes_is_asked_about_what_waited_for_it() throws Exception {
    city.publish("tilted");
    assertThat(city.town.dispatch().waiting()).isEqualTo(1);

    city.strategy();
    city.settle();
    assertThat(city.town.dispatch().waiting()).isZero();
    assertThat(onlyCase().assignment().lead()).contains(WORKS);
  }

  @Test
  void a_strategy_that_comes_is_asked_about_what_waited_behind_however_many_others()
      throws Exception {
    city.transactions.run(
        () -> {
          for (int i = 0; i < 1001; i++) {
            city.town
                .stores()
                .reviews()
                .open(
                    new CaseId(new UUID(0, i)),
                    TownFixture.DISTRICT,
                    Set.of(ReviewReason.STRATEGY_ABSENT),
                    Optional.empty(),
                    city.instant());
          }
        });
    city.publish("tilted");
    assertThat(onlyCase().assignment().lead()).isEmpty();

    city.strategy();
    city.settle();
    assertThat(onlyCase().assignment().lead()).contains(WORKS);
  }

  @Test
  void a_case_whose_strategy_left_while_it_was_asked_waits_for_a_person_or_for_the_next()
      throws Exception {
    Leaver leaver = new Leaver();
    leaver.stay.complete(city.admit(DispatchStrategy.class, leaver, "books-first"));
    city.publish("tilted");
    assertThat(reasons()).containsExactly(ReviewReason.STRATEGY_WITHDRAWN);
    assertThat(onlyCase().assignment().lead()).isEmpty();

    city.strategy();
    city.settle();
    assertThat(city.town.dispatch().waiting()).isZero();
    assertThat(onlyCase().assignment().lead()).contains(WORKS);
  }

  @Test
  void what_somebody_is_looking_at_stays_with_that_person_while_it_is_held() throws Exception {
    city.publish("tilted");
    city.town.dispatch().claim(onlyCase().id(), "olivia", Duration.ofMinutes(5));
    city.strategy();
    city.settle();
    assertThat(city.town.dispatch().waiting()).isEqualTo(1);

    city.pass(Duration.ofMinutes(6));
    city.settle();
    assertThat(onlyCase().assignment().lead()).contains(WORKS);
  }

  @Test
  void who_handed_a_case_back_is_told_from_who_was_merely_relieved_of_it() throws Exception {
    city.publish("tilted");
    act(OPERATOR, to(WORKS));
    act(WORKER, new CaseAction.RequestReturn("owned by telecom"));
    act(SUPERVISOR, new CaseAction.DecideReturn(true, "right"));
    act(OPERATOR, to(TELECOM));
    act(OPERATOR, to(ENFORCEMENT));

    assertThat(Returns.of(city.town.ledger(), onlyCase()))
        .containsExactly(new Returned(WORKS, "owned by telecom"));
  }

  static List<Arguments> looks() {
    Set<Severity> grave = Set.of(Severity.MAJOR);
    Set<String> covers = Set.of("manhole_cover");
    return List.of(
        arguments(new ReviewRules(0.9, Set.of("bin"), Set.of(Severity.CRITICAL), 1), Set.of()),
        arguments(
            new ReviewRules(0.91, Set.of(), Set.of(), 0), Set.of(ReviewReason.LOW_CONFIDENCE)),
        arguments(new ReviewRules(0, covers, Set.of(), 0), Set.of(ReviewReason.SENSITIVE_SUBJECT)),
        arguments(new ReviewRules(0, Set.of(), grave, 0), Set.of(ReviewReason.SEVERE)),
        arguments(
            new ReviewRules(0, covers, grave, 0),
            Set.of(ReviewReason.SENSITIVE_SUBJECT, ReviewReason.SEVERE)));
  }

  @ParameterizedTest
  @MethodSource("looks")
  void a_person_looks_at_what_the_city_wants_looked_at(ReviewRules rules, Set<ReviewReason> reasons)
      throws Exception {
    review(rules);
    city.strategy();
    city.publish("tilted");

    assertThat(reasons()).isEqualTo(reasons);
    assertThat(onlyCase().assignment().lead())
        .isEqualTo(reasons.isEmpty() ? Optional.of(WORKS) : Optional.empty());
    assertThat(lastReview().advice().flatMap(Advice::lead)).contains(WORKS);
  }

  @ParameterizedTest
  @CsvSource({"0, false", "1, true", "2, false"})
  void a_case_that_was_handed_back_as_often_as_the_city_bears_goes_to_a_person(
      int bears, boolean looked) throws Exception {
    review(new ReviewRules(0, Set.of(), Set.of(), bears));
    city.strategy();
    city.publish("tilted");
    assertThat(reasons()).isEmpty();
    act(WORKER, new CaseAction.RequestReturn("not ours"));
    act(SUPERVISOR, new CaseAction.DecideReturn(true, "right"));
    city.settle();

    assertThat(reasons()).isEqualTo(looked ? Set.of(ReviewReason.RETURNED_OFTEN) : Set.of());
    assertThat(onlyCase().assignment().lead().isEmpty()).isEqualTo(looked);
  }

  @ParameterizedTest
  @CsvSource({"stranger, , ", "municipal-works, stranger, ", "municipal-works, , stranger"})
  void a_unit_that_is_not_on_the_books_is_given_nothing(
      String lead, @Nullable String assisting, @Nullable String supervising) throws Exception {
    city.admit(
        DispatchStrategy.class,
        new Naming(new UnitId(lead), units(assisting), units(supervising)),
        "books-first");
    city.publish("tilted");

    assertThat(reasons()).containsExactly(ReviewReason.UNKNOWN_UNIT);
    assertThat(onlyCase().assignment().lead()).isEmpty();
    assertThat(city.town.orders().of(onlyCase().id())).isEmpty();
  }

  private static Set<UnitId> units(@Nullable String id) {
    return id == null ? Set.of() : Set.of(new UnitId(id));
  }

  private void review(ReviewRules rules) {
    CityPack pack = TownFixture.pack(Optional.empty());
    city.town.apply(
        new CityPack(
            SampleRules.with(pack.rules(), rules),
            pack.areas(),
            pack.units(),
            pack.assets(),
            pack.devices(),
            pack.types()));
  }

  private Review lastReview() {
    List<Review> all = city.town.dispatch().reviewsOf(onlyCase().id());
    return all.get(all.size() - 1);
  }

  /** Why a person has to look at the case now; none when the desk has decided. */
  private Set<ReviewReason> reasons() {
    assertThat(lastReview().decision().isPresent()).isEqualTo(lastReview().reasons().isEmpty());
    return lastReview().reasons();
  }

  private void act(Actor actor, CaseAction action) {
    assertThat(city.town.desk().act(onlyCase().id(), action, actor, OptionalLong.empty()))
        .isInstanceOf(Outcome.Moved.class);
  }

  private static CaseAction to(UnitId lead) {
    return new CaseAction.Dispatch(
        lead, Set.of(), Set.of(), Set.of(), new Wording("人工", "by hand"));
  }

  private CaseFile onlyCase() {
    return city.transactions
        .run(() -> city.town.ledger().cases().list(CaseStore.Query.newest(1)))
        .get(0);
  }

  /** Is taken away while it thinks, and then misses its own code. */
  private final class Leaver implements DispatchStrategy {
    private final CompletableFuture<Membership> stay = new CompletableFuture<>();

    @Override
    public String id() {
      return "books-first";
    }

    @Override
    public Proposal propose(DispatchRequest request) {
      new Thread(() -> stay.join().close()).start();
      // off the roster is not enough: until it is refused, what breaks is its own fault
      Await.until(
          () ->
              city.gate.status().stream().anyMatch(one -> one.state() == PluginStatus.State.LEFT));
      throw new NoClassDefFoundError("wiring is no longer valid");
    }
  }

  /** Refers the case to a person, who was faster. */
  private final class Hesitant implements DispatchStrategy {
    @Override
    public String id() {
      return "books-first";
    }

    @Override
    public Proposal propose(DispatchRequest request) {
      city.town
          .desk()
          .act(
              request.caseFile().id(),
              new CaseAction.Dispatch(
                  TELECOM, Set.of(), Set.of(), Set.of(), new Wording("人工", "by hand")),
              OPERATOR,
              OptionalLong.empty());
      return new Proposal.Refer(Explanation.of(Text.of("test.why")));
    }
  }
}
