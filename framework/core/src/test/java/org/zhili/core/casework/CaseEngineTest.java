package org.zhili.core.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhili.core.casework.SampleTypes.OPERATOR;
import static org.zhili.core.casework.SampleTypes.RESIDENT;
import static org.zhili.core.casework.SampleTypes.STRANGER;
import static org.zhili.core.casework.SampleTypes.SUPERVISOR;
import static org.zhili.core.casework.SampleTypes.SYSTEM;
import static org.zhili.core.casework.SampleTypes.TELECOM;
import static org.zhili.core.casework.SampleTypes.WORKER;
import static org.zhili.core.casework.SampleTypes.WORKS;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.zhili.casework.Assignment;
import org.zhili.casework.CaseAction;
import org.zhili.casework.CaseState;
import org.zhili.casework.Evidence;
import org.zhili.casework.Limit;
import org.zhili.casework.Rating;
import org.zhili.casework.Standing;
import org.zhili.id.CaseId;
import org.zhili.text.Wording;
import org.zhili.text.Words;

/** Which ways a case may go, and who may send it there. */
class CaseEngineTest extends CaseEngineFixture {
  private void toClosed() {
    toHandling();
    take(WORKER, advance("feed-back", PHOTO));
    take(SUPERVISOR, advance("close"));
  }

  @Test
  void a_case_goes_through_the_six_states() {
    toClosed();
    assertThat(file.state()).isEqualTo(CaseState.CLOSED);
    assertThat(file.standing()).isEqualTo(Standing.CLOSED);
    assertThat(file.closedAt()).contains(now);
    assertThat(file.version()).isEqualTo(6);
  }

  @Test
  void steps_cannot_be_skipped() {
    refuse(SYSTEM, dispatch(WORKS), Refusal.NO_PASSAGE);
    refuse(SUPERVISOR, advance("close"), Refusal.NO_PASSAGE);
    refuse(WORKER, advance("no-such-action"), Refusal.NO_PASSAGE);
  }

  @Test
  void only_the_lead_may_handle_and_the_doer_may_not_verify() {
    take(SYSTEM, advance("accept"));
    take(SYSTEM, dispatch(WORKS));
    refuse(STRANGER, advance("acknowledge"), Refusal.NOT_THE_LEAD);
    refuse(OPERATOR, advance("acknowledge"), Refusal.WRONG_ROLE);
    take(WORKER, advance("acknowledge"));
    take(WORKER, advance("feed-back", PHOTO));
    refuse(WORKER, advance("close"), Refusal.HANDLER_MAY_NOT_VERIFY);
  }

  @Test
  void evidence_that_is_asked_for_must_come() {
    toHandling();
    refuse(WORKER, advance("feed-back"), Refusal.EVIDENCE_MISSING);
    refuse(
        WORKER, advance("feed-back", new Evidence("photo-after", " ")), Refusal.EVIDENCE_MISSING);
  }

  @Test
  void a_return_is_decided_by_a_referee_and_counted() {
    toHandling();
    refuse(WORKER, new CaseAction.RequestReturn(" "), Refusal.REASON_MISSING);
    take(WORKER, new CaseAction.RequestReturn("owned by telecom"));
    assertThat(file.standing()).isEqualTo(Standing.RETURN_REQUESTED);
    refuse(WORKER, new CaseAction.DecideReturn(true, "me"), Refusal.WRONG_ROLE);
    take(SUPERVISOR, new CaseAction.DecideReturn(true, "right"));
    assertThat(file.state()).isEqualTo(CaseState.ACCEPTED);
    assertThat(file.assignment()).isEqualTo(Assignment.NONE);
    assertThat(file.counts().returns()).isEqualTo(1);
    assertThat(clock("respond").metAt()).isEmpty();
    assertThat(clock("respond").startedAt()).isEqualTo(START.plus(Duration.ofMinutes(10)));
    take(SYSTEM, dispatch(TELECOM));
    assertThat(file.counts().hops()).isEqualTo(2);
  }

  @Test
  void a_refused_return_leaves_the_case_with_its_lead() {
    toHandling();
    take(WORKER, new CaseAction.RequestReturn("not ours"));
    take(OPERATOR, new CaseAction.DecideReturn(false, "it is"));
    assertThat(file.assignment().lead()).contains(WORKS);
    assertThat(file.state()).isEqualTo(CaseState.HANDLING);
    assertThat(file.counts().returns()).isZero();
  }

  @Test
  void a_case_with_a_unit_can_be_given_to_another() {
    toHandling();
    take(OPERATOR, dispatch(TELECOM));
    assertThat(file.state()).isEqualTo(CaseState.DISPATCHED);
    assertThat(file.assignment().lead()).contains(TELECOM);
    refuse(WORKER, advance("acknowledge"), Refusal.NOT_THE_LEAD);
  }

