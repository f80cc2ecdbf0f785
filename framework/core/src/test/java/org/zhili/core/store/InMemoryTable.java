package org.zhili.core.store;

import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * A table that is written in transactions; a write outside one is a transaction by itself.
 *
 * @param <K> the primary key, which rows are ordered by
 */
public final class InMemoryTable<K extends Comparable<? super K>, V> {
  private final InMemoryTransactions transactions;
  private final TreeMap<K, V> rows = new TreeMap<>();

  public InMemoryTable(InMemoryTransactions transactions) {
    this.transactions = transactions;
  }

  /** Look at the rows while nobody writes; what is answered must not be a view of them. */
  public <T> T read(Function<NavigableMap<K, V>, T> look) {
    return transactions.read(() -> look.apply(rows));
  }

  public Optional<V> get(K key) {
    return read(all -> Optional.ofNullable(all.get(key)));
  }

  /** All rows, by key. */
  public List<V> all() {
    return read(all -> List.copyOf(all.values()));
  }

  /** Write a row; one with the same key is replaced. */
  public void put(K key, V row) {
    transactions.run(
        () -> {
          V before = rows.put(key, row);
          transactions.onRollback(() -> restore(key, Optional.ofNullable(before)));
        });
  }

  /** Write a row; false when there is one with the same key. */
  public boolean add(K key, V row) {
    return transactions.run(
        () -> {
          boolean free = !rows.containsKey(key);
          if (free) {
            put(key, row);
          }
          return free;
        });
  }

  /** Delete a row; false when there is none. */
  public boolean remove(K key) {
    return transactions.run(
        () -> {
          Optional<V> before = Optional.ofNullable(rows.remove(key));
          before.ifPresent(row -> transactions.onRollback(() -> rows.put(key, row)));
          return before.isPresent();
        });
  }

  private void restore(K key, Optional<V> before) {
    before.ifPresentOrElse(row -> rows.put(key, row), () -> rows.remove(key));
  }
}
