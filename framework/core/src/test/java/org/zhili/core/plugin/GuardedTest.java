package org.zhili.core.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.zhili.core.plugin.GateFixture.admit;
import static org.zhili.core.plugin.GateFixture.status;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.zhili.core.plugin.PluginStatus.Counts;

class GuardedTest {
  private final PluginGate gate = GateFixture.gate();
  private final Guarded<Oracle> good = admit(gate, "good", Oracle.good());

  @AfterEach
  void close() {
    gate.close();
  }

  @Test
  void an_answer_in_time_is_given() {
    assertThat(good.ask(oracle -> oracle.say("yes"))).isEqualTo(new Answer.Given<>("YES"));
    assertThat(good.ask(oracle -> oracle.say("yes")).given()).contains("YES");
  }

  @Test
  void many_questions_are_answered_in_their_order() {
    assertThat(good.askEach(List.of("a", "b", "c"), Oracle::say))
        .containsExactly(new Answer.Given<>("A"), new Answer.Given<>("B"), new Answer.Given<>("C"));
  }

  @Test
  void no_questions_have_no_answers() {
    assertThat(good.askEach(List.<String>of(), Oracle::say)).isEmpty();
  }

  @Test
  void five_hundred_questions_cost_one_hand_over() {
    Set<Thread> workers = new HashSet<>();
    List<Integer> questions = IntStream.range(0, 500).boxed().toList();
    List<Answer<Boolean>> answers =
        good.askEach(questions, (oracle, question) -> workers.add(Thread.currentThread()));
    assertThat(answers).hasSize(500).startsWith(new Answer.Given<>(true));
    assertThat(answers.subList(1, 500)).containsOnly(new Answer.Given<>(false));
    assertThat(workers).hasSize(1);
  }

  @Test
  void questions_run_on_daemon_threads_named_after_the_plug_in() {
    Answer<Thread> worker = good.ask(oracle -> Thread.currentThread());
    assertThat(worker.given().orElseThrow().getName()).startsWith("zhili-plugin-good-");
    assertThat(worker.given().orElseThrow().isDaemon()).isTrue();
    assertThat(worker.given().orElseThrow()).isNotSameAs(Thread.currentThread());
  }

  @Test
  void a_worker_has_the_class_loader_of_its_plug_in() {
    ClassLoader mine = Thread.currentThread().getContextClassLoader();
    Thread.currentThread().setContextClassLoader(new ClassLoader(null) {});
    try {
      assertThat(good.ask(oracle -> Thread.currentThread().getContextClassLoader()))
          .isEqualTo(new Answer.Given<>(Oracle.class.getClassLoader()));
    } finally {
      Thread.currentThread().setContextClassLoader(mine);
    }
  }

  @Test
  void whatever_a_plug_in_throws_is_an_answer() {
    assertBroke(throwing(() -> new IllegalArgumentException("no")), "no");
    assertBroke(throwing(() -> new IllegalStateException("bad state")), "bad state");
    assertBroke(throwing(() -> new NoClassDefFoundError("org/gone/Away")), "org/gone/Away");
    assertBroke(throwing(() -> new AssertionError("never")), "never");
    assertBroke(throwing(() -> new Exception("checked")), "checked");
    assertBroke(word -> word + endless(0), "StackOverflowError");
  }

  @Test
  void null_is_no_answer() {
    assertBroke(new NothingToSay(), "null");
  }

  @Test
  void an_error_that_cannot_even_say_what_it_is_is_named_by_its_class() {
    assertBroke(throwing(Unspeakable::new), Unspeakable.class.getName());
  }

  @Test
  void an_endless_error_is_cut_short() {
    Guarded<Oracle> wordy =
        admit(gate, "wordy", throwing(() -> new IllegalArgumentException("x".repeat(100_000))));
    Answer<String> answer = wordy.ask(oracle -> oracle.say("?"));
    assertThat(((Answer.Broke<String>) answer).error()).hasSizeLessThan(600);
  }

