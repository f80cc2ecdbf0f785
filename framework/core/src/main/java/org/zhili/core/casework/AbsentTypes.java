package org.zhili.core.casework;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.zhili.casework.Actor;
import org.zhili.casework.CaseAction;
import org.zhili.casework.CaseFile;
import org.zhili.core.store.Transactions;
import org.zhili.core.timer.Missing;
import org.zhili.core.timer.NewTimer;
import org.zhili.core.timer.TimerClaim;
import org.zhili.core.timer.TimerHandler.Effect;
import org.zhili.core.timer.TimerStore;

/**
 * Halts unfinished cases while nobody brings their type, and lets them go on when somebody does.
 *
 * <p>Every node says in the database which types its modules bring, over and over; a type is away
 * when no node has said so for a while, the grace. So neither a swap nor a restart is an absence,
 * and no node halts what another lets go on. Cases are halted from the moment their type was seen
 * last, page by page, each page together with the timer of the next one: a town that is killed goes
 * on where it was. While a page is written, nothing is said about its type.
 *
 * <p>Thread-safe.
 */
public final class AbsentTypes {
  public static final String HALT = "halt-cases";
  public static final String GO_ON = "go-on-cases";

  /**
   * How long a type may be away before its cases are halted, in real time, unless told otherwise.
   */
  public static final Duration GRACE = Duration.ofMinutes(5);

  /** How often {@link #watch} is to be called, in real time, unless the grace is short. */
  public static final Duration WATCHED = Duration.ofSeconds(20);

  /** At every so many watches, new cases of what is away are looked for. */
  private static final long LOOKED_AGAIN = GRACE.dividedBy(WATCHED);

  /** So many times at least something is watched until the grace is over. */
  private static final long PATIENCE = GRACE.dividedBy(WATCHED);

  private static final String NEWEST = " newest";
  private static final int PAGE = 100;
  private static final Actor WATCH = Actor.system("modules");

  private final Desk desk;
  private final Books books;
  private final InstantSource clock;
  private final Duration grace;
  private Set<String> ofModules = Set.of();
  private volatile Set<String> ofCity = Set.of();
  private Set<String> missed = Set.of();
  private long calm;

  /** Where cases, their types and the work to be done are kept. */
  public record Books(
      Transactions transactions, CaseStore cases, CaseTypeStore types, TimerStore timers) {}

  /**
   * Cases of these books.
   *
   * @param grace how long a type may be away before its cases are halted, in real time; the same on
   *     all nodes
   */
  public AbsentTypes(Desk desk, Books books, InstantSource clock, Duration grace) {
    this.desk = desk;
    this.books = books;
    this.clock = clock;
    this.grace = grace;
  }

  /** How often {@link #watch} is to be called, in real time. */
  public Duration pace() {
    Duration pace = grace.dividedBy(PATIENCE);
    return pace.compareTo(WATCHED) < 0 ? pace : WATCHED;
  }

  private long patience() {
    return grace.dividedBy(pace());
  }

  /**
   * Take note of who is here on this node.
   *
   * @param byModules ids of the types that modules bring
   * @param byCity ids of those in the city's own pack; what the pack says of a type that a module
   *     once brought does not make up for the module
   */
  public synchronized void note(Set<String> byModules, Set<String> byCity) {
    Set<String> left = minus(ofModules, byModules);
    Set<String> come = minus(byModules, ofModules);
    come.addAll(minus(byCity, ofCity));
    ofModules = Set.copyOf(byModules);
    ofCity = Set.copyOf(byCity);
    books.transactions().run(() -> tell(left, come));
  }

  private void tell(Set<String> left, Set<String> come) {
    Instant now = clock.instant();
    books.types().here(ofModules, now, grace);
    books.types().notHere(left, now);
    come.stream()
        .filter(type -> !isAway(type, books.types()::presence))
        .forEach(type -> later(GO_ON, type));
  }

  private static Set<String> minus(Set<String> some, Set<String> others) {
    Set<String> left = new HashSet<>(some);
    left.removeAll(others);
    return left;
  }

