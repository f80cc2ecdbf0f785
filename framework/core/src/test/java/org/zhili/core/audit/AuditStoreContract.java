package org.zhili.core.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.zhili.core.audit.AuditBook.Fault;
import org.zhili.core.audit.AuditBook.Kind;
import org.zhili.core.audit.AuditNote.Outcome;
import org.zhili.core.audit.AuditStore.Head;
import org.zhili.core.audit.AuditStore.Wanted;
import org.zhili.core.store.Together;
import org.zhili.core.store.Transactions;

/** What an {@link AuditStore} promises. Every test begins with an empty store. */
public abstract class AuditStoreContract {
  private static final Instant AT = Instant.parse("2026-11-23T07:42:00.123456Z");

  protected abstract Transactions transactions();

  protected abstract AuditStore store();

  /** Put another entry where the one of its number was, as somebody with access could. */
  protected abstract void put(AuditEntry entry);

  /** Take an entry away. */
  protected abstract void remove(long number);

  /** Move the end that is noted. */
  protected abstract void move(Head head);

  protected final AuditBook book() {
    return new AuditBook(transactions(), store());
  }

  private static AuditNote note(int n) {
    return new AuditNote(
        AT.plusSeconds(n), "ada" + n % 2, "asset.changed", Outcome.DONE, "A-" + n, "键 \"n\" " + n);
  }

  private Head write(AuditNote... notes) {
    return transactions()
        .run(
            () -> {
              List<AuditEntry> entries = AuditEntry.chained(store().lock(), List.of(notes));
              store().append(entries);
              return entries.get(entries.size() - 1).head();
            });
  }

  private void five() {
    write(note(1), note(2));
    write(note(3), note(4), note(5));
  }

  private List<AuditEntry> all() {
    return transactions().read(() -> store().after(0, 100));
  }

  private Optional<Fault> fault() {
    return book().verify(Optional.empty()).fault();
  }

  private Optional<Fault> fault(Head noted) {
    return book().verify(Optional.of(noted)).fault();
  }

  private void change(int number, UnaryOperator<AuditEntry> how) {
    put(how.apply(all().get(number - 1)));
  }

  @Test
  void entries_come_back_as_they_were_written_and_the_chain_is_whole() {
    assertThat(fault()).isEmpty();
    AuditNote longest =
        new AuditNote(
            AT,
            "w".repeat(300),
            "a".repeat(300),
            Outcome.REFUSED,
            "🚧".repeat(150),
            "x".repeat(999) + "🚧\u0000");
    five();
    Head end = write(longest);

    assertThat(all()).extracting(AuditEntry::number).containsExactly(1L, 2L, 3L, 4L, 5L, 6L);
    assertThat(all().get(0).note()).isEqualTo(note(1));
    assertThat(all().get(5).note()).isEqualTo(longest);
    assertThat(book().verify(Optional.empty()))
        .isEqualTo(new AuditBook.Verification(end, Optional.empty()));
    assertThat(fault(all().get(2).head())).isEmpty();
  }

  @Test
  void what_was_changed_is_found() {
    five();
    change(3, e -> new AuditEntry(3, note(9), e.previous(), e.hash()));
    assertThat(fault()).contains(new Fault(3, Kind.CHANGED));
  }

  @Test
  void what_was_changed_and_hashed_again_is_found_at_the_next_one() {
    five();
    change(3, e -> AuditEntry.chained(new Head(2, e.previous()), List.of(note(9))).get(0));
    assertThat(fault()).contains(new Fault(4, Kind.OUT_OF_ORDER));
  }

  @Test
  void what_was_deleted_is_found_wherever_it_was() {
    five();
    remove(3);
    assertThat(fault()).contains(new Fault(3, Kind.MISSING));
    remove(1);
    assertThat(fault()).contains(new Fault(1, Kind.MISSING));
  }

  @Test
  void what_was_exchanged_is_found() {
    five();
    List<AuditEntry> before = all();
    AuditEntry second = before.get(1);
    AuditEntry third = before.get(2);
    put(new AuditEntry(2, third.note(), third.previous(), third.hash()));
    put(new AuditEntry(3, second.note(), second.previous(), second.hash()));
    assertThat(fault()).contains(new Fault(2, Kind.OUT_OF_ORDER));
  }

