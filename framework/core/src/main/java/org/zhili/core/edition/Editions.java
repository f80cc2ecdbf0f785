package org.zhili.core.edition;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.zhili.casework.CaseType;
import org.zhili.core.store.StoreConflict;
import org.zhili.core.store.Transactions;
import org.zhili.rules.CityPack;

/**
 * What was published, and lays it over what the city pack says.
 *
 * <p>Of each part the latest edition counts whose day has come. One of the calendar or of the
 * catalogue holds for as long as the pack says the same as when it was published: a file that was
 * changed since is newer. Of a case type the highest version holds, wherever it comes from.
 *
 * <p>Thread-safe.
 */
public final class Editions {
  private final Transactions transactions;
  private final EditionStore store;
  private final InstantSource clock;
  private volatile CityPack pack;
  private volatile List<Edition> laid = List.of();

  public Editions(
      Transactions transactions, EditionStore store, InstantSource clock, CityPack pack) {
    this.transactions = transactions;
    this.store = store;
    this.clock = clock;
    this.pack = pack;
  }

  /**
   * How a part stands, to notice what others published meanwhile.
   *
   * @param latest number of the edition published last; 0 for none
   * @param under print of what the city pack says
   */
  public record State(String part, int latest, String under) {}

  /** Since when, why and by whom. */
  public record Terms(LocalDate from, String reason, String by) {}

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

  /** Take another pack; answers it with what is in force today laid over it. */
  public CityPack over(CityPack other) {
    pack = other;
    return lay();
  }

  /** The same for the pack that was taken last, when other editions are in force by now. */
  public Optional<CityPack> changed() {
    return inForce(today()).equals(laid) ? Optional.empty() : Optional.of(lay());
  }

  private CityPack lay() {
    CityPack under = pack;
    List<Edition> now = inForce(today());
    CityPack whole = Overlay.of(under, now, now.stream().map(this::content).toList());
    laid = now;
    return whole;
  }

  /** Today, in the city's zone. */
  public LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), pack.rules().zone());
  }

  /** All editions of a part, oldest first, also those the pack has overtaken. */
  public List<Edition> of(String part) {
    return transactions.read(store::editions).stream()
        .filter(edition -> edition.part().equals(part))
        .toList();
  }

  public Content content(Edition edition) {
    return transactions
        .read(() -> store.content(edition.part(), edition.number()))
        .orElseThrow(() -> new IllegalStateException(edition + " has no content"));
  }

  /** The edition of a part that holds on a day; empty where only the pack or a module says it. */
  public Optional<Edition> on(LocalDate day, String part) {
    return inForce(day).stream().filter(edition -> edition.part().equals(part)).findFirst();
  }

  /** What the pack says of a part; of a case type only one that the city brings. */
  public Optional<Content> underneath(String part) {
    return Overlay.part(pack, part);
  }

  /** Whether the pack still says what it said when this was published. */
  public boolean holds(Edition edition) {
    return edition.over().equals(under(edition.part()));
  }

  public State state(String part) {
    int latest = of(part).stream().mapToInt(Edition::number).max().orElse(0);
    return new State(part, latest, under(part));
  }

  /** Of a case type nothing: there the version decides. */
  private String under(String part) {
    return underneath(part)
        .filter(content -> !(content instanceof Content.Type))
        .map(Content::print)
        .orElse("");
  }

  /**
   * Publish an edition; it is in force once somebody has asked what {@link #changed()}.
   *
   * @param seen what {@link #state} answered when the change was begun
   * @param before what is in force on that day if nothing is published
   * @return what stands against it; empty when it is published
   */
  public Optional<Refusal> publish(State seen, Content content, Content before, Terms terms) {
    if (terms.from().isBefore(today())) {
      return Optional.of(Refusal.BACKDATED);
    }
    List<Edition> others = of(content.part()).stream().filter(this::holds).toList();
    if (others.stream().anyMatch(other -> other.from().isAfter(terms.from()))) {
      return Optional.of(Refusal.BEFORE_ANOTHER);
    }
    if (content.print().equals(before.print())) {
      return Optional.of(Refusal.NOTHING_NEW);
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

  /** Of each part the latest whose day has come, by part. */
  private List<Edition> inForce(LocalDate day) {
    Collection<Edition> latest =
        transactions.read(store::editions).stream()
            .filter(edition -> !edition.from().isAfter(day) && holds(edition))
            .collect(
                Collectors.toMap(
                    Edition::part,
                    Function.identity(),
                    BinaryOperator.maxBy(Comparator.comparingInt(Edition::number))))
            .values();
    return latest.stream().sorted(Comparator.comparing(Edition::part)).toList();
  }
}