  /** This node leaves, and its modules with it. */
  public synchronized void leave() {
    books.types().notHere(ofModules, clock.instant());
    ofModules = Set.of();
  }

  /**
   * Say again what is here, and begin to halt the cases of what is away. To be called over and over
   * on every node.
   *
   * <p>A node that just started, or could not reach the database, halts nothing for a while: others
   * may not have been able to say what they have.
   */
  public synchronized void watch() {
    long before = calm;
    calm = 0;
    books.types().here(ofModules, clock.instant(), grace);
    calm = before + 1;
    if (calm > patience()) {
      look();
    }
  }

  private void look() {
    Set<String> unfinished = books.transactions().read(books.cases()::unfinishedTypes);
    Set<String> away =
        unfinished.stream()
            .filter(type -> isAway(type, books.types()::presence))
            .collect(Collectors.toUnmodifiableSet());
    boolean again = calm % LOOKED_AGAIN == 0; // new cases may come by the city's own version
    away.stream()
        .filter(type -> again || !missed.contains(type))
        .forEach(type -> books.transactions().run(() -> miss(type)));
    minus(missed, away).forEach(type -> later(GO_ON, type));
    missed = away;
  }

  private void miss(String type) {
    if (books.types().presence(type).isEmpty()) {
      books.types().notHere(Set.of(type), clock.instant());
    }
    later(HALT, type);
    later(GO_ON, type);
  }

  private void later(String kind, String type) {
    books.timers().ensure(NewTimer.of(kind, type + NEWEST, clock.instant()));
  }

  private boolean isAway(String type, Function<String, Optional<TypePresence>> look) {
    return look.apply(type)
        .filter(known -> known.byModule() || !ofCity.contains(type))
        .map(known -> !known.here())
        .orElse(!ofCity.contains(type));
  }

  /** Halt a page of cases, unless their type is back. */
  public Effect halt(TimerClaim claim) {
    return () -> {
      String type = type(claim);
      if (isAway(type, books.types()::presenceHeld)) {
        Instant seen =
            books.types().presence(type).map(TypePresence::seenAt).orElse(clock.instant());
        page(claim, file -> !file.halted(), file -> new CaseAction.Halt(type, since(file, seen)));
        later(GO_ON, type);
      }
    };
  }

  /** A case may have been opened by the city's own version of the type meanwhile. */
  private static Instant since(CaseFile file, Instant seen) {
    Instant reported = file.report().reportedAt();
    return seen.isBefore(reported) ? reported : seen;
  }

  /** Let a page of cases go on; waits until their type is back. */
  public Effect goOn(TimerClaim claim) {
    String type = type(claim);
    if (isAway(type, books.types()::presence)) {
      return Effect.notYet(Missing.Part.HALTED_TYPE, type);
    }
    return () -> {
      if (isAway(type, books.types()::presenceHeld)) {
        books.timers().add(NewTimer.of(GO_ON, claim.key(), clock.instant()));
      } else {
        page(claim, CaseFile::halted, file -> new CaseAction.GoOn(type));
      }
    };
  }

  private void page(
      TimerClaim claim, Predicate<CaseFile> concerned, Function<CaseFile, CaseAction> action) {
    String type = type(claim);
    Optional<String> after =
        Optional.of(claim.key().substring(type.length())).filter(at -> !at.equals(NEWEST));
    List<CaseFile> page = books.cases().unfinished(type, after.map(String::strip), PAGE);
    page.stream()
        .filter(concerned)
        .forEach(
            file ->
                desk.act(file.id(), action.apply(file), WATCH, OptionalLong.of(file.version())));
    if (page.size() == PAGE) {
      String last = page.get(PAGE - 1).number();
      books.timers().add(NewTimer.of(claim.kind(), type + " " + last, clock.instant()));
    }
  }

  /** The first word of the key; behind it is the number of the case to go on after. */
  private static String type(TimerClaim claim) {
    return claim.key().substring(0, claim.key().indexOf(' '));
  }
}
