package org.zhili.osgi.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.framework.Bundle;
import org.zhili.core.plugin.ModuleStanding;
import org.zhili.core.plugin.PluginIdentity;
import org.zhili.core.plugin.PluginStatus;
import org.zhili.core.shelf.Kept;
import org.zhili.core.shelf.ShelfEntry;
import org.zhili.core.shelf.ShelfWords;
import org.zhili.core.shelf.Shelved;
import org.zhili.osgi.internal.PluginDoor.Brought;
import org.zhili.text.Text;
import org.zhili.text.Wording;

/** Where what a bundle brings stands: in use, in reserve, waiting for others, or refused. */
final class Standings {
  private final PluginDoor door;
  private final TownBundles bundles;
  private final Map<String, List<Wording>> keptOut = new HashMap<>();

  Standings(PluginDoor door, TownBundles bundles) {
    this.door = door;
    this.bundles = bundles;
  }

  /** How it stands with a plug-in of the shelf: a sentence for everything it brings. */
  List<Wording> sentences(Shelved shelved) {
    return bundles
        .find(shelved)
        .map(this::sentences)
        .orElseGet(() -> List.of(ShelfWords.say("stopped")));
  }

  /** Take note of why it may not run, or cannot; until it does. */
  void keptOut(Shelved shelved, List<Wording> why) {
    keptOut.put(TownBundles.location(shelved), List.copyOf(why));
  }

  /** Why it is kept out, if it is. */
  Optional<List<Wording>> whyKeptOut(Shelved shelved) {
    boolean runs = bundles.find(shelved).filter(TownBundles::isActive).isPresent();
    return runs
        ? Optional.empty()
        : Optional.ofNullable(keptOut.get(TownBundles.location(shelved)));
  }

  /** As the list of the shelf shows it. */
  ShelfEntry entry(Shelved shelved) {
    Optional<Bundle> bundle = bundles.find(shelved);
    Optional<List<Wording>> out = whyKeptOut(shelved);
    ShelfEntry.State working =
        bundle.filter(this::works).isPresent() ? ShelfEntry.State.IN_USE : ShelfEntry.State.IDLE;
    return new ShelfEntry(
        shelved.name(),
        shelved.current().version(),
        out.isPresent() ? ShelfEntry.State.KEPT_OUT : working,
        bundle.map(this::ids).orElse(List.of()),
        out.orElseGet(() -> sentences(shelved)),
        shelved.source(),
        shelved.since(),
        shelved.before().map(Kept::version));
  }

  /** Ids of the types of cases that modules bring now. */
  Set<String> caseTypes() {
    return door.modules().contributions().caseTypes().keySet();
  }

  /** What the plug-ins of a bundle were asked, by what came of it. */
  PluginStatus.Counts counts(Bundle bundle) {
    long given = 0;
    long overran = 0;
    long broke = 0;
    for (Brought brought : door.brought(bundle)) {
      PluginStatus.Counts counts = status(brought).counts();
      given += counts.given();
      overran += counts.overran();
      broke += counts.broke();
    }
    return new PluginStatus.Counts(given, 0, overran, broke);
  }

  /** What it is called: {@code driver trash-bin}. */
  static Wording name(Brought brought) {
    return ShelfWords.say(
        "kind." + brought.spi().getSimpleName(), brought.membership().identity().id());
  }

  /** Whether any of what the bundle brings is in use. */
  boolean anyInUse(Bundle bundle) {
    return door.brought(bundle).stream().anyMatch(this::isInUse);
  }

  /** Whether the bundle does what it is there for; one that brings nothing is there for others. */
  private boolean works(Bundle bundle) {
    return bundle.getState() == Bundle.ACTIVE
        && (door.brought(bundle).isEmpty() || anyInUse(bundle));
  }

  /** The ids of what it brings. */
  private List<String> ids(Bundle bundle) {
    return door.brought(bundle).stream()
        .map(brought -> brought.membership().identity().id())
        .sorted()
        .toList();
  }

  private boolean isInUse(Brought brought) {
    return status(brought).state() == PluginStatus.State.IN_USE
        && module(brought)
            .filter(standing -> !(standing instanceof ModuleStanding.InUse))
            .isEmpty();
  }

  /**
   * What keeps a module out though it was admitted: another it needs, or one that is in its way.
   */
  List<Wording> obstacles(Bundle bundle) {
    return door.brought(bundle).stream()
        .flatMap(brought -> module(brought).stream())
        .flatMap(standing -> standing.reasons().stream())
        .map(this::render)
        .toList();
  }

  /** A sentence for everything the bundle brings, and at least one. */
  private List<Wording> sentences(Bundle bundle) {
    List<Wording> all = new ArrayList<>();
    for (Brought brought : door.brought(bundle)) {
      all.add(sentence(brought));
    }
    if (all.isEmpty()) {
      boolean runs = bundle.getState() == Bundle.ACTIVE;
      all.add(ShelfWords.say(runs ? "brings-nothing" : "stopped"));
    }
    return all;
  }

  private Wording sentence(Brought brought) {
    Wording name = name(brought);
    if (isInUse(brought)) {
      return ShelfWords.tell("brings", List.of(name));
    }
    List<Text> reasons =
        new ArrayList<>(module(brought).map(ModuleStanding::reasons).orElse(List.of()));
    reasons.addAll(status(brought).reasons());
    return reasons.isEmpty()
        ? ShelfWords.tell("brings-reserve", List.of(name))
        : ShelfWords.tell("brings-waiting", List.of(name, render(reasons.get(0))));
  }

  private Wording render(Text text) {
    return door.gate().words().render(text);
  }

  private PluginStatus status(Brought brought) {
    return door.gate().status(brought.membership());
  }

  private Optional<ModuleStanding> module(Brought brought) {
    PluginIdentity identity = brought.membership().identity();
    return door.modules().standings().stream()
        .filter(standing -> standing.module().equals(identity))
        .findFirst();
  }
}