  @Test
  void a_closed_case_is_rated_once_and_reopened_in_time() {
    toClosed();
    refuse(WORKER, new CaseAction.Rate(new Rating(true, 5, "")), Refusal.WRONG_ROLE);
    take(RESIDENT, new CaseAction.Rate(new Rating(true, 5, "fine")));
    refuse(RESIDENT, new CaseAction.Rate(new Rating(true, 1, "")), Refusal.RATED_ALREADY);
    take(RESIDENT, new CaseAction.Reopen("it rocks again"));
    assertThat(file.standing()).isEqualTo(Standing.OPEN);
    assertThat(file.state()).isEqualTo(CaseState.DISPATCHED);
    assertThat(file.rating()).isEmpty();
    assertThat(file.counts().reopens()).isEqualTo(1);
    assertThat(clock("repair").metAt()).isEmpty();
  }

  @Test
  void after_the_window_a_case_stays_closed() {
    toClosed();
    now = now.plus(Duration.ofDays(11));
    refuse(RESIDENT, new CaseAction.Reopen("late"), Refusal.REOPEN_TOO_LATE);
  }

  @Test
  void an_ended_case_takes_notes_only() {
    take(OPERATOR, new CaseAction.Decline("private land"));
    assertThat(file.standing()).isEqualTo(Standing.NOT_ACCEPTED);
    refuse(SYSTEM, advance("accept"), Refusal.NO_PASSAGE);
    take(OPERATOR, new CaseAction.Note("told the caller", Optional.empty()));
    assertThat(engine.possible(type, file, OPERATOR)).containsExactly("note");
  }

  @Test
  void a_case_goes_on_inside_another_but_not_inside_itself() {
    refuse(OPERATOR, new CaseAction.Merge(file.id(), "same"), Refusal.WRONG_MERGE);
    CaseId other = new CaseId(new UUID(7, 2));
    take(OPERATOR, new CaseAction.Merge(other, "same cover"));
    assertThat(file.mergedInto()).contains(other);
    assertThat(file.standing()).isEqualTo(Standing.MERGED);
  }

  @Test
  void a_unit_without_a_part_in_the_case_cannot_even_note() {
    toHandling();
    refuse(STRANGER, new CaseAction.Note("hello", Optional.empty()), Refusal.NOT_INVOLVED);
  }

  @Test
  void people_are_told_what_they_can_do_now() {
    toHandling();
    assertThat(engine.possible(type, file, WORKER))
        .containsExactlyInAnyOrder("feed-back", "meet", "note", "request-return", "urge");
    assertThat(engine.possible(type, file, SUPERVISOR))
        .containsExactlyInAnyOrder("extend", "note", "park", "suspend", "urge");
    assertThat(engine.possible(type, file, STRANGER)).as("no part in it").isEmpty();
  }

  @Test
  void every_refusal_has_words_in_both_languages() {
    Words words = Words.beside(CaseEngine.class);
    for (Refusal refusal : Refusal.values()) {
      assertThat(words.knows("casework." + refusal.key())).as(refusal.name()).isTrue();
    }
  }

  @Test
  void every_action_survives_being_written_down() {
    List<CaseAction> actions =
        List.of(
            advance("accept", PHOTO),
            new CaseAction.Dispatch(
                WORKS, Set.of(TELECOM), Set.of(), Set.of(WORKS), new Wording("甲", "a")),
            new CaseAction.File("missing", "n"),
            new CaseAction.Decline("r"),
            new CaseAction.RequestReturn("r"),
            new CaseAction.DecideReturn(true, "r"),
            new CaseAction.Meet("m", "n", List.of(PHOTO)),
            new CaseAction.Extend("m", new Limit(3, Limit.LimitUnit.WORK_DAY), "r"),
            new CaseAction.Suspend("r"),
            new CaseAction.Park("r"),
            new CaseAction.Resume("n"),
            new CaseAction.Rework("r"),
            new CaseAction.Annul("r"),
            new CaseAction.Merge(new CaseId(new UUID(1, 2)), "r"),
            new CaseAction.Reopen("r"),
            new CaseAction.Urge("r"),
            new CaseAction.Rate(new Rating(false, 2, "c")),
            new CaseAction.Halt("t", Instant.EPOCH),
            new CaseAction.GoOn("t"),
            new CaseAction.Note("n", Optional.of(PHOTO)));
    for (CaseAction action : actions) {
      assertThat(ActionWords.action(action.name(), ActionWords.of(action))).isEqualTo(action);
    }
  }
}
