package org.zhili.core.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.zhili.access.Role;
import org.zhili.alert.Judgment;
import org.zhili.casework.CaseState;
import org.zhili.casework.CaseType;
import org.zhili.module.Contribution;
import org.zhili.module.ModuleInfo;
import org.zhili.text.Language;
import org.zhili.text.Text;
import org.zhili.text.Words;

class ContributionCheckTest {
  private static final ModuleInfo URBAN = new ModuleInfo("urban", Text.of("urban.name"), Set.of());

  @Test
  void a_module_with_nothing_wrong_has_no_faults() {
    assertFaults(
        List.of(
            Samples.cases("urban.component"),
            Samples.alarm("urban.tilt", seen -> new Judgment.Normal()),
            Samples.silence("urban.quiet", Duration.ofHours(1)),
            Samples.reaction("urban.points", (event, file) -> {}),
            Samples.job("urban.digest", context -> {}),
            Samples.rest(),
            Samples.page("overview"),
            Samples.command("urban-import")));
  }

  @Test
  void ids_begin_with_the_module() {
    assertFaults(
        List.of(
            Samples.job("digest", context -> {}),
            Samples.job("urbane.digest", context -> {}),
            Samples.cases("property.component"),
            Samples.job("urban.", context -> {}),
            Samples.job("urban.Digest", context -> {})),
        Text.of("plugin.prefix-wrong", "digest", "urban."),
        Text.of("plugin.prefix-wrong", "urbane.digest", "urban."),
        Text.of("plugin.prefix-wrong", "property.component", "urban."),
        Text.of("plugin.prefix-wrong", "urban.", "urban."),
        Text.of("plugin.prefix-wrong", "urban.Digest", "urban."));
  }

  @Test
  void no_id_is_brought_twice_whatever_it_is_of() {
    assertFaults(
        List.of(
            Samples.job("urban.tilt", context -> {}),
            Samples.alarm("urban.tilt", seen -> new Judgment.Normal()),
            Samples.cases("urban.component"),
            Samples.cases("urban.component"),
            Samples.page("overview"),
            Samples.page("overview"),
            Samples.command("overview")),
        Text.of("plugin.contributed-twice", "urban.tilt"),
        Text.of("plugin.contributed-twice", "urban.component"),
        Text.of("plugin.contributed-twice", "overview"));
  }

  @Test
  void pages_have_addresses_and_scripts_that_a_browser_can_ask_for() {
    assertFaults(
        List.of(
            new Contribution.Page("a/b", Text.of("page.title"), Role.OPERATOR, "page.js"),
            new Contribution.Page("beds", Text.of("page.title"), Role.OPERATOR, "../page.js")),
        Text.of("plugin.page-path", "a/b"),
        Text.of("plugin.page-script", "../page.js"));
  }

  @Test
  @SuppressWarnings("NullAway") // what modules bring that were compiled without it
  void what_is_null_is_named() {
    CaseType type = Samples.cases("urban.component").type();
    assertFaults(
        List.of(
            new Contribution.Job("urban.digest", null, null),
            new Contribution.Cases(
                new CaseType(
                    type.id(),
                    1,
                    type.name(),
                    List.of(new CaseType.Step("reported", null, CaseState.REPORTED)),
                    List.of(),
                    List.of(),
                    List.of(),
                    type.reopenWithin()))),
        Text.of("plugin.part-missing", "Job 1", "schedule"),
        Text.of("plugin.part-missing", "Job 1", "task"),
        Text.of("plugin.part-missing", "Cases 2", "type.steps.name"));
  }

  @Test
  @SuppressWarnings("NullAway") // as above
  void a_module_without_a_name_is_not_let_in() {
    assertThat(ContributionCheck.faults(new ModuleInfo("urban", null, Set.of()), List.of()))
        .containsExactly(Text.of("plugin.part-missing", "urban", "name"));
  }

  @Test
  void a_silence_has_a_time_and_a_command_a_name_one_can_type() {
    assertFaults(
        List.of(
            Samples.silence("urban.quiet", Duration.ZERO),
            Samples.silence("urban.back", Duration.ofHours(-1)),
            Samples.command("Import all")),
        Text.of("plugin.silence-short", "urban.quiet"),
        Text.of("plugin.silence-short", "urban.back"),
        Text.of("plugin.command-name", "Import all"));
  }

  @Test
  void a_case_type_counts_its_versions_from_one() {
    CaseType type = Samples.cases("urban.x").type();
    assertFaults(
        List.of(
            new Contribution.Cases(
                new CaseType(
                    type.id(),
                    0,
                    type.name(),
                    type.steps(),
                    type.passages(),
                    type.filings(),
                    type.sides(),
                    type.reopenWithin()))),
        Text.of("plugin.type-version", "urban.x", "0"));
  }

  @Test
  void a_case_type_begins_as_reported_and_ends_as_closed() {
    CaseType.Step reported = Samples.step("r", CaseState.REPORTED);
    CaseType.Step closed = Samples.step("c", CaseState.CLOSED);
    assertFaults(
        List.of(
            types("urban.none"),
            types("urban.endless", reported),
            types("urban.turned", closed, reported),
            types("urban.right", reported, closed)),
        Text.of("plugin.ends-wrong", "urban.none"),
        Text.of("plugin.ends-wrong", "urban.endless"),
        Text.of("plugin.ends-wrong", "urban.turned"));
  }

  @Test
  void passages_and_milestones_lead_to_steps_there_are() {
    List<CaseType.Step> steps =
        List.of(
            Samples.step("reported", CaseState.REPORTED), Samples.step("closed", CaseState.CLOSED));
    assertFaults(
        List.of(
            new Contribution.Cases(
                Samples.type(
                    "urban.lost",
                    steps,
                    List.of(
                        Samples.passage("reported", "heaven"), Samples.passage("hell", "closed")))),
            new Contribution.Cases(Samples.filedUnder("urban.filed", "limbo", "broken"))),
        Text.of("plugin.step-unknown", "urban.lost", "heaven", "go"),
        Text.of("plugin.step-unknown", "urban.lost", "hell", "go"),
        Text.of("plugin.step-unknown", "urban.filed", "limbo", "safe"));
  }

  @Test
  void a_case_type_names_its_steps_and_filing_conditions_once() {
    CaseType.Step closed = Samples.step("reported", CaseState.CLOSED);
    assertFaults(
        List.of(
            types("urban.steps", Samples.step("reported", CaseState.REPORTED), closed),
            new Contribution.Cases(Samples.filedUnder("urban.filed", "reported", "a", "b", "a"))),
        Text.of("plugin.step-twice", "urban.steps", "reported"),
        Text.of("plugin.filing-twice", "urban.filed", "a"));
  }

  @Test
  void there_are_words_for_every_reason_in_both_languages() {
    Words words = Words.beside(PluginGate.class);
    assertThat(words.keys(Language.ZH)).isEqualTo(words.keys(Language.EN)).hasSize(32);
  }

  private static Contribution.Cases types(String id, CaseType.Step... steps) {
    return new Contribution.Cases(Samples.type(id, List.of(steps), List.of()));
  }

  private static void assertFaults(List<Contribution> contributions, Text... faults) {
    List<Text> found = ContributionCheck.faults(URBAN, contributions);
    assertThat(found).containsExactly(faults);
    Words words = Words.beside(PluginGate.class);
    assertThat(found).allMatch(fault -> words.knows(fault.key()));
  }
}
