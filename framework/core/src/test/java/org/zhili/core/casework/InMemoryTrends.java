package org.zhili.core.casework;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.zhili.casework.CaseFile;
import org.zhili.casework.Standing;

/** How cases come and go, without a database. */
final class InMemoryTrends {
  private InMemoryTrends() {}

  private record Key(String name, Optional<String> filing) {}

  static List<CaseTrends.Count> reported(
      Collection<CaseFile> all, CaseTrends.By by, CaseTrends.Stretch stretch, CaseTrends.Of of) {
    Map<Key, long[]> counts = new LinkedHashMap<>();
    of(all, of)
        .filter(file -> within(file.report().reportedAt(), stretch.before(), stretch.until()))
        .filter(file -> !CaseTrends.NONE.contains(file.standing()))
        .forEach(
            file ->
                counts
                    .computeIfAbsent(key(file, by), key -> new long[2])[
                    file.report().reportedAt().isBefore(stretch.from()) ? 1 : 0]++);
    return counts.entrySet().stream()
        .map(
            e ->
                new CaseTrends.Count(
                    e.getKey().name(), e.getKey().filing(), e.getValue()[0], e.getValue()[1]))
        .toList();
  }

  private static Key key(CaseFile file, CaseTrends.By by) {
    return by == CaseTrends.By.AREA
        ? new Key(file.report().area().value(), Optional.empty())
        : new Key(file.type().id(), file.filing());
  }

  static CaseTrends.Flow flow(
      Collection<CaseFile> all, Instant from, Instant until, CaseTrends.Of of) {
    return new CaseTrends.Flow(
        of(all, of)
            .filter(file -> !CaseTrends.NONE.contains(file.standing()))
            .filter(file -> within(file.report().reportedAt(), from, until))
            .count(),
        of(all, of)
            .filter(file -> file.standing() == Standing.CLOSED)
            .filter(file -> file.closedAt().filter(at -> within(at, from, until)).isPresent())
            .count());
  }

  private static Stream<CaseFile> of(Collection<CaseFile> all, CaseTrends.Of of) {
    return all.stream()
        .filter(file -> of.areas().isEmpty() || of.areas().contains(file.report().area()))
        .filter(
            file ->
                of.units().isEmpty() || of.units().stream().anyMatch(file.assignment()::involves));
  }

  private static boolean within(Instant at, Instant from, Instant until) {
    return !at.isBefore(from) && at.isBefore(until);
  }
}
