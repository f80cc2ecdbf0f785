package org.zhili.osgi.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.osgi.framework.Bundle;
import org.zhili.core.shelf.JarFacts;
import org.zhili.core.shelf.JarSource.Found;
import org.zhili.core.shelf.Kept;
import org.zhili.core.shelf.Outcome;
import org.zhili.core.shelf.ShelfBook;
import org.zhili.core.shelf.ShelfWords;
import org.zhili.core.shelf.Shelved;
import org.zhili.osgi.internal.Trial.Candidate;
import org.zhili.text.Wording;

/** Puts versions of plug-ins in their places, and takes them out. One thread at a time. */
final class Placement {
  private final ShelfBook book;
  private final Scrutiny scrutiny;
  private final Exchange exchange;
  private final InstantSource clock;
  private final TownBundles bundles;
  private final Standings standings;
  private long changes;

  Placement(ShelfBook book, Scrutiny scrutiny, Exchange exchange, InstantSource clock) {
    this.book = book;
    this.scrutiny = scrutiny;
    this.exchange = exchange;
    this.clock = clock;
    bundles = exchange.bundles();
    standings = exchange.standings();
  }

  /** How often the shelf has changed. */
  long changes() {
    return changes;
  }

  /** Somebody on the way in. */
  private record Arrival(Candidate candidate, Shelved next, Wording done) {}

  /** Put in what was found, all of it or nothing; what is here already is left as it is. */
  Outcome put(List<Found> found, String source, boolean mustBeHere) throws IOException {
    List<Found> news = found.stream().filter(one -> !isHere(one.facts())).toList();
    if (news.isEmpty()) {
      return hereAlready(facts(found));
    }
    if (mustBeHere && news.stream().noneMatch(one -> isHere(one.facts().name()))) {
      return new Outcome.Refused(
          List.of(ShelfWords.say("update-what", news.get(0).facts().name())));
    }
    return put(news, List.of(), source);
  }

  /**
   * Put in what is new, and what was here before, all of it or nothing.
   *
   * @param back lies again in the file of the version in use
   */
  Outcome put(List<Found> news, List<Found> back, String source) throws IOException {
    if (news.isEmpty() && back.isEmpty()) {
      return new Outcome.Done(List.of());
    }
    Scrutiny.Verdict verdict = scrutiny.of(facts(news), facts(back));
    if (!verdict.objections().isEmpty()) {
      return new Outcome.Refused(verdict.objections());
    }
    List<Arrival> arrivals = new ArrayList<>();
    news.forEach(one -> arrivals.add(arrival(one, source)));
    back.forEach(one -> arrivals.add(comingBack(one)));
    return exchange(arrivals, verdict.warnings());
  }

  private static List<JarFacts> facts(List<Found> found) {
    return found.stream().map(Found::facts).toList();
  }

  /** In some version, whether it runs or is kept out. */
  private boolean isHere(String name) {
    return version(name).isPresent() || book.find(name).isPresent();
  }

  private boolean isHere(JarFacts jar) {
    return book.find(jar.name())
        .filter(shelved -> shelved.current().sha256().equals(jar.sha256()))
        .isPresent();
  }

  /** What is here but does not run is started, if it may be. */
  private Outcome hereAlready(List<JarFacts> jars) throws IOException {
    List<Wording> faults = new ArrayList<>();
    for (JarFacts jar : jars) {
      Shelved shelved = book.find(jar.name()).orElseThrow();
      if (bundles.find(shelved).filter(TownBundles::isActive).isEmpty()) {
        faults.addAll(start(shelved));
      }
    }
    return faults.isEmpty()
        ? new Outcome.Done(
            jars.stream()
                .map(jar -> ShelfWords.say("here-already", jar.name(), jar.version()))
                .toList())
        : new Outcome.Refused(faults);
  }

  private Arrival arrival(Found found, String source) {
    JarFacts jar = found.facts();
    Instant now = clock.instant();
    Optional<String> was = version(jar.name());
    Shelved next =
        book.find(jar.name())
            .map(old -> old.followedBy(jar, source, now))
            .orElseGet(() -> Shelved.first(jar, source, now));
    Wording done =
        was.map(version -> ShelfWords.say("updated", jar.name(), jar.version(), version))
            .orElseGet(() -> ShelfWords.say("installed", jar.name(), jar.version()));
    Path kept = book.add(jar, found.file());
    return new Arrival(new Candidate(jar, kept, TownBundles.location(jar), false), next, done);
  }

