package org.zhili.core.audit;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.zhili.core.audit.AuditStore.Ends;
import org.zhili.core.audit.AuditStore.Head;
import org.zhili.core.audit.AuditStore.Wanted;
import org.zhili.core.store.Transactions;

/**
 * Reads the audit, and finds out whether anybody touched it.
 *
 * <p>Whoever can write the table can also write a new chain from any entry on, and move the end
 * with it. Such a chain is whole in itself; only an end that was noted down outside the database
 * shows it. {@link AuditWriter} tells ends to the log.
 */
public final class AuditBook {
  private static final int PAGE = 1000;

  private final Transactions transactions;
  private final AuditStore store;

  public AuditBook(Transactions transactions, AuditStore store) {
    this.transactions = transactions;
    this.store = store;
  }

  public List<AuditEntry> newest(Wanted wanted, OptionalLong before, int limit) {
    return transactions.read(() -> store.newest(wanted, before, limit));
  }

  /** How an entry is wrong. */
  public enum Kind {
    /** It does not say what was written. */
    CHANGED,
    /** It is not there: deleted, or the end of the chain was cut off. */
    MISSING,
    /**
     * It does not follow from the one before: rows were exchanged, put in, or taken from between.
     */
    OUT_OF_ORDER,
    /** It is whole, and not the one that was noted down: the chain was written anew. */
    REPLACED
  }

  /** The first entry that is wrong. */
  public record Fault(long number, Kind kind) {}

  /**
   * What was found.
   *
   * @param head where the chain ended when it was looked at, to be noted down
   * @param fault empty when all is whole
   */
  public record Verification(Head head, Optional<Fault> fault) {}

  /**
   * Walk the chain from its first entry to its end; entries that are added meanwhile are left out.
   *
   * @param noted an end that somebody noted down at an earlier time
   */
  public Verification verify(Optional<Head> noted) {
    Ends ends = transactions.read(store::ends);
    Head last = Head.EMPTY;
    Optional<Head> sought = noted.filter(head -> head.number() > 0);
    while (last.number() < ends.head().number()) {
      Head from = last;
      List<AuditEntry> page = transactions.read(() -> store.after(from.number(), PAGE));
      for (AuditEntry entry : page) {
        Optional<Kind> kind = wrong(entry, last, sought);
        if (kind.isPresent()) {
          return found(ends, kind.get() == Kind.MISSING ? last.number() + 1 : entry.number(), kind);
        }
        last = entry.head();
        if (last.number() == ends.head().number()) {
          break;
        }
      }
      if (page.isEmpty()) {
        return found(ends, last.number() + 1, Optional.of(Kind.MISSING));
      }
    }
    return end(ends, last, sought);
  }

  private static Optional<Kind> wrong(AuditEntry entry, Head before, Optional<Head> noted) {
    if (entry.number() != before.number() + 1) {
      return Optional.of(Kind.MISSING);
    } else if (!entry.isWhole()) {
      return Optional.of(Kind.CHANGED);
    } else if (!entry.previous().equals(before.hash())) {
      return Optional.of(Kind.OUT_OF_ORDER);
    }
    boolean replaced =
        noted
            .filter(head -> head.number() == entry.number() && !head.hash().equals(entry.hash()))
            .isPresent();
    return replaced ? Optional.of(Kind.REPLACED) : Optional.empty();
  }

  /** What only the end shows: that it is another, or that there should be more behind it. */
  private static Verification end(Ends ends, Head last, Optional<Head> noted) {
    if (ends.last() > last.number()) {
      return found(ends, last.number() + 1, Optional.of(Kind.OUT_OF_ORDER));
    } else if (!last.hash().equals(ends.head().hash())) {
      return found(ends, last.number(), Optional.of(Kind.REPLACED));
    } else if (noted.filter(head -> head.number() > last.number()).isPresent()) {
      return found(ends, last.number() + 1, Optional.of(Kind.MISSING));
    }
    return new Verification(ends.head(), Optional.empty());
  }

  private static Verification found(Ends ends, long number, Optional<Kind> kind) {
    return new Verification(ends.head(), kind.map(how -> new Fault(number, how)));
  }
}
