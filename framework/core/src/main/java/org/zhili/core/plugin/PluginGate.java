package org.zhili.core.plugin;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zhili.core.plugin.GateLimits.Patience;
import org.zhili.core.plugin.PluginStatus.State;
import org.zhili.module.GovernanceModule;
import org.zhili.text.Language;
import org.zhili.text.Text;
import org.zhili.text.Words;

/**
 * Where plug-ins come in and go, and the only way to ask one.
 *
 * <p>Both doors, OSGi and embedded, bring plug-ins here. One that hangs, throws or lies about
 * itself is contained: its neighbours and those who ask notice nothing but its missing answers. Of
 * several with one id the highest ranking, then the newest, then the first to come is in use; the
 * others are its reserve.
 *
 * <p>Thread-safe; reading who is there takes no lock.
 */
public final class PluginGate implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(PluginGate.class);

  private final GateLimits limits;
  private final Listeners listeners = new Listeners();
  private final ReentrantLock lock = new ReentrantLock();
  // guarded by the lock
  private final List<Place<?>> places = new ArrayList<>();
  private final List<Departed> departed = new ArrayList<>();
  private final Set<Named> isolated = new HashSet<>();
  private Words remembered = Words.beside(PluginGate.class);
  // written under the lock, read without
  private volatile Words override = Words.none();
  private volatile Roster roster = Roster.EMPTY;
  private volatile Words wordsOfParts = remembered;
  private volatile Words words = remembered;

  public PluginGate(GateLimits limits) {
    this.limits = limits;
  }

  /**
   * Let a plug-in introduce itself, and admit or refuse it. Never throws for what the plug-in does.
   * Takes the introduction limit and what {@link #enter} takes, at most; then tells listeners here.
   *
   * @param identity the door's knowledge of it; its id holds until the plug-in has said its own
   * @return held by the door, and closed when the plug-in leaves, whatever the verdict
   */
  public <P> Membership admit(Class<P> spi, P plugin, PluginIdentity identity) {
    Membership membership = introduce(spi, plugin, identity);
    enter(membership);
    return membership;
  }

  /**
   * Do the first half of {@link #admit}: the verdict is known, and the plug-in waits outside, asked
   * nothing and told to nobody, until it is let {@link #enter}.
   */
  public <P> Membership introduce(Class<P> spi, P plugin, PluginIdentity identity) {
    Seat<P> porch = new Seat<>(plugin, identity, limits);
    Answer<Introduction> answer =
        porch
            .<Boolean, Introduction>ask(
                porch.circuits().terms("", new Patience(limits.introduction(), false, true)),
                List.of(true),
                (comer, once) -> Introduction.of(comer, identity.id()))
            .get(0);
    porch.refuse();
    List<Text> faults = faults(answer);
    PluginIdentity named = answer.given().map(said -> said.name(identity)).orElse(identity);
    return faults.isEmpty()
        ? new Place<>(this, spi, new Seat<>(plugin, named, limits), answer.given().orElseThrow())
        : new Place<>(this, spi, porch, named, faults);
  }

  /**
   * Let in whom this gate has heard introduce itself, unless it has been closed since. A driver or
   * envelope first {@link Rehearsal rehearses}, which takes less than three of its limits.
   */
  public void enter(Membership introduced) {
    enter((Place<?>) introduced);
  }

  private List<Text> faults(Answer<Introduction> answer) {
    if (answer instanceof Answer.Given<Introduction> given) {
      return given.value().faults();
    }
    if (answer instanceof Answer.Broke<Introduction> broke) {
      return List.of(Text.of("plugin.introduction-broke", broke.error()));
    }
    // a porch is left by nobody but us, so what remains is an introduction without end
    return List.of(
        Text.of("plugin.introduction-overran", Long.toString(limits.introduction().toSeconds())));
  }

  private void enter(Place<?> place) {
    place.rehearse(roster);
    lock.lock();
    try {
      if (place.guarded().isPresent() && place.seat().isLeaving()) {
        return;
      }
      places.add(place);
      if (isolated.contains(place.named())) {
        place.seat().circuits().isolate();
      }
      place.introduction().ifPresent(said -> remembered = remembered.plus(said.words()));
      publish();
    } finally {
      lock.unlock();
    }
    if (place.guarded().isPresent()) {
      log.info("{} {} came in", place.spi().getSimpleName(), place.identity());
      listeners.fire();
    } else {
      List<String> why =
          place.reasons().stream().map(reason -> words.render(reason, Language.EN)).toList();
      log.warn("{} {} was refused: {}", place.spi().getSimpleName(), place.identity(), why);
    }
  }

  /** The words of those in use hold over those of others, and theirs over those of the departed. */
  private void publish() {
    roster = Roster.of(places);
    Words all = remembered;
    for (Place<?> place : places) {
      if (roster.isInUse(place)) {
        all = all.plus(place.introduction().map(Introduction::words).orElse(Words.none()));
      }
    }
    wordsOfParts = all;
    words = all.plus(override);
  }

  /** Let the words a city has of its own hold over all others, from now on. */
  public void override(Words own) {
    lock.lock();
    try {
      override = own;
      publish();
    } finally {
      lock.unlock();
    }
  }

  /** Those in use, the highest ranking first, then by id. */
  public <P> List<Guarded<P>> of(Class<P> spi) {
    return roster.of(spi);
  }

  /** The one in use under this id. */
  public <P> Optional<Guarded<P>> named(Class<P> spi, String id) {
    return roster.named(spi, id);
  }

  /** The modules in use, with what they said of themselves. */
  List<Place<GovernanceModule>> modules() {
    return roster.places(GovernanceModule.class);
  }

  /**
   * The words of the gate itself and of every plug-in that came in during this run, so that what a
   * departed one wrote stays readable; and over them those of the city.
   */
  public Words words() {
    return words;
  }

  /** The same without those of the city. */
  public Words wordsOfParts() {
    return wordsOfParts;
  }

  /** The words a city has of its own. */
  public Words override() {
    return override;
  }

  /**
   * Call back after plug-ins came or went, on the thread that brought or took them. A departure is
   * told before it waits for calls in flight; a listener answers soon and throws nothing.
   */
  public Registration onChange(Runnable listener) {
    return listeners.add(listener);
  }

  /**
   * How all plug-ins are doing: those here, those refused, and those that left something behind.
   */
  public List<PluginStatus> status() {
    lock.lock();
    try {
      departed.removeIf(one -> one.tally.isQuiet());
      return Stream.concat(
              places.stream().map(place -> place.status(roster)),
              departed.stream().map(Departed::status))
          .toList();
    } finally {
      lock.unlock();
    }
  }

  /** How one is doing that this gate has heard, be it admitted or refused. */
  public PluginStatus status(Membership one) {
    return ((Place<?>) one).status(roster);
  }

  /**
   * Ask whoever has this name nothing more, whatever version of it comes, until it is {@link
   * #release released}. It need not be here.
   */
  public void isolate(Named name) {
    lock.lock();
    try {
      isolated.add(name);
      called(name).forEach(place -> place.seat().circuits().isolate());
    } finally {
      lock.unlock();
    }
  }

  /** Ask it again, as if it had never failed; unless calls of it hang. */
  public void release(Named name) {
    lock.lock();
    try {
      isolated.remove(name);
      called(name).forEach(place -> place.seat().circuits().release());
    } finally {
      lock.unlock();
    }
  }

  private List<Place<?>> called(Named name) {
    return places.stream().filter(place -> place.named().equals(name)).toList();
  }

  /** Those refused of one kind, with the reasons. */
  List<ModuleStanding.Refused> refused(Class<?> spi) {
    lock.lock();
    try {
      return places.stream()
          .filter(place -> place.spi() == spi && place.guarded().isEmpty())
          .map(place -> new ModuleStanding.Refused(place.identity(), place.reasons()))
          .toList();
    } finally {
      lock.unlock();
    }
  }

  /** Take them off the roster, refuse new calls, tell, and only then wait. */
  void leave(List<Place<?>> leavers) {
    List<Place<?>> gone = new ArrayList<>();
    lock.lock();
    try {
      for (Place<?> place : leavers) {
        if (places.remove(place)) {
          gone.add(place);
          departed.add(new Departed(place.spi(), place.identity(), place.seat().tally()));
        }
      }
      publish();
      leavers.forEach(place -> place.seat().refuse());
    } finally {
      lock.unlock();
    }
    if (gone.stream().anyMatch(place -> place.guarded().isPresent())) {
      listeners.fire();
    }
    leavers.forEach(place -> place.seat().drain());
    gone.forEach(place -> log.info("{} {} left", place.spi().getSimpleName(), place.identity()));
  }

  /** Let all plug-ins leave, within one drain limit for all of them together. */
  @Override
  public void close() {
    List<Place<?>> all;
    lock.lock();
    try {
      all = List.copyOf(places);
    } finally {
      lock.unlock();
    }
    leave(all);
  }

  /** A plug-in that left: its counters and its name, and none of its classes. */
  private record Departed(Class<?> spi, PluginIdentity plugin, Tally tally) {
    PluginStatus status() {
      return tally.status(spi, plugin, State.LEFT, List.of(), List.of());
    }
  }
}