  /** It was put in the place of the file of the one in use. */
  private Arrival comingBack(Found found) {
    JarFacts jar = found.facts();
    Shelved now = book.find(jar.name()).orElseThrow();
    Shelved next = now.putBack(clock.instant());
    Path kept = book.add(jar, found.file());
    return new Arrival(
        new Candidate(jar, kept, TownBundles.location(jar), true), next, rolledBack(now, next));
  }

  private static Wording rolledBack(Shelved from, Shelved to) {
    String version = to.current().version();
    return ShelfWords.say("rolled-back", from.name(), version, from.current().version());
  }

  /** The version of what runs under this name now. */
  private Optional<String> version(String name) {
    return bundles.named(name).stream()
        .filter(TownBundles::isActive)
        .map(bundle -> bundle.getVersion().toString())
        .findFirst();
  }

  private Outcome exchange(List<Arrival> arrivals, List<Wording> warnings) {
    List<Wording> faults =
        exchange.make(
            arrivals.stream().map(Arrival::candidate).toList(),
            () -> arrivals.forEach(arrival -> book.write(arrival.next())));
    arrivals.forEach(arrival -> book.tidy(arrival.next().name()));
    if (!faults.isEmpty()) {
      return new Outcome.Refused(faults);
    }
    changes++;
    List<Wording> said = new ArrayList<>();
    for (Arrival arrival : arrivals) {
      said.add(arrival.done());
      said.addAll(standings.sentences(arrival.next()));
      if (arrival.candidate().facts().hasTables()) {
        said.add(ShelfWords.say("tables"));
      }
    }
    said.addAll(warnings);
    return new Outcome.Done(said);
  }

  /** Take a plug-in out; one that came with the town takes over again. */
  Outcome takeOut(Shelved shelved) {
    changes++;
    Set<String> types = new TreeSet<>(standings.caseTypes());
    bundles.bringBack(shelved.name());
    book.remove(shelved.name());
    bundles.named(shelved.name()).stream().filter(TownBundles::isOnShelf).forEach(bundles::dismiss);
    types.removeAll(standings.caseTypes());
    List<Wording> said = new ArrayList<>();
    said.add(ShelfWords.say("removed", shelved.name(), shelved.current().version()));
    if (!types.isEmpty()) {
      said.add(ShelfWords.say("leaves-cases", String.join(", ", types)));
    }
    return new Outcome.Done(said);
  }

  /** Go back to the version before. */
  Outcome goBack(Shelved shelved) throws IOException {
    Optional<Kept> before = shelved.before();
    if (before.isEmpty()) {
      return new Outcome.Refused(List.of(ShelfWords.say("nothing-before", shelved.name())));
    }
    Shelved to = shelved.backTo(before.get(), clock.instant());
    return fromShelf(to, rolledBack(shelved, to));
  }

  /** Put in a version whose jar is on the shelf, if it may still be put in. */
  private Outcome fromShelf(Shelved next, Wording done) throws IOException {
    Scrutiny.Anew judged = scrutiny.anew(next);
    if (judged.fit().isEmpty()) {
      return new Outcome.Refused(judged.objections());
    }
    JarFacts facts = judged.fit().get();
    Path jar = book.jar(next.name(), next.current());
    Candidate candidate = new Candidate(facts, jar, TownBundles.location(facts), true);
    return exchange(List.of(new Arrival(candidate, next, done)), List.of());
  }

  /** Stop what runs and whose vendor is trusted no more; why, a sentence each. */
  List<Wording> stopIfDistrusted(Shelved shelved) {
    Optional<Bundle> running = bundles.find(shelved).filter(TownBundles::isActive);
    List<Wording> why = running.isPresent() ? scrutiny.distrust(shelved) : List.of();
    if (!why.isEmpty()) {
      running.ifPresent(bundles::stop);
    }
    return why;
  }

  /** Start what is on the shelf, if it may still run; why not, a sentence each. */
  List<Wording> start(Shelved shelved) throws IOException {
    Optional<Bundle> bundle = bundles.find(shelved);
    if (bundle.isEmpty()) {
      Wording done = ShelfWords.say("installed", shelved.name(), shelved.current().version());
      Outcome outcome = fromShelf(shelved, done);
      return outcome instanceof Outcome.Refused refused ? refused.sentences() : List.of();
    }
    Scrutiny.Anew judged = scrutiny.anew(shelved);
    if (judged.fit().isEmpty()) {
      bundles.stop(bundle.get());
      return judged.objections();
    }
    Optional<Wording> fault = bundles.start(bundle.get());
    if (fault.isEmpty()) {
      exchange.others(bundle.get()).forEach(bundles::dismiss);
    }
    return fault.stream().toList();
  }
}
