package org.zhili.core.audit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import org.zhili.core.store.InMemoryTable;
import org.zhili.core.store.InMemoryTransactions;
import org.zhili.core.store.StoreUnavailable;

/** The audit without a database; a test may also do what nobody should, to see that it shows. */
public final class InMemoryAuditStore implements AuditStore {
  private final InMemoryTable<Long, AuditEntry> entries;
  private final InMemoryTable<Long, Head> heads;
  private volatile boolean away;
  private volatile boolean silent;

  public InMemoryAuditStore(InMemoryTransactions transactions) {
    this.entries = new InMemoryTable<>(transactions);
    this.heads = new InMemoryTable<>(transactions);
  }

  @Override
  public Head lock() {
    if (away) {
      throw new StoreUnavailable("away", new IllegalStateException("a test"));
    }
    return head();
  }

  private Head head() {
    return heads.get(1L).orElse(Head.EMPTY);
  }

  @Override
  public void append(List<AuditEntry> added) {
    for (AuditEntry entry : added) {
      entries.put(entry.number(), entry);
      heads.put(1L, entry.head());
    }
  }

  /** Be away, or back. */
  public void away(boolean now) {
    away = now;
  }

  /** Keep what is written next, and do not say so. */
  void loseAnswer() {
    silent = true;
  }

  /** Fail once the transaction is through, as a connection does that breaks during the commit. */
  void answer() {
    if (silent) {
      silent = false;
      throw new StoreUnavailable("lost", new IllegalStateException("a test"));
    }
  }

  @Override
  public Ends ends() {
    return new Ends(head(), entries.read(all -> all.isEmpty() ? 0 : all.lastKey()));
  }

  @Override
  public List<AuditEntry> after(long number, int limit) {
    return entries.all().stream().filter(e -> e.number() > number).limit(limit).toList();
  }

  @Override
  public List<AuditEntry> newest(Wanted wanted, OptionalLong before, int limit) {
    List<AuditEntry> all = new ArrayList<>(entries.all());
    Collections.reverse(all);
    return all.stream()
        .filter(entry -> before.isEmpty() || entry.number() < before.getAsLong())
        .filter(entry -> isWanted(wanted, entry.note()))
        .limit(limit)
        .toList();
  }

  private static boolean isWanted(Wanted wanted, AuditNote note) {
    return wanted.who().filter(who -> !who.equals(note.who())).isEmpty()
        && wanted.action().filter(action -> !note.action().startsWith(action)).isEmpty()
        && wanted.subject().filter(subject -> !subject.equals(note.subject())).isEmpty()
        && wanted.from().filter(note.at()::isBefore).isEmpty()
        && wanted.to().filter(to -> !note.at().isBefore(to)).isEmpty();
  }

  /** Put another entry where the one of its number was. */
  public void put(AuditEntry entry) {
    entries.put(entry.number(), entry);
  }

  /** Take an entry away. */
  public void remove(long number) {
    entries.remove(number);
  }

  /** Move the end that is noted. */
  public void move(Head head) {
    heads.put(1L, head);
  }
}