  @Test
  void an_end_that_was_cut_off_is_found_and_stays_found_when_others_are_added() {
    five();
    remove(5);
    remove(4);
    assertThat(fault()).contains(new Fault(4, Kind.MISSING));
    write(note(6));
    assertThat(fault()).contains(new Fault(4, Kind.MISSING));
  }

  @Test
  void an_end_that_was_cut_off_and_moved_is_found_by_who_noted_it_down() {
    five();
    Head noted = all().get(4).head();
    Head third = all().get(2).head();
    remove(5);
    remove(4);
    move(third);
    assertThat(fault()).isEmpty();
    assertThat(fault(noted)).contains(new Fault(4, Kind.MISSING));
    assertThat(fault(third)).isEmpty();

    write(note(7), note(8), note(9));
    assertThat(fault()).isEmpty();
    assertThat(fault(noted)).contains(new Fault(5, Kind.REPLACED));
  }

  @Test
  void what_stands_behind_the_end_is_found() {
    five();
    move(all().get(3).head());
    assertThat(fault()).contains(new Fault(5, Kind.OUT_OF_ORDER));
  }

  @Test
  void an_end_with_another_hash_is_found() {
    five();
    move(new Head(5, all().get(3).hash()));
    assertThat(fault()).contains(new Fault(5, Kind.REPLACED));
  }

  @Test
  void the_newest_come_first_as_far_as_they_are_wanted() {
    five();
    assertThat(numbers(Wanted.ALL, OptionalLong.empty(), 2)).containsExactly(5L, 4L);
    assertThat(numbers(Wanted.ALL, OptionalLong.of(4), 2)).containsExactly(3L, 2L);
    Optional<String> none = Optional.empty();
    Optional<Instant> ever = Optional.empty();
    assertThat(wanted(new Wanted(Optional.of("ada0"), none, none, ever, ever)))
        .containsExactly(4L, 2L);
    assertThat(wanted(new Wanted(none, Optional.of("asset."), none, ever, ever))).hasSize(5);
    assertThat(wanted(new Wanted(none, Optional.of("asset_"), none, ever, ever))).isEmpty();
    assertThat(wanted(new Wanted(none, Optional.of("%"), none, ever, ever))).isEmpty();
    assertThat(wanted(new Wanted(none, none, Optional.of("A-2"), ever, ever))).containsExactly(2L);
    Optional<Instant> second = Optional.of(note(2).at());
    Optional<Instant> fourth = Optional.of(note(4).at());
    assertThat(wanted(new Wanted(none, none, none, second, fourth))).containsExactly(3L, 2L);
  }

  private List<Long> wanted(Wanted wanted) {
    return numbers(wanted, OptionalLong.empty(), 100);
  }

  private List<Long> numbers(Wanted wanted, OptionalLong before, int limit) {
    return book().newest(wanted, before, limit).stream().map(AuditEntry::number).toList();
  }

  @Test
  void what_a_failed_transaction_added_is_gone() {
    five();
    assertThatThrownBy(
            () ->
                transactions()
                    .run(
                        () -> {
                          write(note(6));
                          throw new IllegalArgumentException("no");
                        }))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(all()).hasSize(5);
    assertThat(fault()).isEmpty();
  }

  @Test
  void several_nodes_write_one_chain_and_no_note_is_lost() {
    List<Callable<Boolean>> nodes = new ArrayList<>();
    for (int node = 0; node < 3; node++) {
      int first = node * 100;
      nodes.add(() -> node(first));
    }
    Together.all(nodes);

    assertThat(all()).hasSize(75);
    assertThat(all().stream().map(e -> e.note().subject()).distinct()).hasSize(75);
    assertThat(fault()).isEmpty();
  }

  private boolean node(int first) {
    AuditWriter writer =
        AuditWriter.start(transactions(), store(), () -> AT.plus(Duration.ofDays(1)));
    for (int i = 0; i < 25; i++) {
      assertThat(writer.write(note(first + i))).isTrue();
    }
    return writer.end().isEmpty();
  }
}
