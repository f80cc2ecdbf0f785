package org.zhili.osgi.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.framework.BundleContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zhili.core.shelf.JarSource;
import org.zhili.core.shelf.JarSource.Found;
import org.zhili.core.shelf.Outcome;
import org.zhili.core.shelf.PluginShelf;
import org.zhili.core.shelf.PreFlight;
import org.zhili.core.shelf.ShelfBook;
import org.zhili.core.shelf.ShelfEntry;
import org.zhili.core.shelf.ShelfTrust;
import org.zhili.core.shelf.ShelfWords;
import org.zhili.core.shelf.Shelved;
import org.zhili.text.Wording;

/** The shelf in an OSGi framework: a plug-in is a bundle, and each of its versions another one. */
final class Shelf implements PluginShelf {
  private static final Logger LOG = LoggerFactory.getLogger(Shelf.class);

  private final ShelfBook book;
  private final Standings standings;
  private final Scrutiny scrutiny;
  private final Placement placement;
  private final WayIn in;
  private final WayBack back;
  private final Upkeep upkeep;
  private final Refusals refusals = new Refusals();
  private final DeployedFiles deployed;
  private final ShelfSettings settings;
  private final InstantSource clock;
  private final TrustFolder trust;
  private final ReentrantLock lock = new ReentrantLock();

  // guarded by the lock

  Shelf(BundleContext context, PluginDoor door, ShelfSettings settings, InstantSource clock) {
    this.settings = settings;
    this.clock = clock;
    book = new ShelfBook(settings.folder());
    deployed = new DeployedFiles(settings.deploy());
    trust = new TrustFolder(settings.vendors());
    TownBundles bundles = new TownBundles(context);
    standings = new Standings(door, bundles);
    Exchange exchange = new Exchange(context, door, bundles, standings);
    scrutiny = new Scrutiny(book, bundles, settings, clock);
    placement = new Placement(book, scrutiny, exchange, clock);
    in = new WayIn(placement, book);
    back = new WayBack(placement, book, deployed);
    upkeep = new Upkeep(book, placement, back, exchange);
  }

  @Override
  public Outcome install(Path source) {
    return install(source, absolute(source).toString());
  }

  @Override
  public Outcome install(Path source, String called) {
    return alone(() -> put(source, called, jars -> placement.put(jars, called, false)));
  }

  @Override
  public Outcome update(Path source) {
    String from = absolute(source).toString();
    return alone(() -> put(source, from, jars -> placement.put(jars, from, true)));
  }

  /** Put in what lies in a file of the folder that is watched, as far as it is meant to come in. */
  Outcome follow(Path file) {
    String from = absolute(file).toString();
    return alone(() -> put(file, from, jars -> in.take(jars, from)));
  }

  @Override
  public Outcome remove(String name) {
    return alone(() -> named(name, this::takeOut));
  }

  @Override
  public Outcome rollback(String name) {
    return alone(() -> named(name, back::take));
  }

  private interface Change {
    Outcome make() throws IOException;
  }

  private interface ChangeOf {
    Outcome make(Shelved shelved) throws IOException;
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

  private static Path absolute(Path file) {
    return file.toAbsolutePath().normalize();
  }

  private interface Way {
    Outcome take(List<Found> jars) throws IOException;
  }

  private Outcome put(Path place, String from, Way way) throws IOException {
    try (JarSource source = JarSource.open(place, from)) {
      List<Found> jars = source.jars();
      Outcome outcome =
          source.faults().isEmpty()
              ? way.take(jars)
              : new Outcome.Refused(ShelfWords.all(source.faults()));
      refusals.note(from, jars.stream().map(Found::facts).findFirst(), outcome, clock.instant());
      boolean stays = from.equals(absolute(place).toString());
      if (stays && outcome instanceof Outcome.Done && isWhole(place)) {
        dropLeftOut(from, source);
      }
      return outcome;
    }
  }

  /** Whether a file is all there is of what came by its name. */
  private boolean isWhole(Path place) {
    return deployed.isWatched(absolute(place)) || place.toString().endsWith(".kar");
  }

  /** What came with an earlier file of this name, and is no longer in it, goes. */
  private void dropLeftOut(String from, JarSource source) {
    Set<String> names =
        source.jars().stream().map(found -> found.facts().name()).collect(Collectors.toSet());
    book.all().stream()
        .filter(shelved -> shelved.source().equals(from) && !names.contains(shelved.name()))
        .forEach(placement::takeOut);
  }

  /** A file of the folder that is watched would bring it back, so it is put aside first. */
  private Outcome takeOut(Shelved shelved) throws IOException {
    List<Wording> said = new ArrayList<>();
    for (Path file : deployed.of(shelved)) {
      Path aside;
      try {
        aside = DeployedFiles.setAside(file);
      } catch (IOException e) {
        LOG.warn("{} cannot be renamed", file, e);
        return refused(ShelfWords.say("file-stays", shelved.name(), file.toString()));
      }
      book.all().stream()
          .filter(other -> other.source().equals(file.toString()))
          .forEach(other -> book.write(other.nowFrom(aside.toString())));
      said.add(ShelfWords.say("file-aside", aside.toString()));
    }
    said.addAll(0, placement.takeOut(shelved).sentences());
    return new Outcome.Done(said);
  }

  /** Take out what a file of the folder that is watched gave, if that file is gone. */
  Outcome takeOutWithFile(Path file) {
    return alone(
        () -> {
          List<Wording> said = new ArrayList<>();
          if (Files.notExists(file)) {
            book.all().stream()
                .filter(shelved -> shelved.source().equals(file.toString()))
                .forEach(shelved -> said.addAll(placement.takeOut(shelved).sentences()));
          }
          return new Outcome.Done(said);
        });
  }

  /** The whole name means that one; a shorter one the only one that is called so. */
  private Outcome named(String name, ChangeOf change) throws IOException {
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
    return change.make(meant.get(0));
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

  @Override
  public ShelfTrust trust() {
    return scrutiny.trust();
  }

  /** What a refusal may hang on beside the file itself. */
  record Circumstances(long changes, Map<Path, FileState> vendors, boolean roomy) {}

  /** How things stand for a file of this size. */
  Circumstances circumstances(long bytes) throws IOException {
    lock.lock();
    try {
      long free = Files.getFileStore(Files.createDirectories(settings.folder())).getUsableSpace();
      return new Circumstances(
          placement.changes(), trust.certificates(), free >= PreFlight.room(bytes));
    } finally {
      lock.unlock();
    }
  }

  /** Bring the framework to what the shelf says. */
  void putInOrder() {
    alone(
        () -> {
          trust.getToKnow();
          upkeep.putInOrder();
          return new Outcome.Done(List.of());
        });
  }

  /**
   * Look whether a version that is new fails too often to stay, and whether other vendors are
   * trusted.
   */
  void watch() {
    alone(
        () -> {
          if (trust.hasChanged()) {
            upkeep.heedVendors();
          }
          upkeep.watch(clock.instant());
          return new Outcome.Done(List.of());
        });
  }
}
