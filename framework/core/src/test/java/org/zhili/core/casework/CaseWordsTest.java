package org.zhili.core.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.zhili.casework.Actor;
import org.zhili.casework.CaseAction;
import org.zhili.casework.CaseFile;
import org.zhili.casework.NewCase;
import org.zhili.casework.Outcome;
import org.zhili.city.Unit;
import org.zhili.core.store.InMemoryTransactions;
import org.zhili.core.term.Term;
import org.zhili.core.trace.InMemoryTraceStore;
import org.zhili.core.trace.TraceLog;
import org.zhili.id.UnitId;
import org.zhili.text.Language;
import org.zhili.text.Text;
import org.zhili.text.Wording;
import org.zhili.text.Words;

/** Refusals in words people know. */
class CaseWordsTest {
  private static final Instant NOW = Instant.parse("2026-11-23T07:42:00Z");
  private static final Words WORDS = Words.beside(CaseEngine.class);

  private final InMemoryTransactions transactions = new InMemoryTransactions();
  private final CaseTypes types =
      new CaseTypes(transactions, new InMemoryCaseTypeStore(transactions));
  private final Desk desk =
      new Desk(
          new CaseLedger(
              transactions,
              new InMemoryCaseStore(transactions),
              new TraceLog(transactions, new InMemoryTraceStore(transactions))),
          types,
          new CaseEngine(SampleTypes.naturalTime()),
          () -> NOW,
          () -> java.time.ZoneOffset.UTC);
  private final CaseWords words = new CaseWords(types, CaseWordsTest::unit, () -> WORDS);

  private static Optional<Unit> unit(UnitId id) {
    return Optional.of(id)
        .filter(SampleTypes.WORKS::equals)
        .map(
            works ->
                new Unit(
                    works,
                    new Wording("市政所", "Public Works"),
                    Set.of(),
                    Set.of(),
                    Set.of(),
                    Optional.empty()));
  }

  /** A case the works lead, at work or not. */
  private CaseFile led(boolean handling) {
    types.inForce(List.of(SampleTypes.component()));
    NewCase wanted =
        new NewCase("test.component", Optional.of("missing"), SampleTypes.report("key", NOW));
    CaseFile file = desk.open(wanted, SampleTypes.SYSTEM).file();
    act(file, advance("accept"), SampleTypes.OPERATOR);
    act(
        file,
        new CaseAction.Dispatch(
            SampleTypes.WORKS, Set.of(), Set.of(), Set.of(), Wording.same("theirs")),
        SampleTypes.OPERATOR);
    if (handling) {
      act(file, advance("acknowledge"), SampleTypes.WORKER);
    }
    return desk.find(file.id()).orElseThrow();
  }

  private static CaseAction advance(String action) {
    return new CaseAction.Advance(action, "", List.of());
  }

  private Outcome act(CaseFile file, CaseAction action, Actor by) {
    return desk.act(file.id(), action, by, OptionalLong.empty());
  }

  private Wording refused(CaseFile file, CaseAction action, Actor by) {
    Outcome outcome = act(file, action, by);
    assertThat(outcome).isInstanceOf(Outcome.Refused.class);
    return words.refusal(((Outcome.Refused) outcome).why(), Optional.of(file));
  }

  @Test
  void an_action_without_its_evidence_is_told_what_to_bring() {
    Wording told = refused(led(true), advance("feed-back"), SampleTypes.WORKER);
    assertThat(told.zh()).isEqualTo("动作“反馈”须附上：处置后照片；请补充后重新提交。");
    assertThat(told.en())
        .isEqualTo("\"Feed back\" must come with a photo after the work; add it and send again.");
  }

  @Test
  void an_action_that_is_not_possible_now_is_told_where_the_case_is_and_what_is() {
    Wording told = refused(led(false), advance("close"), SampleTypes.SUPERVISOR);
    assertThat(told.zh())
        .startsWith("案件目前处于“dispatched”，不能执行“核查结案”")
        .contains("延期", "、", "催办")
        .doesNotContain("urge", "extend");
    assertThat(told.en()).contains("Verify and close").contains("Extend, ");
  }

  @Test
  void roles_units_milestones_filings_and_limits_are_told_by_their_names() {
    CaseFile file = led(false);
    assertThat(refused(file, advance("acknowledge"), SampleTypes.OPERATOR).zh()).contains("承办单位");
    assertThat(refused(file, advance("acknowledge"), SampleTypes.STRANGER).zh())
        .contains("签收", "市政所");
    assertThat(refused(file, new CaseAction.File("gone", ""), SampleTypes.OPERATOR).zh())
        .contains("“gone”", "部件", "缺失", "异响")
        .doesNotContain("missing");
    assertThat(refused(file, meet("mend"), SampleTypes.WORKER).en())
        .contains("\"mend\"", "make safe");
    assertThat(refused(file, new CaseAction.Urge(" "), SampleTypes.OPERATOR).en())
        .contains("\"Urge\" needs a reason");
    assertThat(
            words
                .refusal(Text.of("casework.reopen-too-late", "10 WORK_DAY"), Optional.of(file))
                .zh())
        .contains("10 个工作日");
  }

  private static CaseAction meet(String milestone) {
    return new CaseAction.Meet(milestone, "", List.of());
  }

  @Test
  void what_nobody_has_words_for_is_shown_by_its_id() {
    assertThat(words.action("inspect")).isEqualTo(Wording.same("inspect"));
    assertThat(words.evidence("seal-number")).isEqualTo(Wording.same("seal-number"));
    assertThat(words.refusal(Text.of("casework.not-the-lead", "meet", "-"), Optional.empty()).zh())
        .contains("主办单位是 -");
    assertThat(words.refusal(Text.of("casework.unknown-case", "ZL-1"), Optional.empty()).en())
        .contains("ZL-1");
  }

  @Test
  void whatever_the_desk_can_be_asked_has_a_name_in_both_languages() {
    CaseFile file = led(true);
    for (Actor actor : List.of(SampleTypes.OPERATOR, SampleTypes.SUPERVISOR, SampleTypes.WORKER)) {
      assertThat(desk.possible(file, actor))
          .allSatisfy(action -> assertThat(WORDS.knows("casework.action." + action)).isTrue());
    }
    assertThat(WORDS.keys(Language.ZH)).isEqualTo(WORDS.keys(Language.EN));
  }

  @Test
  void what_devices_say_in_codes_is_told_by_name() {
    Words all = WORDS.plus(Term.own());
    CaseWords here = new CaseWords(types, CaseWordsTest::unit, () -> all);
    assertThat(here.codes("status = missing @ 2026-11-23T07:42:00Z"))
        .isEqualTo(
            new Wording(
                "状态 = 缺失 @ 2026-11-23T07:42:00Z", "Status = Missing @ 2026-11-23T07:42:00Z"));
    assertThat(here.codes("of nobody  knows")).isEqualTo(Wording.same("of nobody  knows"));
  }
}