  @Test
  void running_out_of_memory_is_not_hidden() {
    Guarded<Oracle> greedy = admit(gate, "greedy", throwing(() -> new OutOfMemoryError("as if")));
    assertThatThrownBy(() -> greedy.ask(oracle -> oracle.say("?")))
        .isInstanceOf(OutOfMemoryError.class)
        .hasMessage("as if");
    assertThat(status(gate, "greedy").inFlight()).isZero();
  }

  @Test
  void one_that_breaks_does_not_hurt_the_questions_after_it() {
    Guarded<Oracle> moody =
        admit(
            gate,
            "moody",
            word -> {
              if (word.equals("b")) {
                throw new LinkageError("b");
              }
              return word;
            });
    assertThat(moody.askEach(List.of("a", "b", "c"), Oracle::say))
        .containsExactly(
            new Answer.Given<>("a"),
            new Answer.Broke<>("java.lang.LinkageError: b"),
            new Answer.Given<>("c"));
  }

  @Test
  void a_plug_in_may_ask_another_while_it_answers() {
    Guarded<Oracle> middle =
        admit(gate, "middle", word -> good.ask(o -> o.say(word)).given().orElse("none"));
    assertThat(middle.ask(oracle -> oracle.say("x"))).isEqualTo(new Answer.Given<>("X"));
  }

  @Test
  void an_interrupt_of_the_asking_thread_is_kept_for_later() {
    Thread.currentThread().interrupt();
    Answer<String> answer = good.ask(oracle -> oracle.say("yes"));
    assertThat(Thread.interrupted()).isTrue();
    assertThat(answer).isEqualTo(new Answer.Given<>("YES"));
  }

  @Test
  void every_question_is_counted_by_what_came_of_it() {
    Guarded<Oracle> moody =
        admit(
            gate,
            "moody",
            word -> {
              if (word.startsWith("b")) {
                throw new IllegalArgumentException(word);
              }
              return word;
            });
    moody.askEach(List.of("a", "b1", "b2", "c"), Oracle::say);
    PluginStatus status = status(gate, "moody");
    assertThat(status.counts()).isEqualTo(new Counts(2, 0, 0, 2));
    assertThat(status.counts().calls()).isEqualTo(4);
    assertThat(status.lastError()).contains("java.lang.IllegalArgumentException: b2");
    assertThat(status.busy()).isPositive();
    assertThat(status(gate, "good").counts()).isEqualTo(new Counts(0, 0, 0, 0));
  }

  private void assertBroke(Oracle evil, String error) {
    Membership stay = gate.admit(Oracle.class, evil, GateFixture.identity("evil"));
    Guarded<Oracle> guarded = gate.named(Oracle.class, "evil").orElseThrow();
    Answer<String> answer = guarded.ask(oracle -> oracle.say("?"));
    assertThat(answer).isInstanceOf(Answer.Broke.class);
    assertThat(((Answer.Broke<String>) answer).error()).contains(error);
    assertThat(good.ask(oracle -> oracle.say("still here")).given()).contains("STILL HERE");
    stay.close();
  }

  private static Oracle throwing(Supplier<? extends Throwable> evil) {
    return word -> {
      throw GuardedTest.<RuntimeException>sneaky(evil.get());
    };
  }

  @SuppressWarnings({
    "unchecked",
    "TypeParameterUnusedInFormals"
  }) // checked exceptions get past javac
  private static <E extends Throwable> E sneaky(Throwable evil) throws E {
    throw (E) evil;
  }

  private static int endless(int depth) {
    return depth < 0 ? 0 : endless(depth + 1) + 1;
  }

  private static final class NothingToSay implements Oracle {
    @Override
    @SuppressWarnings("NullAway") // what plug-ins do that were compiled without it
    public String say(String word) {
      return null;
    }
  }

  private static final class Unspeakable extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    @Override
    public String getMessage() {
      throw new IllegalStateException("even this");
    }
  }
}
