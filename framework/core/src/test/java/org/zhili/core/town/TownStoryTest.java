package org.zhili.core.town;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhili.core.casework.SampleTypes.ENFORCEMENT;
import static org.zhili.core.casework.SampleTypes.OPERATOR;
import static org.zhili.core.casework.SampleTypes.RESIDENT;
import static org.zhili.core.casework.SampleTypes.SUPERVISOR;
import static org.zhili.core.casework.SampleTypes.TELECOM;
import static org.zhili.core.casework.SampleTypes.WORKER;
import static org.zhili.core.casework.SampleTypes.WORKS;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.zhili.casework.Actor;
import org.zhili.casework.CaseAction;
import org.zhili.casework.CaseFile;
import org.zhili.casework.CaseState;
import org.zhili.casework.Evidence;
import org.zhili.casework.Outcome;
import org.zhili.casework.Rating;
import org.zhili.casework.Standing;
import org.zhili.core.casework.CaseReplay;
import org.zhili.core.casework.CaseStore;
import org.zhili.core.dispatch.Advice;
import org.zhili.core.dispatch.Review;
import org.zhili.core.dispatch.ReviewReason;
import org.zhili.core.dispatch.WorkOrder;
import org.zhili.core.plugin.Membership;
import org.zhili.core.trace.TraceEntry;
import org.zhili.id.CaseId;
import org.zhili.text.Wording;

/** From a sensor's message to a closed and rated case, on the whole core. */
class TownStoryTest {
  private TownFixture city = new TownFixture(Optional.empty());

  @AfterEach
  void close() {
    city.close();
  }

  private List<CaseFile> cases() {
    return city.transactions.run(() -> city.town.ledger().cases().list(CaseStore.Query.newest(50)));
  }

  private CaseFile onlyCase() {
    assertThat(cases()).hasSize(1);
    return cases().get(0);
  }

  private void act(Actor actor, CaseAction action) {
    Outcome outcome = city.town.desk().act(onlyCase().id(), action, actor, OptionalLong.empty());
    assertThat(outcome).isInstanceOf(Outcome.Moved.class);
    city.settle();
  }

  private static CaseAction advance(String action, Evidence... evidence) {
    return new CaseAction.Advance(action, "", List.of(evidence));
  }

  @Test
  void a_tilted_cover_becomes_one_case_led_by_works_and_copied_to_enforcement() throws Exception {
    city.strategy();
    city.publish("tilted");
    city.publish("tilted");
    CaseFile file = onlyCase();
    assertThat(file.state()).isEqualTo(CaseState.DISPATCHED);
    assertThat(file.assignment().lead()).contains(WORKS);
    assertThat(file.assignment().supervising()).containsExactly(ENFORCEMENT);
    assertThat(city.town.orders().of(file.id()))
        .extracting(WorkOrder::role, WorkOrder::status)
        .containsExactlyInAnyOrder(
            org.assertj.core.groups.Tuple.tuple(WorkOrder.Role.LEAD, WorkOrder.Status.DELIVERED),
            org.assertj.core.groups.Tuple.tuple(
                WorkOrder.Role.CC_SUPERVISE, WorkOrder.Status.DELIVERED));
  }

  @Test
  void the_owner_on_the_register_leads_instead() throws Exception {
    city.strategy();
    city.town.devices().register(TownFixture.asset(Optional.of(TELECOM)));
    city.publish("tilted");
    assertThat(onlyCase().assignment().lead()).contains(TELECOM);
  }

  @Test
  void the_case_is_closed_rated_and_its_trace_replays_to_the_stored_file() throws Exception {
    city.strategy();
    city.publish("tilted");
    act(WORKER, advance("acknowledge"));
    act(WORKER, advance("feed-back", new Evidence("photo-after", "p")));
    act(SUPERVISOR, advance("close"));
    act(RESIDENT, new CaseAction.Rate(new Rating(true, 5, "")));
    CaseFile file = onlyCase();
    assertThat(file.standing()).isEqualTo(Standing.CLOSED);
    List<TraceEntry> trace = city.town.ledger().trace().of(file.id());
    assertThat(trace)
        .extracting(TraceEntry::action)
        .containsExactly("open", "accept", "dispatch", "acknowledge", "feed-back", "close", "rate");
    assertThat(trace.get(2).advisor()).isEqualTo("books-first@1.0.0");
    assertThat(city.town.ledger().trace().verify(file.id())).isEmpty();
    CaseReplay replay = new CaseReplay(city.town.engine(), city.town.types()::of);
    assertThat(replay.replay(trace)).isEqualTo(file);
  }

  @Test
  void what_was_advised_stays_readable_after_a_dispatch_that_no_person_saw() throws Exception {
    city.strategy();
    city.publish("tilted");
    CaseFile file = onlyCase();

    assertThat(city.town.dispatch().waiting()).isZero();
    assertThat(city.town.dispatch().reviewsOf(file.id()))
        .singleElement()
        .satisfies(
            review -> {
              assertThat(review.reasons()).isEmpty();
              Advice advice = review.advice().orElseThrow();
              assertThat(advice.confidence()).isEqualTo(0.9);
              assertThat(advice.rules()).isEqualTo("rules-1");
              assertThat(advice.author()).isEqualTo("books-first@1.0.0");
              assertThat(advice.grounds().row()).contains("DC-01");
              assertThat(advice.grounds().candidates())
                  .extracting(Advice.Load::unit)
                  .containsExactly(WORKS, TELECOM, ENFORCEMENT);
              Review.Decision decision = review.decision().orElseThrow();
              assertThat(decision.by()).isEqualTo(Actor.system("dispatch-desk").name());
              assertThat(decision.lead()).contains(WORKS);
              assertThat(decision.overruled()).isFalse();
            });
  }

