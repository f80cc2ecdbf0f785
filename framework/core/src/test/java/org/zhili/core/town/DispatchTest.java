package org.zhili.core.town;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhili.core.casework.SampleTypes.ENFORCEMENT;
import static org.zhili.core.casework.SampleTypes.OPERATOR;
import static org.zhili.core.casework.SampleTypes.SUPERVISOR;
import static org.zhili.core.casework.SampleTypes.TELECOM;
import static org.zhili.core.casework.SampleTypes.WORKER;
import static org.zhili.core.casework.SampleTypes.WORKS;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.zhili.casework.Actor;
import org.zhili.casework.CaseAction;
import org.zhili.casework.CaseFile;
import org.zhili.casework.Outcome;
import org.zhili.core.casework.CaseStore;
import org.zhili.core.casework.Returns;
import org.zhili.core.dispatch.ReviewReason;
import org.zhili.dispatch.DispatchRequest;
import org.zhili.dispatch.DispatchStrategy;
import org.zhili.dispatch.Proposal;
import org.zhili.dispatch.Returned;
import org.zhili.id.CaseId;
import org.zhili.id.UnitId;
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
