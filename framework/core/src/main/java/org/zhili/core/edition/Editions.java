package org.zhili.core.edition;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.zhili.casework.CaseType;
import org.zhili.core.store.StoreConflict;
import org.zhili.core.store.Transactions;
import org.zhili.rules.CityPack;

/**
 * What was published, and lays it over what the city pack says.
 *
 * <p>Of each part the edition counts that began last of those whose day has come. Those of the
 * calendar or of the catalogue hold until the file of the pack is changed: that is newer, also when
 * the old file comes back later. Changes are noted in the order they happened. Of a case type the
 * highest version holds, wherever it comes from.
 *
 * <p>Thread-safe.
 */
public final class Editions {
  private final Transactions transactions;
  private final EditionStore store;
  private final InstantSource clock;
  private final Function<String, Optional<CaseType>> types;
  private volatile CityPack pack;
  private volatile List<Edition> laid = List.of();
  private volatile boolean settled = true;

  /**
   * Editions over a pack.
   *
   * @param types the case type of an id that is in force, wherever it comes from
   */
  public Editions(
      Transactions transactions,
      EditionStore store,
      InstantSource clock,
      Function<String, Optional<CaseType>> types,
      CityPack pack) {
    this.transactions = transactions;
    this.store = store;
    this.clock = clock;
    this.types = types;
    this.pack = pack;
  }

  /**
   * How a part stands, to notice what others published meanwhile.
   *
   * @param latest number of the edition published last; 0 for none
   * @param changes how often the file of the pack overtook what was published
   * @param under print of what the city pack says
   */
  public record State(String part, int latest, int changes, String under) {}

  /**
   * Since when, why and by whom.
   *
   * @param ahead whether it may come before one that waits, which then follows it on its own day
   */
  public record Terms(LocalDate from, String reason, String by, boolean ahead) {}

  /** Why something cannot be published. */
  public enum Refusal {
    /** Its day is over. */
    BACKDATED,
    /** One that waits for its day would come into force after it. */
    BEFORE_ANOTHER,
    /** It says what holds on that day anyway. */
    NOTHING_NEW,
    /** Somebody else was faster. */
    OUTRUN
  }

  /** What the first pack says, with what is in force today laid over it. */
  public CityPack open() {
    note(pack);
    List<Edition> now = published().inForce(pack, today());
    laid = now;
    return laidOver(pack, now);
  }

  /**
   * Take another pack, and put it in force with what was published laid over it. When that fails,
   * all stays as it was, and {@link #follow} puts what was there in force once more.
   */
  public void over(CityPack other, Consumer<CityPack> put) {
    settle(other, published().inForce(other, today(other)), put);
  }

  /** Put the pack in force again when other editions are by now, or when it failed before. */
  public void follow(Consumer<CityPack> put) {
    List<Edition> now = published().inForce(pack, today());
    if (!settled || !now.equals(laid)) {
      settle(pack, now, put);
    }
  }

  private void settle(CityPack under, List<Edition> now, Consumer<CityPack> put) {
    CityPack whole = laidOver(under, now);
    settled = false;
    put.accept(whole);
    pack = under;
    laid = now;
    note(under);
    settled = true;
  }

  private void note(CityPack now) {
    transactions.run(
        () -> {
          Published all = Published.in(store);
          Stream.of(Content.CALENDAR, Content.CATALOGUE)
              .flatMap(part -> all.change(now, part, clock.instant()).stream())
              .forEach(store::note);
        });
  }

  private Published published() {
    return transactions.read(() -> Published.in(store));
  }

  private CityPack laidOver(CityPack under, List<Edition> now) {
    return Overlay.of(under, now, now.stream().map(this::content).toList());
  }

  /** Today, in the city's zone. */
  public LocalDate today() {
    return today(pack);
  }

  private LocalDate today(CityPack of) {
    return LocalDate.ofInstant(clock.instant(), of.rules().zone());
  }

