package org.zhili.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhili.core.audit.AuditEntry;
import org.zhili.core.audit.AuditNote;
import org.zhili.core.audit.AuditNote.Outcome;
import org.zhili.core.audit.AuditStore;
import org.zhili.core.audit.AuditStore.Head;
import org.zhili.core.audit.AuditStoreContract;
import org.zhili.core.audit.AuditWriter;
import org.zhili.core.store.Transactions;
import org.zhili.data.DatabaseFailure;

/** The audit on a database, touched by somebody who may do with it as they please. */
abstract class AuditTableRules extends AuditStoreContract {
  private static final Instant NOW = Instant.parse("2026-11-23T07:42:00Z");

  abstract StoreDatabase town();

  @Override
  protected Transactions transactions() {
    return town().stores().transactions();
  }

  @Override
  protected AuditStore store() {
    return town().stores().audits();
  }

  @Override
  protected void put(AuditEntry entry) {
    AuditNote note = entry.note();
    touch(
        ("update core_audit set noted_at = '%s', who = '%s', action = '%s', outcome = '%s',"
                + " subject = '%s', detail = '%s', previous = '%s', hash = '%s' where number = %d")
            .formatted(
                note.at(),
                note.who(),
                note.action(),
                note.outcome(),
                note.subject(),
                note.detail(),
                entry.previous(),
                entry.hash(),
                entry.number()));
  }

  @Override
  protected void remove(long number) {
    touch("delete from core_audit where number = " + number);
  }

  @Override
  protected void move(Head head) {
    town()
        .execute(
            "update core_audit_end set number = %d, hash = '%s'"
                .formatted(head.number(), head.hash()));
  }

  /** Whoever owns the tables can put the guard away, and back. */
  private void touch(String sql) {
    if (town().onPostgres()) {
      town().execute("alter table core_audit disable trigger core_audit_kept");
      town().execute(sql);
      town().execute("alter table core_audit enable trigger core_audit_kept");
    } else {
      town().execute("drop trigger core_audit_kept");
      town().execute(sql);
      town()
          .execute(
              "create force trigger core_audit_kept before update, delete on core_audit"
                  + " call 'core_audit.is_only_ever_added_to'");
    }
  }

  private AuditWriter writer(InstantSource clock) {
    return AuditWriter.start(transactions(), store(), clock);
  }

  private static AuditNote note(String subject) {
    return new AuditNote(NOW, "ada", "asset.changed", Outcome.DONE, subject, "");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update core_audit set who = 'nobody'",
        "update core_audit set who = who",
        "delete from core_audit"
      })
  void it_is_only_ever_added_to(String sql) {
    AuditWriter writer = writer(() -> NOW);
    writer.write(note("a"));
    assertThat(writer.end()).isEmpty();

    assertThatThrownBy(() -> town().execute(sql)).isInstanceOf(DatabaseFailure.class);
    assertThat(town().texts("select who from core_audit")).containsExactly("ada");
  }

  @Test
  void the_end_of_the_chain_is_told_to_the_log_once_an_hour_and_last_of_all() {
    AtomicReference<Instant> now = new AtomicReference<>(NOW);
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    PrintStream before = System.err;
    System.setErr(new PrintStream(written, true, StandardCharsets.UTF_8));
    AuditWriter writer = writer(now::get);
    try {
      writer.write(note("a"));
      writer.write(note("b"));
      now.set(NOW.plus(Duration.ofHours(1)));
      writer.write(note("c"));
      writer.write(note("d"));
    } finally {
      writer.end();
      System.setErr(before);
    }
    List<AuditEntry> kept = transactions().read(() -> store().after(0, 9));
    assertThat(written.toString(StandardCharsets.UTF_8).lines())
        .filteredOn(line -> line.contains("Audit head"))
        .extracting(line -> line.substring(line.indexOf("Audit head")))
        .containsExactly(told(kept.get(0)), told(kept.get(2)), told(kept.get(3)));
  }

  private static String told(AuditEntry entry) {
    return "Audit head " + entry.number() + ": " + entry.hash();
  }
}
