package org.zhili.tck.internal.town;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Chance that falls the same way in every run. */
final class Dice {
  private final Random random;

  Dice(long seed) {
    random = new Random(seed);
  }

  /** From 0 on, less than the bound. */
  int below(int bound) {
    return random.nextInt(bound);
  }

  boolean chance(int percent) {
    return below(100) < percent;
  }

  <T> T one(List<T> of) {
    return of.get(below(of.size()));
  }

  <T> Optional<T> maybe(int percent, Supplier<T> value) {
    return chance(percent) ? Optional.of(value.get()) : Optional.empty();
  }

  /** Each of them with this chance. */
  <T> Set<T> some(int percent, List<T> of) {
    return of.stream().filter(each -> chance(percent)).collect(Collectors.toSet());
  }

  Instant after(Instant start, Duration most) {
    return start.plusSeconds(below(Math.toIntExact(most.toSeconds())));
  }

  UUID uuid() {
    return new UUID(random.nextLong(), random.nextLong());
  }
}
