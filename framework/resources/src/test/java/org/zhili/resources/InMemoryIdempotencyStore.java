package org.zhili.resources;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zhili.core.store.IdempotencyStore;
import org.zhili.core.store.StoreConflict;

/** Answers in memory, so many of them; the oldest go first. */
public final class InMemoryIdempotencyStore implements IdempotencyStore {
  private final Map<String, Answered> answers = new LinkedHashMap<>();
  private final int most;

  public InMemoryIdempotencyStore(int most) {
    this.most = most;
  }

  @Override
  public synchronized Optional<Answered> find(String key) {
    return Optional.ofNullable(answers.get(key));
  }

  @Override
  public synchronized void remember(String key, Answered answered) {
    if (answers.putIfAbsent(key, answered) != null) {
      throw new StoreConflict("answered already: " + key);
    }
    if (answers.size() > most) {
      answers.remove(answers.keySet().iterator().next());
    }
  }

  @Override
  public synchronized int forget(Instant before, int limit) {
    List<String> old =
        answers.entrySet().stream()
            .filter(answered -> answered.getValue().at().isBefore(before))
            .limit(limit)
            .map(Map.Entry::getKey)
            .toList();
    old.forEach(answers::remove);
    return old.size();
  }
}
