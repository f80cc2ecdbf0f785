package org.zhili.core.plugin;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who is in use at one moment, by SPI; immutable, so that readers need no lock. */
final class Roster {
  static final Roster EMPTY = new Roster(Map.of());

  /** The better claim to an id first: the higher ranking, then the newer version. */
  private static final Comparator<PluginIdentity> CLAIM =
      Comparator.comparingInt(PluginIdentity::ranking)
          .thenComparing(PluginIdentity::version, new VersionOrder())
          .reversed();

  private static final Comparator<PluginIdentity> ORDER =
      Comparator.comparingInt(PluginIdentity::ranking).reversed().thenComparing(PluginIdentity::id);

  private final Map<Class<?>, Chosen> chosen;

  private Roster(Map<Class<?>, Chosen> chosen) {
    this.chosen = chosen;
  }

  /** Choose who is in use among all that were brought, in the order they came. */
  static Roster of(List<Place<?>> all) {
    Map<Class<?>, Map<String, Place<?>>> best = new HashMap<>();
    for (Place<?> place : all) {
      if (place.guarded().isPresent()) {
        best.computeIfAbsent(place.spi(), spi -> new HashMap<>())
            .merge(place.identity().id(), place, Roster::better);
      }
    }
    Map<Class<?>, Chosen> chosen = new HashMap<>();
    best.forEach((spi, byId) -> chosen.put(spi, Chosen.of(byId)));
    return new Roster(chosen);
  }

  private static Place<?> better(Place<?> holder, Place<?> comer) {
    return CLAIM.compare(comer.identity(), holder.identity()) < 0 ? comer : holder;
  }

  @SuppressWarnings("unchecked") // the place of a Class<P> has a Guarded<P>
  <P> List<Guarded<P>> of(Class<P> spi) {
    return (List<Guarded<P>>) (List<?>) chosen(spi).guarded();
  }

  @SuppressWarnings("unchecked") // it was filed under its own Class<P>
  <P> List<Place<P>> places(Class<P> spi) {
    return (List<Place<P>>) (List<?>) chosen(spi).places();
  }

  <P> Optional<Guarded<P>> named(Class<P> spi, String id) {
    return of(spi).stream().filter(one -> one.identity().id().equals(id)).findFirst();
  }

  boolean isInUse(Place<?> place) {
    return chosen(place.spi()).places().contains(place);
  }

  /** Whether another of the same id is in use only because it came first. */
  boolean isTied(Place<?> place) {
    return place.guarded().isPresent()
        && !isInUse(place)
        && chosen(place.spi()).places().stream()
            .map(Place::identity)
            .filter(other -> other.id().equals(place.identity().id()))
            .anyMatch(other -> CLAIM.compare(other, place.identity()) == 0);
  }

  private Chosen chosen(Class<?> spi) {
    return chosen.getOrDefault(spi, Chosen.NOBODY);
  }

  private record Chosen(List<Place<?>> places, List<Guarded<?>> guarded) {
    static final Chosen NOBODY = new Chosen(List.of(), List.of());

    static Chosen of(Map<String, Place<?>> byId) {
      List<Place<?>> places = new ArrayList<>(byId.values());
      places.sort(Comparator.comparing(Place::identity, ORDER));
      List<Guarded<?>> guarded = new ArrayList<>();
      places.forEach(place -> place.guarded().ifPresent(guarded::add));
      return new Chosen(List.copyOf(places), List.copyOf(guarded));
    }
  }
}
