package org.zhili.osgi.internal;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.framework.Bundle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zhili.core.plugin.PluginStatus;
import org.zhili.core.shelf.ShelfBook;
import org.zhili.core.shelf.ShelfWords;
import org.zhili.core.shelf.Shelved;
import org.zhili.text.Wording;

/**
 * Keeps what runs in line with what the shelf says: when the framework starts, and while a version
 * is new. One thread at a time.
 */
final class Upkeep {
  private static final Logger LOG = LoggerFactory.getLogger(Upkeep.class);

  /** Begins what the log tells of plug-ins that failed after they were put in. */
  private static final String TOLD = "ZL-1340";

  /** So long a new version is watched, and gives way when it fails so often, and mostly. */
  private static final Duration PROBATION = Duration.ofMinutes(10);

  private static final int FAILURES = 10;

  private final ShelfBook book;
  private final Placement placement;
  private final WayBack back;
  private final TownBundles bundles;
  private final Standings standings;

  Upkeep(ShelfBook book, Placement placement, WayBack back, Exchange exchange) {
    this.book = book;
    this.placement = placement;
    this.back = back;
    bundles = exchange.bundles();
    standings = exchange.standings();
  }

  /**
   * Start what is on the shelf, each judged anew: the framework starts none of it by itself. It is
   * installed first after a crash, a cache that was cleared, or another Java. What does not start
   * gives way to the version before it, or stays out, and people are told why.
   */
  void putInOrder() throws IOException {
    List<Shelved> all = book.all();
    Set<String> wanted = all.stream().map(TownBundles::location).collect(Collectors.toSet());
    bundles.all().stream()
        .filter(TownBundles::isOnShelf)
        .filter(bundle -> !wanted.contains(bundle.getLocation()))
        .forEach(bundles::dismiss);
    startOrKeepOut(all);
  }

  /** Other vendors are trusted now: stop whom nobody vouches for, and try those kept out again. */
  void heedVendors() throws IOException {
    List<Shelved> all = book.all();
    List<Shelved> out = all.stream().filter(one -> standings.whyKeptOut(one).isPresent()).toList();
    for (Shelved shelved : all) {
      List<Wording> why = placement.stopIfDistrusted(shelved);
      if (!why.isEmpty()) {
        keepOut(shelved, why);
      }
    }
    startOrKeepOut(out);
  }

  private void startOrKeepOut(List<Shelved> all) throws IOException {
    List<Shelved> left = all;
    Map<Shelved, List<Wording>> faults = start(left);
    while (!faults.isEmpty() && faults.size() < left.size()) {
      left = List.copyOf(faults.keySet()); // they may have needed one that has started since
      faults = start(left);
    }
    for (Map.Entry<Shelved, List<Wording>> each : faults.entrySet()) {
      keepOut(each.getKey(), each.getValue());
    }
  }

  private Map<Shelved, List<Wording>> start(List<Shelved> all) throws IOException {
    Map<Shelved, List<Wording>> faults = new LinkedHashMap<>();
    for (Shelved shelved : all) {
      List<Wording> why = begin(shelved);
      if (!why.isEmpty()) {
        faults.put(shelved, why);
      }
    }
    return faults;
  }

  /** Whatever one does, the others are started. */
  private List<Wording> begin(Shelved shelved) throws IOException {
    try {
      return placement.start(shelved);
    } catch (RuntimeException | LinkageError e) {
      LOG.error("{} cannot be started", shelved.name(), e);
      return List.of(Wording.same(TownBundles.cause(e)));
    }
  }

  private void keepOut(Shelved shelved, List<Wording> faults) throws IOException {
    Wording name = Wording.same(shelved.name());
    Wording version = Wording.same(shelved.current().version());
    List<Wording> why = new ArrayList<>();
    faults.forEach(
        fault -> why.add(ShelfWords.tell("did-not-start", List.of(name, version, fault))));
    if (standings.whyKeptOut(shelved).filter(why::equals).isEmpty()) {
      why.forEach(Upkeep::tell);
    }
    standings.keptOut(shelved, why);
    giveWay(shelved);
    Optional<Bundle> now = book.find(shelved.name()).flatMap(bundles::find);
    if (now.filter(TownBundles::isActive).isEmpty()) {
      bundles.bringBack(shelved.name());
    }
  }

  /** Look whether a version that is new fails too often to stay. */
  void watch(Instant now) throws IOException {
    for (Shelved shelved : book.all()) {
      if (shelved.before().isPresent() && shelved.since().isAfter(now.minus(PROBATION))) {
        watch(shelved);
      }
    }
  }

  private void watch(Shelved shelved) throws IOException {
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

  private void giveWay(Shelved shelved) throws IOException {
    if (shelved.before().isPresent()) {
      back.take(shelved).sentences().forEach(Upkeep::tell);
    }
  }

  private static void tell(Wording sentence) {
    LOG.warn("{} {} / {}", TOLD, sentence.zh(), sentence.en());
  }
}
