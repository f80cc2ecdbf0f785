package org.zhili.core.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhili.core.casework.SampleTypes.OPERATOR;
import static org.zhili.core.casework.SampleTypes.STRANGER;
import static org.zhili.core.casework.SampleTypes.SUPERVISOR;
import static org.zhili.core.casework.SampleTypes.SYSTEM;
import static org.zhili.core.casework.SampleTypes.WORKER;
import static org.zhili.core.casework.SampleTypes.WORKS;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.zhili.casework.CaseAction;
import org.zhili.casework.CaseState;
import org.zhili.casework.Evidence;
import org.zhili.casework.Limit;
import org.zhili.casework.MilestoneClock;
import org.zhili.casework.Pause;
import org.zhili.casework.Standing;

/** When the milestones of a case run, stand still and are met. */
class CaseMilestonesTest extends CaseEngineFixture {
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
  void a_case_whose_module_is_away_stands_still_as_it_is_and_goes_on_so() {
    toHandling();
    take(WORKER, new CaseAction.RequestReturn("not ours"));
    take(SYSTEM, new CaseAction.Halt(type.id(), now));
    Instant from = now.minus(Duration.ofMinutes(10));
    assertThat(file.halted()).isTrue();
    assertThat(file.pauses()).containsExactly(new Pause(from, Optional.empty(), type.id(), true));
    assertThat(engine.possible(type, file, OPERATOR)).containsExactly("note");
    refuse(OPERATOR, new CaseAction.DecideReturn(true, "ok"), Refusal.TYPE_AWAY);
    refuse(WORKER, advance("feed-back", PHOTO), Refusal.TYPE_AWAY);
    refuse(SYSTEM, dispatch(WORKS), Refusal.TYPE_AWAY);
    take(OPERATOR, new CaseAction.Note("they know", Optional.empty()));

    take(SYSTEM, new CaseAction.GoOn(type.id()));
    assertThat(file.halted()).isFalse();
    assertThat(file.pauses().get(0).until()).contains(now);
    take(OPERATOR, new CaseAction.DecideReturn(false, "it is yours"));
    assertThat(file.standing()).isEqualTo(Standing.OPEN);
  }

  @Test
  void what_somebody_suspended_stays_suspended_when_its_module_comes_back() {
    toHandling();
    take(OPERATOR, new CaseAction.Suspend("flooded"));
    take(SYSTEM, new CaseAction.Halt(type.id(), now));
    refuse(OPERATOR, new CaseAction.Resume(""), Refusal.TYPE_AWAY);
    take(SYSTEM, new CaseAction.GoOn(type.id()));
    assertThat(file.standing()).isEqualTo(Standing.SUSPENDED);
    assertThat(file.pauses())
        .extracting(pause -> pause.until().isPresent())
        .containsExactly(false, true);
    take(OPERATOR, new CaseAction.Resume(""));
    assertThat(file.pauses()).allMatch(pause -> pause.until().isPresent());
  }

  @Test
  void only_the_town_halts_a_case_and_only_one_that_runs() {
    toHandling();
    refuse(OPERATOR, new CaseAction.Halt(type.id(), now), Refusal.WRONG_ROLE);
    refuse(SYSTEM, new CaseAction.GoOn(type.id()), Refusal.NO_PASSAGE);
    take(OPERATOR, new CaseAction.Annul("a mistake"));
    refuse(SYSTEM, new CaseAction.Halt(type.id(), now), Refusal.NO_PASSAGE);
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
}
