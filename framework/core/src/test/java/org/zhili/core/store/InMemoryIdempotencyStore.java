package org.zhili.core.store;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Answers in memory, under the promises of the port. */
public final class InMemoryIdempotencyStore implements IdempotencyStore {
  private final InMemoryTransactions transactions;
  private final InMemoryTable<String, Answered> answers;

  public InMemoryIdempotencyStore(InMemoryTransactions transactions) {
    this.transactions = transactions;
    this.answers = new InMemoryTable<>(transactions);
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
    return transactions.run(
        () -> {
          List<String> old =
              answers.read(
                  rows ->
                      rows.entrySet().stream()
                          .filter(row -> row.getValue().at().isBefore(before))
                          .map(Map.Entry::getKey)
                          .limit(limit)
                          .toList());
          old.forEach(answers::remove);
          return old.size();
        });
  }
}
