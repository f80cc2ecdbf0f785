package org.zhili.core.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhili.core.plugin.GateFixture.admit;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Many ask while plug-ins come and go; what must always hold is counted. */
class GateStressTest {
  private static final int SWAPS = 300;
  private static final int ASKERS = 4;
  private static final int BATCH = 20;

  private final PluginGate gate = GateFixture.gate();

  @AfterEach
  void close() {
    gate.close();
  }

  @Test
  void no_question_is_lost_or_answered_twice_while_versions_replace_each_other() {
    Ledger ledger = new Ledger();
    Membership first = version(1, ledger);
    CountDownLatch over = new CountDownLatch(1);
    List<Waits.Work<Integer>> askers =
        IntStream.range(0, ASKERS).mapToObj(i -> Waits.start(() -> ask(over, ledger))).toList();
    Membership current = first;
    for (int i = 2; i <= SWAPS; i++) {
      Membership next = version(i, ledger);
      current.close();
      current = next;
    }
    over.countDown();
    int asked = askers.stream().mapToInt(Waits.Work::get).sum();
    PluginStatus last = GateFixture.status(gate, "oracle");
    current.close();

    assertThat(asked).isPositive();
    assertThat(ledger.given.sum() + ledger.withdrawn.sum()).isEqualTo(asked);
    assertThat(ledger.answered.sum()).isEqualTo(ledger.given.sum());
    assertThat(ledger.afterLeaving).hasValue(0);
    assertThat(ledger.nobody).hasValue(0);
    assertThat(last.inFlight()).isZero();
    assertThat(last.hanging()).isZero();
    assertThat(gate.status()).isEmpty();
  }

  @Test
  void a_neighbour_never_notices_what_goes_on_beside_it() {
    Guarded<Oracle> neighbour = admit(gate, "neighbour", Oracle.good());
    AtomicBoolean over = new AtomicBoolean();
    Waits.Work<Integer> asking =
        Waits.start(
            () -> {
              int asked = 0;
              while (!over.get()) {
                assertThat(neighbour.ask(o -> o.say("x"))).isEqualTo(new Answer.Given<>("X"));
                asked++;
              }
              return asked;
            });
    for (int i = 0; i < SWAPS; i++) {
      try (Membership stay =
          gate.admit(
              Oracle.class,
              word -> {
                throw new LinkageError(word);
              },
              GateFixture.identity("evil-" + i))) {
        assertThat(stay.verdict()).isEqualTo(new Membership.Verdict.Admitted());
        gate.of(Oracle.class).forEach(one -> one.ask(o -> o.say("y")));
      }
    }
    over.set(true);
    assertThat((long) asking.get())
        .isPositive()
        .isEqualTo(GateFixture.status(gate, "neighbour").counts().given() - SWAPS);
  }

  /** Versions come one after the other; the new one is there before the old one leaves. */
  private Membership version(int version, Ledger ledger) {
    AtomicBoolean left = new AtomicBoolean();
    Membership stay =
        gate.admit(
            Oracle.class,
            word -> {
              if (left.get()) {
                ledger.afterLeaving.incrementAndGet();
              }
              ledger.answered.increment();
              return word;
            },
            new PluginIdentity("oracle", Integer.toString(version), 0));
    return new Membership() {
      @Override
      public PluginIdentity identity() {
        return stay.identity();
      }

      @Override
      public Verdict verdict() {
        return stay.verdict();
      }

      @Override
      public void close() {
        stay.close();
        left.set(true);
      }
    };
  }

  private int ask(CountDownLatch over, Ledger ledger) {
    List<String> batch = new ArrayList<>();
    IntStream.range(0, BATCH).forEach(i -> batch.add("q" + i));
    int asked = 0;
    while (over.getCount() > 0) {
      var oracle = gate.named(Oracle.class, "oracle");
      if (oracle.isEmpty()) {
        ledger.nobody.incrementAndGet();
        continue;
      }
      List<Answer<String>> answers = oracle.get().askEach(batch, Oracle::say);
      for (int i = 0; i < BATCH; i++) {
        ledger.enter(batch.get(i), answers.get(i));
      }
      asked += BATCH;
    }
    return asked;
  }

  private static final class Ledger {
    final LongAdder given = new LongAdder();
    final LongAdder withdrawn = new LongAdder();
    final LongAdder answered = new LongAdder();
    final AtomicInteger afterLeaving = new AtomicInteger();
    final AtomicInteger nobody = new AtomicInteger();

    void enter(String question, Answer<String> answer) {
      if (answer instanceof Answer.Given<String> given) {
        assertThat(given.value()).isEqualTo(question);
        this.given.increment();
      } else {
        assertThat(answer).isEqualTo(new Answer.Withdrawn<>());
        withdrawn.increment();
      }
    }
  }
}
