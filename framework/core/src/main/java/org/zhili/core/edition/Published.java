package org.zhili.core.edition;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.zhili.rules.CityPack;

/** All that was published, and all that overtook it, at one moment. */
record Published(List<Edition> editions, List<PackChange> changes) {
  private static final Comparator<Edition> BEGUN =
      Comparator.comparing(Edition::from).thenComparing(Edition::number);

  Published {
    editions = List.copyOf(editions);
    changes = List.copyOf(changes);
  }

  /** Joins the transaction of its caller. */
  static Published in(EditionStore store) {
    return new Published(store.editions(), store.changes());
  }

  /** The editions of a part, oldest first. */
  List<Edition> of(String part) {
    return editions.stream().filter(edition -> edition.part().equals(part)).toList();
  }

  /** How things stand with a part. */
  Editions.State state(CityPack under, String part) {
    int latest = of(part).stream().mapToInt(Edition::number).max().orElse(0);
    return new Editions.State(part, latest, noted(part).size(), says(under, part));
  }

  /** The file says what it said then, and said nothing else since. */
  boolean holds(CityPack under, Edition edition) {
    return edition.over().equals(says(under, edition.part()))
        && noted(edition.part()).stream().noneMatch(change -> change.after() >= edition.number());
  }

  /** Of each part the edition that counts on a day, by part. */
  List<Edition> inForce(CityPack under, LocalDate day) {
    TreeSet<String> parts = new TreeSet<>();
    editions.forEach(edition -> parts.add(edition.part()));
    return parts.stream().flatMap(part -> inForce(under, part, day).stream()).toList();
  }

  Optional<Edition> inForce(CityPack under, String part, LocalDate day) {
    return of(part).stream()
        .filter(edition -> !edition.from().isAfter(day) && holds(under, edition))
        .max(BEGUN);
  }

  /** That a pack says something else than what was known last; nothing until one is published. */
  Optional<PackChange> change(CityPack pack, String part, Instant at) {
    List<PackChange> noted = noted(part);
    String says = says(pack, part);
    return of(part).stream()
        .max(Comparator.comparingInt(Edition::number))
        .filter(last -> !known(last, noted).equals(says))
        .map(last -> new PackChange(part, noted.size() + 1, says, last.number(), at));
  }

  private static String known(Edition last, List<PackChange> noted) {
    return noted.stream()
        .filter(change -> change.after() >= last.number())
        .max(Comparator.comparingInt(PackChange::number))
        .map(PackChange::says)
        .orElse(last.over());
  }

  private List<PackChange> noted(String part) {
    return changes.stream().filter(change -> change.part().equals(part)).toList();
  }

  /** Of a case type nothing: there the version decides. */
  private static String says(CityPack pack, String part) {
    return Overlay.part(pack, part)
        .filter(content -> !(content instanceof Content.Type))
        .map(Content::print)
        .orElse("");
  }
}
