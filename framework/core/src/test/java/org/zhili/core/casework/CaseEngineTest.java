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
import org.zhili.casework.Actor;
import org.zhili.casework.Assignment;
import org.zhili.casework.CaseAction;
import org.zhili.casework.CaseFile;
import org.zhili.casework.CaseState;
import org.zhili.casework.CaseType;
import org.zhili.casework.Counts;
import org.zhili.casework.Evidence;
import org.zhili.casework.Limit;
import org.zhili.casework.MilestoneClock;
import org.zhili.casework.Rating;
import org.zhili.casework.Standing;
import org.zhili.id.CaseId;
import org.zhili.id.UnitId;
import org.zhili.text.Wording;
import org.zhili.text.Words;

class CaseEngineTest {
  private static final Instant START = Instant.parse("2026-03-02T01:00:00Z");
  private static final Evidence PHOTO = new Evidence("photo-after", "photo-1");

  private CaseType type = SampleTypes.component();
  private final CaseEngine engine = new CaseEngine(SampleTypes.naturalTime());
  private CaseFile file = reported();
  private Instant now = START;

  private CaseFile reported() {
    CaseFile blank =
        new CaseFile(
            new CaseId(new UUID(7, 1)),
            "ZL-20260302-000001",
            "0123456789ABCDEF",
            0,
            type.ref(),
            "reported",
            CaseState.REPORTED,
            Standing.OPEN,
            SampleTypes.report("k", START),
            Optional.of("missing"),
            Assignment.NONE,
            List.of(),
            List.of(),
            Counts.ZERO,
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    return CaseReplay.opened(type, blank, START);
  }

  private Step act(Actor actor, CaseAction action) {
    now = now.plus(Duration.ofMinutes(10));
    Step step = engine.apply(type, file, action, actor, now);
    if (step instanceof Step.Taken taken) {
      file = taken.file();
    }
    return step;
  }

  private void take(Actor actor, CaseAction action) {
    assertThat(act(actor, action)).isInstanceOf(Step.Taken.class);
  }

  private void refuse(Actor actor, CaseAction action, Refusal because) {
    CaseFile before = file;
    Step step = act(actor, action);
    assertThat(step).isInstanceOf(Step.Refused.class);
    assertThat(((Step.Refused) step).code()).isEqualTo(because.code());
    assertThat(file).isEqualTo(before);
  }

  private static CaseAction advance(String action, Evidence... evidence) {
    return new CaseAction.Advance(action, "", List.of(evidence));
  }

  private static CaseAction dispatch(UnitId lead) {
    return new CaseAction.Dispatch(
        lead, Set.of(), Set.of(), Set.of(), new Wording("因为", "because"));
  }

  private void toHandling() {
    take(SYSTEM, advance("accept"));
    take(SYSTEM, dispatch(WORKS));
    take(WORKER, advance("acknowledge"));
  }

  private void toClosed() {
    toHandling();
    take(WORKER, advance("feed-back", PHOTO));
    take(SUPERVISOR, advance("close"));
  }

  private MilestoneClock clock(String milestone) {
    return file.clocks().stream()
        .filter(c -> c.milestone().equals(milestone))
        .findFirst()
        .orElseThrow();
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
  void milestones_start_and_are_met_where_the_type_says() {
    assertThat(file.clocks()).isEmpty();
    take(SYSTEM, advance("accept"));
    assertThat(file.clocks())
        .extracting(MilestoneClock::milestone)
        .containsExactly("respond", "make-safe", "repair");
    take(SYSTEM, dispatch(WORKS));
    take(WORKER, advance("acknowledge"));
    assertThat(clock("respond").metAt()).contains(now);
    assertThat(clock("repair").metAt()).isEmpty();
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
  void a_milestone_without_a_step_is_met_with_its_evidence() {
    toHandling();
    refuse(WORKER, new CaseAction.Meet("make-safe", "", List.of()), Refusal.EVIDENCE_MISSING);
    refuse(WORKER, new CaseAction.Meet("nonsense", "", List.of()), Refusal.UNKNOWN_MILESTONE);
    CaseAction meet =
        new CaseAction.Meet("make-safe", "", List.of(new Evidence("photo-sign", "p2")));
    refuse(STRANGER, meet, Refusal.NOT_THE_LEAD);
    take(WORKER, meet);
    assertThat(clock("make-safe").metAt()).contains(now);
    refuse(WORKER, meet, Refusal.MILESTONE_MET);
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
  void clocks_stand_still_while_a_case_is_suspended_or_parked() {
    toHandling();
    take(OPERATOR, new CaseAction.Suspend("flooded"));
    Instant from = now;
    refuse(WORKER, advance("feed-back", PHOTO), Refusal.NO_PASSAGE);
    take(OPERATOR, new CaseAction.Resume(""));
    take(SUPERVISOR, new CaseAction.Park("no money this year"));
    assertThat(file.pauses()).hasSize(2);
    assertThat(file.pauses().get(0).from()).isEqualTo(from);
    assertThat(file.pauses().get(0).until()).isPresent();
    assertThat(file.pauses().get(1).until()).isEmpty();
  }

  @Test
  void failed_verification_sends_the_unit_back_and_its_repair_does_not_count() {
    toHandling();
    take(WORKER, advance("feed-back", PHOTO));
    assertThat(clock("repair").metAt()).isPresent();
    take(SUPERVISOR, new CaseAction.Rework("still loose"));
    assertThat(file.state()).isEqualTo(CaseState.HANDLING);
    assertThat(clock("repair").metAt()).isEmpty();
    assertThat(clock("respond").metAt()).isPresent();
    assertThat(file.counts().reworks()).isEqualTo(1);
  }

  @Test
  void an_extension_is_time_on_top() {
    toHandling();
    Limit day = new Limit(1, Limit.LimitUnit.DAY);
    refuse(WORKER, new CaseAction.Extend("repair", day, "parts"), Refusal.WRONG_ROLE);
    take(SUPERVISOR, new CaseAction.Extend("repair", day, "parts"));
    assertThat(clock("repair").extensions()).containsExactly(day);
    assertThat(file.counts().extensions()).isEqualTo(1);
  }

  @Test
  void another_filing_condition_brings_its_own_milestones() {
    take(SYSTEM, advance("accept"));
    refuse(OPERATOR, new CaseAction.File("nonsense", ""), Refusal.UNKNOWN_FILING);
    take(OPERATOR, new CaseAction.File("rattling", ""));
    assertThat(file.clocks()).extracting(MilestoneClock::milestone).containsExactly("repair");
  }

  @Test
  void what_is_still_to_be_met_has_the_limits_of_the_new_filing_condition() {
    take(SYSTEM, advance("accept"));
    take(OPERATOR, new CaseAction.File("missing", ""));
    Instant started = clock("repair").startedAt();
    take(OPERATOR, new CaseAction.File("rattling", ""));
    assertThat(clock("repair").limit()).isEqualTo(new Limit(48, Limit.LimitUnit.HOUR));
    assertThat(clock("repair").startedAt()).isEqualTo(started);
  }

  @Test
  void a_milestone_that_asks_for_evidence_is_met_by_evidence_only_and_stays_met() {
    type = SampleTypes.madeSafeBeforeDone();
    toHandling();
    take(WORKER, advance("feed-back", PHOTO));
    assertThat(clock("make-safe").metAt()).isEmpty();
    take(SUPERVISOR, new CaseAction.Rework("no sign there"));
    take(WORKER, advance("feed-back", PHOTO, new Evidence("photo-sign", "p2")));
    assertThat(clock("make-safe").metAt()).isPresent();
    take(SUPERVISOR, new CaseAction.Rework("still loose"));
    assertThat(clock("make-safe").metAt()).isPresent();
    assertThat(clock("repair").metAt()).isEmpty();
  }

  @Test
  void what_was_reported_as_met_stays_met_when_the_case_moves_on() {
    type = SampleTypes.madeSafeBeforeDone();
    take(SYSTEM, advance("accept"));
    take(OPERATOR, new CaseAction.File("missing", ""));
    take(OPERATOR, dispatch(WORKS));
    take(WORKER, new CaseAction.Meet("make-safe", "", List.of(new Evidence("photo-sign", "p"))));
    take(WORKER, advance("acknowledge"));
    assertThat(clock("make-safe").metAt()).isPresent();
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
            new CaseAction.Note("n", Optional.of(PHOTO)));
    for (CaseAction action : actions) {
      assertThat(ActionWords.action(action.name(), ActionWords.of(action))).isEqualTo(action);
    }
  }
}
