package org.zhili.core.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.atIndex;
import static org.zhili.core.plugin.GateFixture.SHORT;
import static org.zhili.core.plugin.GateFixture.identity;
import static org.zhili.core.plugin.GateFixture.status;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.zhili.core.plugin.Membership.Verdict;
import org.zhili.module.Contribution;
import org.zhili.module.GovernanceModule;
import org.zhili.module.Reply;
import org.zhili.text.Text;

class ModuleBookTest {
  private final Waits waits = new Waits();
  private final PluginGate gate =
      new PluginGate(GateFixture.patient().with(Contribution.Reaction.class, SHORT));
  private final ModuleBook book = new ModuleBook(gate);

  @AfterEach
  void close() {
    waits.close();
    book.close();
    gate.close();
  }

  @Test
  void all_a_module_brings_appears_and_vanishes_together() {
    Membership urban =
        admit(
            FakeModule.bringing(
                "urban",
                Samples.cases("urban.component"),
                Samples.job("urban.digest", context -> {}),
                Samples.page("overview"),
                Samples.command("urban-import"),
                Samples.rest()));
    Contributions brought = book.contributions();
    assertThat(brought.caseTypes()).containsOnlyKeys("urban.component");
    assertThat(brought.caseType("urban.component"))
        .contains(Samples.cases("urban.component").type());
    assertThat(brought.jobs()).hasSize(1);
    assertThat(brought.pages()).hasSize(1);
    assertThat(brought.commands()).hasSize(1);
    assertThat(brought.rest()).hasSize(1);
    assertThat(book.standings()).containsExactly(new ModuleStanding.InUse(identity("urban")));
    urban.close();
    assertThat(book.contributions()).isEqualTo(Edition.BLANK.contributions());
    assertThat(book.standings()).isEmpty();
  }

  @Test
  void modules_that_were_there_before_the_book_are_in_it() {
    admit(FakeModule.bringing("urban", Samples.page("overview")));
    try (ModuleBook late = new ModuleBook(gate)) {
      assertThat(late.contributions().pages()).hasSize(1);
    }
  }

  @Test
  void a_module_with_one_fault_brings_nothing_at_all() {
    Membership stay =
        admit(
            FakeModule.bringing(
                "urban",
                Samples.cases("urban.component"),
                Samples.job("digest", context -> {}),
                Samples.command("Import!")));
    List<Text> reasons =
        List.of(
            Text.of("plugin.prefix-wrong", "digest", "urban."),
            Text.of("plugin.command-name", "Import!"));
    assertThat(stay.verdict()).isEqualTo(new Verdict.Refused(reasons));
    assertThat(book.contributions()).isEqualTo(Edition.BLANK.contributions());
    assertThat(book.standings())
        .containsExactly(new ModuleStanding.Refused(identity("urban"), reasons));
    stay.close();
    assertThat(book.standings()).isEmpty();
  }

  @Test
  void a_broken_new_version_leaves_the_old_one_in_use() {
    admit(FakeModule.bringing("urban", Samples.page("overview")));
    gate.admit(
        GovernanceModule.class,
        FakeModule.bringing("urban", Samples.page("next"), Samples.job("x", context -> {})),
        new PluginIdentity("urban", "2.0.0", 0));
    gate.admit(Oracle.class, Oracle.good(), identity("later"));
    assertThat(pages()).containsExactly("overview");
    assertThat(book.standings()).hasSize(2);
    assertThat(gate.named(GovernanceModule.class, "urban").map(Guarded::identity))
        .contains(identity("urban"));
  }

  @Test
  void a_new_version_takes_the_place_of_the_old_one_at_once() {
    List<List<String>> seen = new ArrayList<>();
    admit(FakeModule.bringing("urban", Samples.page("overview")));
    book.onChange(() -> seen.add(pages()));
    Membership fresh =
        gate.admit(
            GovernanceModule.class,
            FakeModule.bringing("urban", Samples.page("overview"), Samples.page("next")),
            new PluginIdentity("urban", "2.0.0", 0));
    fresh.close();
    assertThat(seen).containsExactly(List.of("overview", "next"), List.of("overview"));
  }

  @Test
  void a_module_waits_until_those_it_requires_are_there() {
    Membership points = admit(FakeModule.bringing("points"));
    points.close();
    admit(FakeModule.requiring("partner", Set.of("points", "urban"), Samples.page("bank")));
    admit(FakeModule.bringing("urban"));
    assertThat(pages()).isEmpty();
    assertThat(book.standings())
        .contains(new ModuleStanding.Waiting(identity("partner"), Set.of("points")));
    assertThat(book.standings().get(0).reasons())
        .containsExactly(Text.of("plugin.module-waits", "partner", "points"));

    Membership back = admit(FakeModule.bringing("points"));
    assertThat(pages()).containsExactly("bank");
    back.close();
    assertThat(pages()).isEmpty();
  }

  @Test
  void a_module_waits_for_one_that_waits_itself() {
    admit(FakeModule.requiring("a", Set.of("b"), Samples.page("a")));
    admit(FakeModule.requiring("b", Set.of("c"), Samples.page("b")));
    assertThat(pages()).isEmpty();
    admit(FakeModule.bringing("c"));
    assertThat(pages()).containsExactly("a", "b");
  }

  @Test
  void modules_that_require_each_other_come_in_together() {
    admit(FakeModule.requiring("a", Set.of("b"), Samples.page("a")));
    assertThat(pages()).isEmpty();
    admit(FakeModule.requiring("b", Set.of("a"), Samples.page("b")));
    assertThat(pages()).containsExactly("a", "b");
  }

