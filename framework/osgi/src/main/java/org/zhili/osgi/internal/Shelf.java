package org.zhili.osgi.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.framework.BundleContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zhili.core.plugin.PluginStatus;
import org.zhili.core.shelf.JarSource;
import org.zhili.core.shelf.Outcome;
import org.zhili.core.shelf.PluginShelf;
import org.zhili.core.shelf.ShelfBook;
import org.zhili.core.shelf.ShelfEntry;
import org.zhili.core.shelf.ShelfWords;
import org.zhili.core.shelf.Shelved;
import org.zhili.text.Wording;

/** The shelf in an OSGi framework: a plug-in is a bundle, and each of its versions another one. */
final class Shelf implements PluginShelf {
  private static final Logger LOG = LoggerFactory.getLogger(Shelf.class);

  /** Begins what the log tells of plug-ins that failed after they were put in. */
  private static final String TOLD = "ZL-1340";

  /** So long a new version is watched, and gives way when it fails so often, and mostly. */
  private static final Duration PROBATION = Duration.ofMinutes(10);

  private static final int FAILURES = 10;

  private final ShelfBook book;
  private final TownBundles bundles;
  private final Standings standings;
  private final Placement placement;
  private final Refusals refusals = new Refusals();
  private final ShelfSettings settings;
  private final InstantSource clock;
  private final ReentrantLock lock = new ReentrantLock();

  Shelf(BundleContext context, PluginDoor door, ShelfSettings settings, InstantSource clock) {
    this.settings = settings;
    this.clock = clock;
    book = new ShelfBook(settings.folder());
    bundles = new TownBundles(context);
    standings = new Standings(door, bundles);
    Exchange exchange = new Exchange(context, door, bundles, standings);
    Scrutiny scrutiny = new Scrutiny(book, bundles, settings, clock);
    placement = new Placement(book, scrutiny, exchange, clock);
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
    return alone(() -> named(name, placement::goBack));
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

  private static Outcome refused(Wording why) {
    return new Outcome.Refused(List.of(why));
  }

  private Outcome put(Path place, boolean mustBeHere) throws IOException {
    String from = place.toAbsolutePath().normalize().toString();
    try (JarSource source = JarSource.open(place)) {
      Outcome outcome =
          source.faults().isEmpty()
              ? placement.put(source.jars(), from, mustBeHere)
              : new Outcome.Refused(ShelfWords.all(source.faults()));
      refusals.note(
          from,
          source.jars().stream().map(JarSource.Found::facts).findFirst(),
          outcome,
          clock.instant());
      if (outcome instanceof Outcome.Done && (isDeployed(place) || from.endsWith(".kar"))) {
        dropLeftOut(from, source);
      }
      return outcome;
    }
  }

  private boolean isDeployed(Path file) {
    return settings.deploy().equals(file.toAbsolutePath().normalize().getParent());
  }

  /** What came with an earlier file of this name, and is no longer in it, goes. */
  private void dropLeftOut(String from, JarSource source) {
    Set<String> names =
        source.jars().stream().map(found -> found.facts().name()).collect(Collectors.toSet());
    book.all().stream()
        .filter(shelved -> shelved.source().equals(from) && !names.contains(shelved.name()))
        .forEach(placement::takeOut);
  }

  /** A file of the folder that is watched would bring it back. */
  private Outcome takeOut(Shelved shelved) {
    List<Wording> said = new ArrayList<>(placement.takeOut(shelved).sentences());
    Path source = Path.of(shelved.source());
    if (isDeployed(source) && Files.exists(source)) {
      try {
        Path aside = source.resolveSibling(source.getFileName() + ".removed");
        Files.move(source, aside, StandardCopyOption.REPLACE_EXISTING);
        said.add(ShelfWords.say("file-aside", aside.toString()));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return new Outcome.Done(said);
  }

  /** The whole name means that one; a shorter one the only one that is called so. */
  private Outcome named(String name, Function<Shelved, Outcome> change) {
    List<Shelved> meant =
        book.find(name)
            .map(List::of)
            .orElseGet(
                () ->
                    book.all().stream()
                        .filter(shelved -> standings.entry(shelved).isCalled(name))
                        .toList());
    if (meant.isEmpty()) {
      return refused(ShelfWords.say("not-here", name));
    }
    if (meant.size() > 1) {
      String names = meant.stream().map(Shelved::name).collect(Collectors.joining(", "));
      return refused(ShelfWords.say("ambiguous", name, names));
    }
    return change.apply(meant.get(0));
  }

  @Override
  public List<ShelfEntry> list() {
    lock.lock();
    try {
      return Stream.concat(book.all().stream().map(standings::entry), refusals.all().stream())
          .toList();
    } finally {
      lock.unlock();
    }
  }

  /** Whether this content is here, was here before, or was taken back: nothing to be put in. */
  boolean knows(String sha256) {
    return book.all().stream()
        .anyMatch(
            shelved ->
                shelved.current().sha256().equals(sha256)
                    || shelved.before().filter(kept -> kept.sha256().equals(sha256)).isPresent()
                    || shelved.withdrawn().filter(sha256::equals).isPresent());
  }

  /** Nobody asks any more why what this file holds was refused. */
  void forget(String source) {
    lock.lock();
    try {
      refusals.forget(source);
    } finally {
      lock.unlock();
    }
  }

  /**
   * Bring the framework to what the shelf says: after a crash, a cache that was cleared, or another
   * Java. What does not start gives way to the version before it.
   */
  void putInOrder() {
    alone(
        () -> {
          List<Shelved> all = book.all();
          Set<String> wanted = all.stream().map(TownBundles::location).collect(Collectors.toSet());
          bundles.all().stream()
              .filter(TownBundles::isOnShelf)
              .filter(bundle -> !wanted.contains(bundle.getLocation()))
              .forEach(bundles::dismiss);
          all.forEach(this::putInOrder);
          return new Outcome.Done(List.of());
        });
  }

  private void putInOrder(Shelved shelved) {
    Optional<Wording> fault = placement.start(shelved);
    if (fault.isPresent()) {
      Wording name = Wording.same(shelved.name());
      Wording version = Wording.same(shelved.current().version());
      tell(ShelfWords.tell("did-not-start", List.of(name, version, fault.get())));
      giveWay(shelved);
    }
  }

  /** Look whether a version that is new fails too often to stay. */
  void watch() {
    Instant young = clock.instant().minus(PROBATION);
    alone(
        () -> {
          book.all().stream()
              .filter(shelved -> shelved.before().isPresent() && shelved.since().isAfter(young))
              .forEach(this::watch);
          return new Outcome.Done(List.of());
        });
  }

  private void watch(Shelved shelved) {
    Optional<PluginStatus.Counts> counts = bundles.find(shelved).map(standings::counts);
    long given = counts.map(PluginStatus.Counts::given).orElse(0L);
    long failed = counts.map(c -> c.broke() + c.overran()).orElse(0L);
    if (failed >= FAILURES && failed > given) {
      tell(
          ShelfWords.say(
              "failed-often",
              shelved.name(),
              shelved.current().version(),
              Long.toString(failed),
              Long.toString(given)));
      giveWay(shelved);
    }
  }

  private void giveWay(Shelved shelved) {
    if (shelved.before().isPresent()) {
      placement.goBack(shelved).sentences().forEach(Shelf::tell);
    }
  }

  private static void tell(Wording sentence) {
    LOG.warn("{} {} / {}", TOLD, sentence.zh(), sentence.en());
  }
}
