package org.zhili.osgi.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zhili.core.shelf.JarFacts;
import org.zhili.core.shelf.JarReader;
import org.zhili.core.shelf.JarReading;
import org.zhili.core.shelf.Kept;
import org.zhili.core.shelf.Outcome;
import org.zhili.core.shelf.PluginShelf;
import org.zhili.core.shelf.PreFlight;
import org.zhili.core.shelf.ShelfBook;
import org.zhili.core.shelf.ShelfEntry;
import org.zhili.core.shelf.ShelfWords;
import org.zhili.core.shelf.Shelved;
import org.zhili.core.shelf.Surroundings;
import org.zhili.osgi.internal.Trial.Candidate;
import org.zhili.text.Text;
import org.zhili.text.Wording;

/** The shelf in an OSGi framework: a plug-in is a bundle, and each of its versions another one. */
final class Shelf implements PluginShelf {
  private static final Logger LOG = LoggerFactory.getLogger(Shelf.class);

  /** Begins what the log tells of plug-ins that were put in. */
  private static final String TOLD = "ZL-1340";

  private final ShelfBook book;
  private final TownBundles bundles;
  private final Exchange exchange;
  private final Standings standings;
  private final Path folder;
  private final InstantSource clock;
  private final ReentrantLock lock = new ReentrantLock();

  Shelf(BundleContext context, PluginDoor door, Path folder, InstantSource clock) {
    this.folder = folder;
    this.clock = clock;
    book = new ShelfBook(folder);
    bundles = new TownBundles(context);
    standings = new Standings(door);
    exchange = new Exchange(context, door, bundles, standings);
  }

  @Override
  public Outcome install(Path source) {
    return alone(() -> put(source, false));
  }

  @Override
  public Outcome update(Path source) {
    return alone(() -> put(source, true));
  }

  @Override
  public Outcome remove(String name) {
    return alone(() -> named(name, this::takeOut));
  }

  @Override
  public Outcome rollback(String name) {
    return alone(() -> named(name, this::goBack));
  }

  private interface Change {
    Outcome make() throws IOException;
  }

  private Outcome alone(Change change) {
    lock.lock();
    try {
      return change.make();
    } catch (IOException | UncheckedIOException e) {
      LOG.error("The shelf of plug-ins cannot be changed", e);
      return refused(ShelfWords.say("disk", String.valueOf(e.getMessage())));
    } finally {
      lock.unlock();
    }
  }

  private Outcome put(Path source, boolean mustBeHere) throws IOException {
    JarReading reading = JarReader.read(source);
    if (reading instanceof JarReading.Read read) {
      return put(read.facts(), source, mustBeHere);
    }
    return new Outcome.Refused(ShelfWords.all(List.of(((JarReading.Unfit) reading).why())));
  }

  private Outcome put(JarFacts jar, Path source, boolean mustBeHere) throws IOException {
    List<Text> objections = PreFlight.objections(surroundings(), List.of(jar));
    if (!objections.isEmpty()) {
      return new Outcome.Refused(ShelfWords.all(objections));
    }
    Optional<String> was = version(jar.name());
    if (mustBeHere && was.isEmpty()) {
      return refused(ShelfWords.say("update-what", jar.name()));
    }
    Shelved next =
        book.find(jar.name())
            .map(old -> old.followedBy(jar, source.toString(), clock.instant()))
            .orElseGet(() -> Shelved.first(jar, source.toString(), clock.instant()));
    Candidate newcomer = new Candidate(jar, book.add(jar, source), TownBundles.location(jar));
    Wording done =
        was.map(version -> ShelfWords.say("updated", jar.name(), jar.version(), version))
            .orElseGet(() -> ShelfWords.say("installed", jar.name(), jar.version()));
    return exchange(newcomer, next, done);
  }

  private Surroundings surroundings() throws IOException {
    Map<String, Kept> here =
        book.all().stream().collect(Collectors.toMap(Shelved::name, Shelved::current));
    Files.createDirectories(folder);
    return bundles.surroundings(here, Files.getFileStore(folder).getUsableSpace());
  }

  private Outcome exchange(Candidate newcomer, Shelved next, Wording done) {
    List<Wording> faults = exchange.make(List.of(newcomer), () -> book.write(next));
    book.tidy(next.name());
    if (!faults.isEmpty()) {
      return new Outcome.Refused(faults);
    }
    List<Wording> said = new ArrayList<>(List.of(done));
    said.addAll(told(next));
    if (newcomer.facts().hasTables()) {
      said.add(ShelfWords.say("tables"));
    }
    return new Outcome.Done(said);
  }

  /** The version of what runs under this name now. */
  private Optional<String> version(String name) {
    return bundles.named(name).stream()
        .filter(bundle -> bundle.getState() == Bundle.ACTIVE)
        .map(bundle -> bundle.getVersion().toString())
        .findFirst();
  }

