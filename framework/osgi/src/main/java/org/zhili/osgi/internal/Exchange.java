package org.zhili.osgi.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.zhili.core.shelf.ShelfWords;
import org.zhili.osgi.internal.Trial.Candidate;
import org.zhili.text.Wording;

/**
 * Puts newcomers in the place of what is there: they are tried beside it, let in, looked at, and
 * only then does the old leave. Up to that moment nothing has stopped, and nobody was left without
 * an answer.
 */
final class Exchange {
  /** Long enough for a module whose tables are made first. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final BundleContext context;
  private final PluginDoor door;
  private final TownBundles bundles;
  private final Standings standings;

  Exchange(BundleContext context, PluginDoor door, TownBundles bundles, Standings standings) {
    this.context = context;
    this.door = door;
    this.bundles = bundles;
    this.standings = standings;
  }

  TownBundles bundles() {
    return bundles;
  }

  Standings standings() {
    return standings;
  }

  /**
   * Make the exchange.
   *
   * @param record writes down that the newcomers are in; called when they are, before the old leave
   * @return why it was not made, a sentence each; empty when it was
   */
  List<Wording> make(List<Candidate> newcomers, Runnable record) {
    Trial trial = new Trial(context, door, bundles, PATIENCE);
    boolean taken = false;
    try {
      List<Wording> faults = trial.hear(newcomers);
      if (faults.isEmpty()) {
        faults = enter(trial, newcomers);
      }
      if (faults.isEmpty()) {
        record.run();
        taken = true;
        trial.keep();
        newcomers.forEach(newcomer -> olderThan(trial, newcomer).forEach(bundles::dismiss));
      }
      return faults;
    } finally {
      if (!taken) {
        trial.dismiss();
      }
    }
  }

  private List<Bundle> olderThan(Trial trial, Candidate newcomer) {
    return others(trial.bundle(newcomer));
  }

  /** The other versions of a plug-in. */
  List<Bundle> others(Bundle itself) {
    return bundles.named(itself.getSymbolicName()).stream()
        .filter(bundle -> !bundle.equals(itself))
        .toList();
  }

  /** Let them in, and look whether each does at least what the one did whose place it takes. */
  private List<Wording> enter(Trial trial, List<Candidate> newcomers) {
    Map<Candidate, Bundle> working = new LinkedHashMap<>();
    for (Candidate newcomer : newcomers) {
      olderThan(trial, newcomer).stream()
          .filter(standings::anyInUse)
          .findFirst()
          .ifPresent(old -> working.put(newcomer, old));
    }
    trial.open();
    List<Wording> misfits = new ArrayList<>();
    working.forEach(
        (newcomer, old) -> {
          Bundle bundle = trial.bundle(newcomer);
          misfits.addAll(standings.obstacles(bundle));
          if (door.brought(bundle).isEmpty()) {
            String here = old.getVersion().toString();
            misfits.add(
                ShelfWords.say(
                    "gives-nothing", newcomer.facts().name(), newcomer.facts().version(), here));
          }
        });
    return misfits;
  }
}