  @Test
  void without_the_strategy_cases_go_to_people_and_none_is_lost() throws Exception {
    city.publish("tilted");
    CaseFile file = onlyCase();
    assertThat(file.state()).isEqualTo(CaseState.ACCEPTED);
    Review review = city.town.dispatch().review(file.id()).orElseThrow();
    assertThat(review.reasons()).containsExactly(ReviewReason.STRATEGY_ABSENT);
    act(
        OPERATOR,
        new CaseAction.Dispatch(
            TELECOM, Set.of(), Set.of(), Set.of(), new Wording("人工", "by hand")));
    assertThat(city.town.dispatch().waiting(Set.of(), Optional.empty(), 10)).isEmpty();
    assertThat(onlyCase().assignment().lead()).contains(TELECOM);
  }

  @Test
  void a_strategy_that_comes_back_is_asked_again() throws Exception {
    Membership membership = city.strategy();
    membership.close();
    city.publish("tilted");
    assertThat(city.town.dispatch().waiting()).isEqualTo(1);
    act(OPERATOR, new CaseAction.Annul("a test"));
    assertThat(city.town.dispatch().waiting()).isZero();
    city.publish("normal");
    city.strategy();
    city.publish("tilted");
    assertThat(cases()).hasSize(2);
    assertThat(cases().get(0).state()).isEqualTo(CaseState.DISPATCHED);
  }

  @Test
  void a_clear_is_noted_and_closes_nothing() throws Exception {
    city.strategy();
    city.publish("tilted");
    city.publish("normal");
    CaseFile file = onlyCase();
    assertThat(file.standing()).isEqualTo(Standing.OPEN);
    List<TraceEntry> trace = city.town.ledger().trace().of(file.id());
    assertThat(trace.get(trace.size() - 1).argument("evidence.0.kind")).contains("alert-cleared");
    city.publish("tilted");
    assertThat(cases()).hasSize(1);
  }

  @Test
  void a_cover_that_is_tilted_again_after_its_case_was_closed_is_a_case_again() throws Exception {
    city.strategy();
    city.publish("tilted");
    act(WORKER, advance("acknowledge"));
    act(WORKER, advance("feed-back", new Evidence("photo-after", "p")));
    act(SUPERVISOR, advance("close"));
    city.publish("tilted");
    assertThat(cases()).hasSize(2);
    city.publish("tilted");
    assertThat(cases()).hasSize(2);
  }

  @Test
  void a_case_that_goes_on_in_another_takes_its_alerts_along() throws Exception {
    city.strategy();
    city.publish("tilted");
    CaseFile first = onlyCase();
    CaseId other = city.openByHand();
    city.town
        .desk()
        .act(first.id(), new CaseAction.Merge(other, "the same"), OPERATOR, OptionalLong.empty());
    city.settle();
    city.publish("tilted");
    assertThat(cases()).hasSize(2);

    city.town.desk().act(other, new CaseAction.Annul("a test"), OPERATOR, OptionalLong.empty());
    city.settle();
    city.publish("tilted");
    assertThat(cases()).hasSize(3);
  }

  @Test
  void a_reopened_case_is_handed_to_its_unit_again() throws Exception {
    city.strategy();
    city.publish("tilted");
    act(WORKER, advance("acknowledge"));
    act(WORKER, advance("feed-back", new Evidence("photo-after", "p")));
    act(SUPERVISOR, advance("close"));
    act(RESIDENT, new CaseAction.Reopen("it rocks again"));
    assertThat(city.town.orders().of(onlyCase().id()))
        .filteredOn(order -> order.status() == WorkOrder.Status.DELIVERED)
        .extracting(WorkOrder::unit)
        .containsExactlyInAnyOrder(WORKS, ENFORCEMENT);
  }

  @Test
  void a_returned_case_goes_to_another_unit_and_the_first_keeps_no_order() throws Exception {
    city.strategy();
    city.publish("tilted");
    act(WORKER, new CaseAction.RequestReturn("telecom owns it"));
    act(SUPERVISOR, new CaseAction.DecideReturn(true, "right"));
    CaseFile file = onlyCase();
    assertThat(file.counts().returns()).isEqualTo(1);
    assertThat(city.town.orders().of(file.id()).get(0).status())
        .isEqualTo(WorkOrder.Status.WITHDRAWN);
  }

  @Test
  void a_milestone_that_falls_due_unmet_urges_the_unit_once() throws Exception {
    city.strategy();
    city.publish("tilted");
    city.pass(Duration.ofHours(3));
    city.settle();
    city.settle();
    CaseFile file = onlyCase();
    // respond and make-safe are due after two hours, repair after a day
    assertThat(file.counts().urges()).isEqualTo(2);
  }

  @Test
  void bad_messages_are_kept_and_acknowledged() throws Exception {
    city.strategy();
    city.publish("");
    assertThat(cases()).isEmpty();
    assertThat(city.ingest.quarantined()).hasSize(1);
  }
}