  /** Every part of which something was published. */
  public Set<String> parts() {
    return published().editions().stream().map(Edition::part).collect(Collectors.toSet());
  }

  /** All editions of a part, oldest first, also those the pack has overtaken. */
  public List<Edition> of(String part) {
    return published().of(part);
  }

  public Content content(Edition edition) {
    return transactions
        .read(() -> store.content(edition.part(), edition.number()))
        .orElseThrow(() -> new IllegalStateException(edition + " has no content"));
  }

  /** The edition of a part that holds on a day; empty where only the pack or a module says it. */
  public Optional<Edition> on(LocalDate day, String part) {
    return published().inForce(pack, part, day).filter(edition -> !outdone(edition));
  }

  /** The pack that was applied last, without what was published. */
  public CityPack pack() {
    return pack;
  }

  /** What the pack says of a part; of a case type only one that the city brings. */
  public Optional<Content> underneath(String part) {
    return Overlay.part(pack, part);
  }

  /** Whether neither the pack nor a module has overtaken it. */
  public boolean holds(Edition edition) {
    return published().holds(pack, edition) && !outdone(edition);
  }

  /** Whether a case type from elsewhere is in force under this version, or a higher one. */
  private boolean outdone(Edition edition) {
    Optional<CaseType> now = types.apply(edition.part());
    if (now.isEmpty() || !(content(edition) instanceof Content.Type whole)) {
      return false;
    }
    CaseType type = now.get();
    return type.version() >= whole.type().version()
        && of(type.id()).stream().map(this::content).noneMatch(one -> same(one, type));
  }

  private static boolean same(Content one, CaseType type) {
    return one instanceof Content.Type whole
        && whole.type().version() == type.version()
        && whole.print().equals(new Content.Type(type).print());
  }

  public State state(String part) {
    return published().state(pack, part);
  }

  /**
   * Publish an edition; it is in force once somebody has {@link #follow followed}.
   *
   * @param seen what {@link #state} answered when the change was begun
   * @param before what is in force on that day if nothing is published; empty for a new case type
   * @return what stands against it; empty when it is published
   */
  public Optional<Refusal> publish(
      State seen, Content content, Optional<Content> before, Terms terms) {
    if (terms.from().isBefore(today())) {
      return Optional.of(Refusal.BACKDATED);
    }
    if (!terms.ahead() && waitsAfter(terms.from(), content.part())) {
      return Optional.of(Refusal.BEFORE_ANOTHER);
    }
    if (before.filter(other -> other.print().equals(content.print())).isPresent()) {
      return Optional.of(Refusal.NOTHING_NEW);
    }
    if (!state(content.part()).equals(seen)) {
      return Optional.of(Refusal.OUTRUN);
    }
    Edition next =
        new Edition(
            content.part(),
            seen.latest() + 1,
            terms.from(),
            seen.under(),
            terms.reason(),
            terms.by(),
            clock.instant());
    try {
      transactions.run(() -> store.publish(next, content));
      return Optional.empty();
    } catch (StoreConflict e) {
      return Optional.of(Refusal.OUTRUN);
    }
  }

  private boolean waitsAfter(LocalDate day, String part) {
    return of(part).stream().anyMatch(other -> other.from().isAfter(day) && holds(other));
  }

  /**
   * A case type under the version after all there were.
   *
   * @param inForce the version that is in force, wherever it comes from
   */
  public Content.Type next(CaseType type, int inForce) {
    int version =
        of(type.id()).stream()
            .map(this::content)
            .filter(Content.Type.class::isInstance)
            .mapToInt(content -> ((Content.Type) content).type().version())
            .reduce(inForce, Math::max);
    return new Content.Type(
        new CaseType(
            type.id(),
            version + 1,
            type.name(),
            type.steps(),
            type.passages(),
            type.filings(),
            type.sides(),
            type.reopenWithin()));
  }
}