  private Outcome takeOut(Shelved shelved) {
    bundles.bringBack(shelved.name());
    book.remove(shelved.name());
    bundles.named(shelved.name()).stream().filter(TownBundles::isOnShelf).forEach(bundles::dismiss);
    return new Outcome.Done(
        List.of(ShelfWords.say("removed", shelved.name(), shelved.current().version())));
  }

  private Outcome goBack(Shelved shelved) {
    Optional<Kept> before = shelved.before();
    if (before.isEmpty()) {
      return refused(ShelfWords.say("nothing-before", shelved.name()));
    }
    Shelved next = shelved.backTo(before.get(), clock.instant());
    Wording done =
        ShelfWords.say(
            "rolled-back", shelved.name(), before.get().version(), shelved.current().version());
    return fromShelf(next, done);
  }

  /** Put in a version whose jar is on the shelf, if it is still the same jar. */
  private Outcome fromShelf(Shelved next, Wording done) {
    Path jar = book.jar(next.name(), next.current());
    JarReading reading = JarReader.read(jar);
    if (reading instanceof JarReading.Unfit unfit) {
      return new Outcome.Refused(ShelfWords.all(List.of(unfit.why())));
    }
    JarFacts facts = ((JarReading.Read) reading).facts(); // JarReading is sealed
    if (!facts.sha256().equals(next.current().sha256())) {
      return refused(ShelfWords.say("jar-changed", jar.toString()));
    }
    return exchange(new Candidate(facts, jar, TownBundles.location(facts)), next, done);
  }

  /**
   * Bring the framework to what the shelf says: after a crash, a cache that was cleared, or another
   * Java. What does not start gives way to the version before it.
   */
  void putInOrder() {
    alone(
        () -> {
          List<Shelved> all = book.all();
          Set<String> wanted = all.stream().map(Shelf::location).collect(Collectors.toSet());
          bundles.all().stream()
              .filter(TownBundles::isOnShelf)
              .filter(bundle -> !wanted.contains(bundle.getLocation()))
              .forEach(bundles::dismiss);
          all.forEach(this::putInOrder);
          return new Outcome.Done(List.of());
        });
  }

  private void putInOrder(Shelved shelved) {
    Optional<Bundle> bundle = bundle(shelved);
    Optional<Wording> fault = bundle.isPresent() ? bundles.start(bundle.get()) : missing(shelved);
    if (fault.isEmpty()) {
      return;
    }
    tell("did-not-start", shelved, fault.get());
    if (shelved.before().isPresent()) {
      Outcome back = goBack(shelved);
      back.sentences().forEach(Shelf::tell);
    }
  }

  private Optional<Wording> missing(Shelved shelved) {
    Wording done = ShelfWords.say("installed", shelved.name(), shelved.current().version());
    Outcome outcome = fromShelf(shelved, done);
    return outcome instanceof Outcome.Refused refused
        ? refused.sentences().stream().findFirst()
        : Optional.empty();
  }

  private static void tell(String key, Shelved shelved, Wording why) {
    tell(
        ShelfWords.tell(
            key,
            List.of(Wording.same(shelved.name()), Wording.same(shelved.current().version()), why)));
  }

  private static void tell(Wording sentence) {
    LOG.warn("{} {} / {}", TOLD, sentence.zh(), sentence.en());
  }

  private Outcome named(String name, Function<Shelved, Outcome> change) {
    List<Shelved> meant =
        book.all().stream().filter(shelved -> entry(shelved).isCalled(name)).toList();
    if (meant.isEmpty()) {
      return refused(ShelfWords.say("not-here", name));
    }
    if (meant.size() > 1) {
      String names = meant.stream().map(Shelved::name).collect(Collectors.joining(", "));
      return refused(ShelfWords.say("ambiguous", name, names));
    }
    return change.apply(meant.get(0));
  }

  private static Outcome refused(Wording why) {
    return new Outcome.Refused(List.of(why));
  }

  @Override
  public List<ShelfEntry> list() {
    lock.lock();
    try {
      return book.all().stream().map(this::entry).toList();
    } finally {
      lock.unlock();
    }
  }

  private ShelfEntry entry(Shelved shelved) {
    Optional<Bundle> bundle = bundle(shelved);
    boolean works = bundle.filter(standings::works).isPresent();
    return new ShelfEntry(
        shelved.name(),
        shelved.current().version(),
        works ? ShelfEntry.State.IN_USE : ShelfEntry.State.IDLE,
        bundle.map(standings::ids).orElse(List.of()),
        told(shelved),
        shelved.source(),
        shelved.since(),
        shelved.before().map(Kept::version));
  }

  private List<Wording> told(Shelved shelved) {
    return bundle(shelved)
        .map(standings::sentences)
        .orElseGet(() -> List.of(ShelfWords.say("stopped")));
  }

  private Optional<Bundle> bundle(Shelved shelved) {
    return bundles.all().stream()
        .filter(bundle -> bundle.getLocation().equals(location(shelved)))
        .findFirst();
  }

  private static String location(Shelved shelved) {
    return TownBundles.location(shelved.name(), shelved.current().version());
  }
}
