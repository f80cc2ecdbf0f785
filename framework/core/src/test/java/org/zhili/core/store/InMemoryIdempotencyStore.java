package org.zhili.core.store;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Answers in memory, under the promises of the port. */
public final class InMemoryIdempotencyStore implements IdempotencyStore {
  private final InMemoryTransactions transactions;
  private final InMemoryTable<String, Answered> answers;
  private final InMemoryTable<String, Sealed> sealed;

  public InMemoryIdempotencyStore(InMemoryTransactions transactions) {
    this.transactions = transactions;
    this.answers = new InMemoryTable<>(transactions);
    this.sealed = new InMemoryTable<>(transactions);
  }

  @Override
  public Optional<Answered> find(String key) {
    return answers.get(key);
  }

  @Override
  public void remember(String key, Answered answered) {
    if (!answers.add(key, answered)) {
      throw new StoreConflict("answered already: " + key);
    }
  }

  @Override
  public int forget(Instant before, int limit) {
    return forget(answers, Answered::at, before, limit);
  }

  @Override
  public void seal(String key, Sealed content) {
    if (!sealed.add(key, content)) {
      throw new StoreConflict("sealed already: " + key);
    }
  }

  @Override
  public Optional<Sealed> sealed(String key) {
    return sealed.get(key);
  }

  @Override
  public int forgetSealed(Instant before, int limit) {
    return forget(sealed, Sealed::at, before, limit);
  }

  private <T> int forget(
      InMemoryTable<String, T> table, Function<T, Instant> at, Instant before, int limit) {
    return transactions.run(
        () -> {
          List<String> old =
              table.read(
                  rows ->
                      rows.entrySet().stream()
                          .filter(row -> at.apply(row.getValue()).isBefore(before))
                          .map(Map.Entry::getKey)
                          .limit(limit)
                          .toList());
          old.forEach(table::remove);
          return old.size();
        });
  }
}
