package org.zhili.core.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.zhili.core.audit.AuditNote.Outcome;
import org.zhili.core.store.InMemoryTransactions;
import org.zhili.core.store.Transactions;

/** Notes on their way into the audit. */
class AuditWriterTest {
  private static final Instant NOW = Instant.parse("2026-11-23T07:42:00Z");

  private final InMemoryTransactions transactions = new InMemoryTransactions();
  private final InMemoryAuditStore store = new InMemoryAuditStore(transactions);
  private final AuditWriter writer = AuditWriter.start(new Breaking(), store, () -> NOW);

  /** Answers may be lost. */
  private final class Breaking implements Transactions {
    @Override
    public <T> T run(Supplier<T> work) {
      T answer = transactions.run(work);
      store.answer();
      return answer;
    }

    @Override
    public <T> T read(Supplier<T> work) {
      return transactions.read(work);
    }

    @Override
    public void afterCommit(Runnable action) {
      transactions.afterCommit(action);
    }
  }

  @AfterEach
  void end() {
    writer.end();
  }

  private static AuditNote note(String subject) {
    return new AuditNote(NOW, "ada", "asset.changed", Outcome.DONE, subject, "");
  }

  private List<String> subjects() {
    return store.after(0, 100).stream().map(entry -> entry.note().subject()).toList();
  }

  private boolean isWhole() {
    return new AuditBook(transactions, store).verify(Optional.empty()).fault().isEmpty();
  }

  @Test
  void a_note_is_there_when_it_was_written() {
    assertThat(writer.write(note("a"))).isTrue();
    assertThat(subjects()).containsExactly("a");
  }

  @Test
  void notes_wait_while_the_store_is_away_and_nobody_waits_for_them() {
    store.away(true);
    assertThat(writer.write(note("a"))).isTrue();
    long begin = System.nanoTime();
    for (int i = 0; i < 50; i++) {
      writer.write(note("b" + i));
    }
    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(10));
    assertThat(subjects()).isEmpty();
    assertThat(writer.waiting()).isPositive();

    store.away(false);
    assertThat(writer.write(note("z"))).isTrue();
    assertThat(writer.end()).isEmpty();
    assertThat(subjects()).hasSize(52).startsWith("a", "b0").endsWith("z");
    assertThat(isWhole()).isTrue();
  }

  @Test
  void a_note_whose_answer_was_lost_is_there_once() {
    store.loseAnswer();
    writer.write(note("a"));
    writer.write(note("b"));
    assertThat(writer.end()).isEmpty();
    assertThat(subjects()).containsExactly("a", "b");
    assertThat(isWhole()).isTrue();
  }

  @Test
  void what_could_not_be_written_is_given_back_at_the_end() {
    store.away(true);
    writer.write(note("a"));
    writer.write(note("b"));
    assertThat(writer.end()).extracting(AuditNote::subject).containsExactly("a", "b");
    assertThat(writer.write(note("c"))).isFalse();
  }

  @Test
  void what_was_done_as_a_whole_is_kept_as_a_whole_in_its_order() {
    List<AuditNote> many =
        java.util.stream.IntStream.range(0, 12_345).mapToObj(at -> note("n" + at)).toList();
    assertThat(writer.write(many)).isTrue();
    assertThat(writer.end()).isEmpty();
    assertThat(store.after(0, 20_000)).extracting(AuditEntry::note).isEqualTo(many);
    assertThat(isWhole()).isTrue();
    assertThat(writer.write(many)).isFalse();
  }
}
