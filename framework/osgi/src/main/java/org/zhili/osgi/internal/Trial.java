package org.zhili.osgi.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zhili.core.plugin.Membership;
import org.zhili.core.plugin.PluginKinds;
import org.zhili.core.shelf.JarFacts;
import org.zhili.core.shelf.ShelfWords;
import org.zhili.text.Wording;

/**
 * Newcomers that run beside what is there already, and are asked nothing until they are taken in.
 * Nothing of the town is stopped or joined anew for them. After a crash none of them runs: the
 * framework starts no plug-in of the shelf by itself.
 */
final class Trial {
  private static final Logger LOG = LoggerFactory.getLogger(Trial.class);

  private final BundleContext context;
  private final PluginDoor door;
  private final TownBundles town;
  private final Duration patience;
  private final Map<Candidate, Bundle> bundles = new LinkedHashMap<>();
  private final Map<Candidate, Porch> porches = new LinkedHashMap<>();
  private final List<Wording> faults = new ArrayList<>();

  Trial(BundleContext context, PluginDoor door, TownBundles town, Duration patience) {
    this.context = context;
    this.door = door;
    this.town = town;
    this.patience = patience;
  }

  /**
   * Somebody on trial.
   *
   * @param jar on the shelf, where it stays
   * @param again whether it was in before, so that its tables may be ahead of it
   */
  record Candidate(JarFacts facts, Path jar, String location, boolean again) {}

  /** Start all of them, and hear who they are; what is wrong with them, a sentence each. */
  List<Wording> hear(List<Candidate> candidates) {
    candidates.forEach(this::install);
    if (faults.isEmpty()) {
      candidates.forEach(this::start);
    }
    Tables tables = new Tables(context, patience);
    if (faults.isEmpty()) {
      candidates.forEach(one -> tables.look(one, bundle(one)).ifPresent(faults::add));
    }
    if (faults.isEmpty()) {
      candidates.forEach(this::introduced);
    }
    if (faults.isEmpty()) {
      candidates.forEach(one -> tables.prepare(one, bundle(one)).ifPresent(faults::add));
    }
    return List.copyOf(faults);
  }

  private void install(Candidate candidate) {
    porches.put(candidate, door.hold(candidate.location()));
    try (InputStream in = Files.newInputStream(candidate.jar())) {
      Bundle bundle = context.installBundle(candidate.location(), in);
      bundles.put(candidate, bundle);
    } catch (BundleException e) {
      object("cannot-join", candidate, Wording.same(TownBundles.cause(e)));
    } catch (IOException e) {
      faults.add(ShelfWords.say("disk", String.valueOf(e.getMessage())));
    }
  }

  private void start(Candidate candidate) {
    Bundle bundle = bundle(candidate);
    Optional<Wording> fault = town.start(bundle);
    boolean resolved = bundle.getState() != Bundle.INSTALLED;
    fault.ifPresent(why -> object(resolved ? "cannot-start" : "cannot-join", candidate, why));
  }

  private void introduced(Candidate candidate) {
    Porch porch = porch(candidate);
    Set<Class<?>> announced =
        PluginKinds.ALL.stream()
            .filter(kind -> candidate.facts().promises().contains(kind.getName()))
            .collect(Collectors.toSet());
    Set<Class<?>> missing = announced;
    try {
      missing = porch.await(announced, patience);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    for (Class<?> kind : missing) {
      object("promise-broken", candidate, service(kind), Wording.same("" + patience.toSeconds()));
    }
    porch.unmade().forEach(kind -> object("cannot-be-made", candidate, service(kind)));
    for (PluginDoor.Brought brought : door.brought(bundle(candidate))) {
      if (brought.membership().verdict() instanceof Membership.Verdict.Refused refused) {
        Wording what = Standings.name(brought);
        refused
            .reasons()
            .forEach(
                why -> object("refused-itself", candidate, what, door.gate().words().render(why)));
      }
    }
  }

  private void object(String key, Candidate candidate, Wording... arguments) {
    List<Wording> all = new ArrayList<>(List.of(Wording.same(candidate.facts().name())));
    all.addAll(List.of(arguments));
    faults.add(ShelfWords.tell(key, all));
  }

  private static Wording service(Class<?> kind) {
    return ShelfWords.say("service." + kind.getSimpleName());
  }

  /** Let them in beside what is there. */
  void open() {
    porches.values().forEach(Porch::open);
  }

  /** They stay. */
  void keep() {
    porches.keySet().forEach(candidate -> door.forget(candidate.location()));
  }

  /** They leave, and nothing of them stays but their jars on the shelf. */
  void dismiss() {
    for (Map.Entry<Candidate, Bundle> each : bundles.entrySet()) {
      try {
        each.getValue().uninstall();
      } catch (BundleException | IllegalStateException e) {
        LOG.warn("{} cannot be uninstalled yet", each.getValue(), e);
      }
    }
    keep();
  }

  Bundle bundle(Candidate candidate) {
    return Objects.requireNonNull(bundles.get(candidate), candidate.location());
  }

  private Porch porch(Candidate candidate) {
    return Objects.requireNonNull(porches.get(candidate), candidate.location());
  }
}