  @Test
  void a_page_or_command_belongs_to_whom_had_it_first() {
    Membership urban = admit(FakeModule.bringing("urban", Samples.command("import")));
    admit(FakeModule.bringing("archive", Samples.command("import"), Samples.page("archive")));
    assertThat(pages()).isEmpty();
    assertThat(book.standings())
        .containsExactlyInAnyOrder(
            new ModuleStanding.InUse(identity("urban")),
            new ModuleStanding.Refused(
                identity("archive"), List.of(Text.of("plugin.taken", "import", "urban"))));

    gate.admit(
        GovernanceModule.class,
        FakeModule.bringing("urban", Samples.command("import")),
        new PluginIdentity("urban", "2.0.0", 0));
    assertThat(pages()).isEmpty();
    urban.close();
    assertThat(pages()).isEmpty();
  }

  @Test
  void a_module_refused_for_its_neighbour_comes_in_when_that_one_leaves() {
    Membership urban = admit(FakeModule.bringing("urban", Samples.command("import")));
    admit(FakeModule.bringing("archive", Samples.command("import"), Samples.page("archive")));
    urban.close();
    assertThat(pages()).containsExactly("archive");
  }

  @Test
  void a_module_waits_for_one_that_is_refused() {
    admit(FakeModule.bringing("urban", Samples.command("import")));
    admit(FakeModule.bringing("archive", Samples.command("import")));
    admit(FakeModule.requiring("museum", Set.of("archive"), Samples.page("museum")));
    assertThat(pages()).isEmpty();
    assertThat(book.standings())
        .contains(new ModuleStanding.Waiting(identity("museum"), Set.of("archive")));
  }

  @Test
  void listeners_hear_only_of_changes() {
    List<Integer> seen = new ArrayList<>();
    Registration registration = book.onChange(() -> seen.add(book.contributions().pages().size()));
    gate.admit(Oracle.class, Oracle.good(), identity("oracle"));
    Membership urban = admit(FakeModule.bringing("urban", Samples.page("overview")));
    admit(FakeModule.requiring("partner", Set.of("nobody"), Samples.page("bank")));
    urban.close();
    registration.close();
    admit(FakeModule.bringing("later", Samples.page("later")));
    assertThat(seen).containsExactly(1, 0);
  }

  @Test
  void a_contribution_is_asked_as_part_of_its_module() {
    admit(FakeModule.bringing("urban", Samples.command("urban-import")));
    Contributed<Contribution.Command> command = book.contributions().commands().get(0);
    assertThat(command.ask(c -> c.shell().run(List.of())))
        .isEqualTo(new Answer.Given<>(Reply.done(Text.of("done"))));
    assertThat(status(gate, "urban").counts().given()).isEqualTo(1);
    assertThat(command.module().identity()).isEqualTo(identity("urban"));
  }

  @Test
  void a_contribution_is_asked_many_questions_at_once() {
    admit(FakeModule.bringing("urban", Samples.command("urban-import")));
    Contributed<Contribution.Command> command = book.contributions().commands().get(0);
    List<Integer> questions = IntStream.range(0, 500).boxed().toList();
    List<Answer<Integer>> answers = command.askEach(questions, (c, n) -> n * 2);
    assertThat(answers).hasSize(500).contains(new Answer.Given<>(998), atIndex(499));
  }

  @Test
  void what_has_no_answer_is_done_or_breaks() {
    List<String> done = new ArrayList<>();
    admit(
        FakeModule.bringing(
            "urban",
            Samples.job("urban.digest", context -> done.add(context.due().toString())),
            Samples.job(
                "urban.fails",
                context -> {
                  throw new IOException("no paper");
                })));
    List<Contributed<Contribution.Job>> jobs = book.contributions().jobs();
    assertThat(jobs.get(0).tell(job -> job.task().run(Samples.jobContext())))
        .isEqualTo(new Answer.Given<>(Contributed.Done.DONE));
    assertThat(done).containsExactly("1970-01-01T00:00:00Z");
    assertThat(jobs.get(1).tell(job -> job.task().run(Samples.jobContext())))
        .isEqualTo(new Answer.Broke<>("java.io.IOException: no paper"));
  }

  @Test
  void each_kind_of_contribution_has_its_own_limit() {
    CountDownLatch never = waits.latch();
    admit(
        FakeModule.bringing(
            "urban", Samples.reaction("urban.points", (event, file) -> Waits.block(never))));
    Contributed<Contribution.Reaction> reaction = book.contributions().reactions().get(0);
    assertThat(reaction.tell(r -> Waits.block(never))).isEqualTo(new Answer.Overran<>(SHORT));
    assertThat(status(gate, "urban").hanging()).isEqualTo(1);
  }

  @Test
  void a_departing_module_waits_for_its_running_job_which_sees_it_leave() {
    CountDownLatch running = waits.latch();
    Membership urban =
        admit(
            FakeModule.bringing(
                "urban",
                Samples.job(
                    "urban.digest",
                    context -> {
                      running.countDown();
                      Waits.until(context::stopping);
                    })));
    Contributed<Contribution.Job> job = book.contributions().jobs().get(0);
    Waits.Work<Answer<Contributed.Done>> work =
        Waits.start(() -> job.tell(j -> j.task().run(Samples.jobContext(job::isLeaving))));
    Waits.reached(running);
    assertThat(job.isLeaving()).isFalse();
    urban.close();
    assertThat(work.get()).isEqualTo(new Answer.Given<>(Contributed.Done.DONE));
    assertThat(job.tell(j -> j.task().run(Samples.jobContext())))
        .isEqualTo(new Answer.Withdrawn<>());
  }

  private Membership admit(GovernanceModule module) {
    return gate.admit(GovernanceModule.class, module, identity("door"));
  }

  private List<String> pages() {
    return book.contributions().pages().stream().map(page -> page.contribution().path()).toList();
  }
}
