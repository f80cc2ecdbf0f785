package org.zhili.core.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhili.core.plugin.GateFixture.identity;
import static org.zhili.core.plugin.GateFixture.status;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.zhili.core.plugin.GateLimits.Crowd;
import org.zhili.module.Contribution;
import org.zhili.module.GovernanceModule;
import org.zhili.module.Reply;
import org.zhili.text.Text;
import org.zhili.text.Words;

@Timeout(60)
class CommandsTest {
  private final PluginGate gate = new PluginGate(GateFixture.patient().with(new Crowd(1, 0)));
  private final ModuleBook book = new ModuleBook(gate);
  private final Commands commands = new Commands(book);
  private final CountDownLatch free = new CountDownLatch(1);

  @AfterEach
  void close() {
    free.countDown();
    book.close();
    gate.close();
  }

  @Test
  void a_command_is_run_with_its_arguments() {
    bring("fees", command("fees", words -> Reply.done(Text.of("fees.said", words.toString()))));
    assertThat(commands.run("fees", List.of("list", "2026")))
        .isEqualTo(Reply.done(Text.of("fees.said", "[list, 2026]")));
    assertThat(status(gate, "fees").counts().given()).isEqualTo(1);
  }

  @Test
  void commands_come_and_go_with_their_module() {
    List<Set<Commands.Offered>> seen = new ArrayList<>();
    Registration following = commands.onChange(() -> seen.add(commands.offered()));
    bring("fees", Samples.command("fees"), Samples.command("arrears")).close();
    following.close();
    Text help = Samples.command("fees").help();
    assertThat(seen)
        .containsExactly(
            Set.of(new Commands.Offered("fees", help), new Commands.Offered("arrears", help)),
            Set.of());
    says(commands.run("fees", List.of()), "plugin.command-unknown", "fees");
  }

  @Test
  void a_command_that_throws_is_told_as_a_fault_of_its_module() {
    bring(
        "fees",
        command(
            "fees",
            words -> {
              throw new IllegalStateException("no ledger");
            }));
    says(
        commands.run("fees", List.of()),
        "plugin.command-broke",
        "fees@1.0.0",
        "java.lang.IllegalStateException: no ledger");
  }

  @Test
  void a_command_may_take_as_long_as_it_said() {
    bring(
        "fees",
        new Contribution.Command(
            "slow", Text.of("help"), Duration.ofMillis(100), words -> waiting()));
    says(commands.run("slow", List.of()), "plugin.command-overran", "fees@1.0.0", "0");
  }

  @Test
  void a_command_that_is_not_asked_says_why() throws Exception {
    bring("fees", command("slow", words -> waiting()), Samples.command("fees"));
    Thread first = new Thread(() -> commands.run("slow", List.of()));
    first.start();
    while (status(gate, "fees").inFlight() == 0) {
      Thread.onSpinWait();
    }
    says(commands.run("fees", List.of()), "plugin.command-spared.CROWDED", "fees@1.0.0");
    gate.isolate(new Named("GovernanceModule", "fees"));
    free.countDown();
    first.join();
    says(commands.run("fees", List.of()), "plugin.command-spared.ISOLATED", "fees@1.0.0");
  }

  @Test
  void every_reason_has_words() {
    Words words = Words.beside(PluginGate.class);
    for (Answer.Why why : Answer.Why.values()) {
      assertThat(words.knows("plugin.command-spared." + why)).as(why.name()).isTrue();
    }
  }

  private Membership bring(String id, Contribution... contributions) {
    return gate.admit(GovernanceModule.class, FakeModule.bringing(id, contributions), identity(id));
  }

  private static Contribution.Command command(String name, Contribution.Shell shell) {
    return new Contribution.Command(name, Text.of("help"), shell);
  }

  private Reply waiting() {
    try {
      free.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return Reply.done();
  }

  /** It failed, in words both languages have. */
  private static void says(Reply reply, String key, String... arguments) {
    assertThat(reply).isEqualTo(Reply.failed(Text.of(key, arguments)));
    assertThat(Words.beside(PluginGate.class).knows(key)).isTrue();
  }
}
