package org.zhili.core.edition;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.zhili.core.store.InMemoryTable;
import org.zhili.core.store.InMemoryTransactions;
import org.zhili.core.store.StoreConflict;

/** Editions without a database. */
public final class InMemoryEditionStore implements EditionStore {
  private record Kept(Edition edition, Content content) {}

  private final InMemoryTransactions transactions;
  private final InMemoryTable<String, Kept> kept;
  private final InMemoryTable<String, PackChange> changes;

  public InMemoryEditionStore(InMemoryTransactions transactions) {
    this.transactions = transactions;
    this.kept = new InMemoryTable<>(transactions);
    this.changes = new InMemoryTable<>(transactions);
  }

  private static String key(String part, int number) {
    return String.format(Locale.ROOT, "%s %09d", part, number);
  }

  @Override
  public List<Edition> editions() {
    return kept.all().stream().map(Kept::edition).toList();
  }

  @Override
  public Optional<Content> content(String part, int number) {
    return kept.get(key(part, number)).map(Kept::content);
  }

  @Override
  public void publish(Edition edition, Content content) {
    transactions.run(
        () -> {
          if (!kept.add(key(edition.part(), edition.number()), new Kept(edition, content))) {
            throw new StoreConflict("edition " + edition.number() + " is published already");
          }
        });
  }

  @Override
  public List<PackChange> changes() {
    return changes.all();
  }

  @Override
  public void note(PackChange change) {
    changes.add(key(change.part(), change.number()), change);
  }
}
