package org.zhili.resources.internal.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhili.resources.Refusals.refused;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.zhili.casework.CaseState;
import org.zhili.core.dispatch.ReviewReason;
import org.zhili.resources.Bodies;
import org.zhili.resources.Life;
import org.zhili.resources.LoggedIn;
import org.zhili.resources.TestTown;
import org.zhili.resources.internal.Paging;
import org.zhili.resources.internal.cases.CaseTraceResource;
import org.zhili.resources.internal.cases.TraceView;

class ReviewResourceTest {
  private static final LoggedIn OSCAR = LoggedIn.as("oscar", "operator");

  private final TestTown town = new TestTown();
  private final Life life = new Life(town);
  private final ReviewResource reviews = town.resource(ReviewResource.class);

  @AfterEach
  void close() {
    town.close();
  }

  @Test
  void a_dispatch_the_strategy_is_not_sure_of_waits_with_reasons_and_advice() {
    String id = waiting();
    assertThat(list())
        .singleElement()
        .satisfies(
            review -> {
              assertThat(review.file().id()).isEqualTo(id);
              assertThat(review.reasons())
                  .extracting(ReviewView.Reason::reason)
                  .containsExactly(ReviewReason.LOW_CONFIDENCE);
              assertThat(review.reasons().get(0).name().zh()).contains("把握");
              assertThat(review.advice())
                  .hasValueSatisfying(a -> assertThat(a.lead()).contains("municipal-works"));
              assertThat(review.heldBy()).isEmpty();
            });
  }

  @Test
  void whoever_follows_the_advice_needs_no_reason_and_the_trace_names_the_adviser() {
    String id = waiting();
    assertThat(reviews.decide(id, decision("municipal-works", ""), null, LoggedIn.OPERATOR).head())
        .satisfies(head -> assertThat(head.state()).isEqualTo(CaseState.DISPATCHED))
        .satisfies(head -> assertThat(head.lead()).contains("municipal-works"));
    assertThat(last(id).advisor()).contains("advising@1.0.0");
    assertThat(list()).isEmpty();
  }

  @Test
  void whoever_overrules_the_advice_says_why() {
    String id = waiting();
    refused(
        422,
        "ZL-3021",
        () -> reviews.decide(id, decision("telecom", " "), null, LoggedIn.OPERATOR));
    reviews.decide(id, decision("telecom", "their cover"), null, LoggedIn.OPERATOR);
    assertThat(last(id).advisor()).isEmpty();
    assertThat(last(id).words()).containsEntry("why.zh", "their cover");
  }

  @Test
  void where_the_strategy_advised_nothing_a_reason_is_needed() {
    String id = accepted();
    town.work();
    assertThat(list().get(0).reasons())
        .extracting(ReviewView.Reason::reason)
        .containsExactly(ReviewReason.REFERRED);
    refused(
        422, "ZL-3021", () -> reviews.decide(id, decision("telecom", ""), null, LoggedIn.OPERATOR));
  }

  @Test
  void a_review_one_has_taken_is_closed_to_others_for_ten_minutes() {
    String id = waiting();
    reviews.claim(id, LoggedIn.OPERATOR);
    assertThat(list().get(0).heldBy()).contains("olivia");
    assertThat(refused(409, "ZL-3020", () -> reviews.claim(id, OSCAR)).messages().en())
        .contains("olivia");
    refused(409, "ZL-3020", () -> reviews.decide(id, decision("municipal-works", ""), null, OSCAR));
    reviews.claim(id, LoggedIn.OPERATOR);
    town.pass(Duration.ofMinutes(11));
    assertThat(list().get(0).heldBy()).isEmpty();
    reviews.claim(id, OSCAR);
    reviews.decide(id, decision("municipal-works", ""), null, OSCAR);
  }

  @Test
  void who_leaves_a_review_lets_go_of_it_and_of_nobody_elses() {
    String id = waiting();
    reviews.claim(id, LoggedIn.OPERATOR);
    reviews.release(id, OSCAR);
    assertThat(list().get(0).heldBy()).contains("olivia");
    reviews.release(id, LoggedIn.OPERATOR);
    assertThat(list().get(0).heldBy()).isEmpty();
    reviews.claim(id, OSCAR);
    assertThat(list().get(0).heldBy()).contains("oscar");
  }

  @Test
  void what_is_decided_is_decided_once() {
    String id = waiting();
    reviews.decide(id, decision("municipal-works", ""), null, LoggedIn.OPERATOR);
    refused(404, "ZL-3019", () -> reviews.decide(id, decision("telecom", "no"), null, OSCAR));
    refused(404, "ZL-3019", () -> reviews.claim(id, OSCAR));
    assertThat(town.file(id).assignment().lead()).contains(TestTown.WORKS);
  }

