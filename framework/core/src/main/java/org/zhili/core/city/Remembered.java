package org.zhili.core.city;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a register answered, until it is forgotten. Thread-safe: an answer that was read before
 * something was forgotten is not remembered after that, as it may be out of date.
 */
final class Remembered<K, V> {
  private final int most;
  private final Map<K, Optional<V>> answers = new ConcurrentHashMap<>();
  private long forgotten;

  /** Remember so many answers at most. */
  Remembered(int most) {
    this.most = most;
  }

  /** The answer, unless it is to be read. */
  Optional<Optional<V>> get(K key) {
    return Optional.ofNullable(answers.get(key));
  }

  /** Those that are to be read. */
  Set<K> unread(Stream<K> keys) {
    return keys.filter(key -> !answers.containsKey(key)).collect(Collectors.toSet());
  }

  /** How often something was forgotten; to be asked before reading. */
  synchronized long forgotten() {
    return forgotten;
  }

  /** Remember what was read, unless more was forgotten since. */
  synchronized void remember(Map<K, Optional<V>> read, long forgottenThen) {
    if (forgotten != forgottenThen) {
      return;
    }
    if (answers.size() + read.size() > most) {
      answers.clear();
    }
    answers.putAll(read);
  }

  synchronized void forget(K key) {
    forgotten++;
    answers.remove(key);
  }

  synchronized void forget() {
    forgotten++;
    answers.clear();
  }
}