  @Test
  void a_decision_that_is_sent_again_under_its_key_is_answered_the_same() {
    String id = waiting();
    DecisionBody decision = decision("municipal-works", "");
    reviews.decide(id, decision, "key-00001", LoggedIn.OPERATOR);
    life.act(id, Bodies.action("acknowledge"), LoggedIn.WORKS);

    assertThat(reviews.decide(id, decision, "key-00001", LoggedIn.OPERATOR).head())
        .satisfies(head -> assertThat(head.lead()).contains("municipal-works"))
        .satisfies(head -> assertThat(head.state()).isEqualTo(CaseState.HANDLING));
    assertThat(town.file(id).counts().hops()).isEqualTo(1);
    assertThat(reviews.decide(id, decision, "key-00001", LoggedIn.OPERATOR.in("west")).head().id())
        .as("to whom the case is no longer shown")
        .isEqualTo(id);
    refused(
        404,
        "ZL-2001",
        () -> reviews.decide(id, decision, "key-00002", LoggedIn.OPERATOR.in("west")));
  }

  @Test
  void what_was_advised_on_a_case_stays_readable_with_who_overruled_it() {
    String id = waiting();
    CaseReviewResource advised = town.resource(CaseReviewResource.class);
    assertThat(advised.list(id, LoggedIn.SUPERVISOR))
        .singleElement()
        .satisfies(proposal -> assertThat(proposal.decision()).isEmpty());
    reviews.decide(id, decision("telecom", "their cover"), null, LoggedIn.OPERATOR);

    ProposalView proposal = advised.list(id, LoggedIn.SUPERVISOR).get(0);
    assertThat(proposal.automatic()).isFalse();
    assertThat(proposal.decision().orElseThrow().byName().en()).isEqualTo("olivia");
    AdviceView advice = proposal.advice().orElseThrow();
    assertThat(advice.author()).isEqualTo("advising@1.0.0");
    assertThat(advice.lead()).contains("municipal-works");
    assertThat(advice.confidence()).isEqualTo(0.4);
    assertThat(advice.rules()).isEqualTo("rules-1");
    assertThat(advice.grounds().candidates())
        .containsExactly(
            new AdviceView.Load("bureau", 0),
            new AdviceView.Load("municipal-works", 0),
            new AdviceView.Load("urban-enforcement", 0));
    assertThat(advice.grounds().caseVersion()).isEqualTo(2);
    assertThat(proposal.decision())
        .hasValueSatisfying(
            decision -> {
              assertThat(decision.by()).isEqualTo("olivia");
              assertThat(decision.overruled()).isTrue();
              assertThat(decision.lead()).contains("telecom");
              assertThat(decision.reason()).isEqualTo("their cover");
            });
  }

  @Test
  void a_unit_that_is_not_on_the_register_is_refused() {
    String id = waiting();
    refused(422, "ZL-2015", () -> reviews.decide(id, decision("x", "y"), null, LoggedIn.OPERATOR));
    assertThat(list()).hasSize(1);
  }

  @Test
  void an_operator_of_one_district_sees_its_reviews_only() {
    waiting();
    assertThat(reviews.list(null, 50, LoggedIn.OPERATOR.in("west")).items()).isEmpty();
    assertThat(reviews.list(null, 50, LoggedIn.OPERATOR.in("east")).items()).hasSize(1);
  }

  @Test
  void whoever_reviews_one_district_reaches_its_reviews_behind_any_number_of_others() {
    String first = waiting();
    for (int i = 0; i < 3; i++) {
      waiting("west");
    }
    String last = waiting();
    LoggedIn eastern = LoggedIn.OPERATOR.in("east");
    Paging.Page<ReviewView> page = reviews.list(null, 1, eastern);
    assertThat(page.items()).extracting(review -> review.file().id()).containsExactly(first);
    reviews.decide(first, decision("municipal-works", ""), null, LoggedIn.OPERATOR);
    assertThat(reviews.list(page.next().orElseThrow(), 1, eastern).items())
        .extracting(review -> review.file().id())
        .containsExactly(last);
    refused(422, "ZL-3011", () -> reviews.list("first", 1, eastern));
  }

  private String accepted() {
    return accepted("east-1");
  }

  private String accepted(String area) {
    String id = life.report(Bodies.report(area, Optional.empty())).head().id();
    life.act(id, Bodies.action("accept"), LoggedIn.OPERATOR);
    return id;
  }

  private String waiting() {
    return waiting("east-1");
  }

  private String waiting(String area) {
    town.advise(TestTown.WORKS);
    String id = accepted(area);
    town.work();
    return id;
  }

  private List<ReviewView> list() {
    return reviews.list(null, 50, LoggedIn.OPERATOR).items();
  }

  private TraceView.Entry last(String id) {
    List<TraceView.Entry> entries =
        town.resource(CaseTraceResource.class).read(id, LoggedIn.SUPERVISOR).entries();
    return entries.get(entries.size() - 1);
  }

  private static DecisionBody decision(String lead, String reason) {
    return new DecisionBody(lead, List.of(), List.of(), List.of(), reason);
  }
}
