package org.zhili.resources.internal.live;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zhili.access.Role;
import org.zhili.access.Viewer;
import org.zhili.core.plugin.Registration;
import org.zhili.core.town.Town;
import org.zhili.core.town.TownStores;
import org.zhili.core.trace.TraceStore.Grown;
import org.zhili.id.AreaId;
import org.zhili.id.CaseId;
import org.zhili.resources.internal.Scope;
import org.zhili.resources.live.LiveFeed;
import org.zhili.resources.live.Notice;

/**
 * Looks at what has changed once a second, for all who listen together, and not at all while nobody
 * does. So it sees what other nodes do, too; of pages and plug-ins each node knows its own.
 */
public final class Watch implements LiveFeed {
  private static final Logger LOG = LoggerFactory.getLogger(Watch.class);

  /** Who may follow what changes, as {@link LiveResource} says. */
  static final Set<String> TOLD =
      Set.of(Role.OPERATOR, Role.SUPERVISOR, Role.ADMINISTRATOR, Role.UNIT, Role.DISPLAY);

  private final Town town;
  private final Scope scope;
  private final Beat beat;
  private final List<Listener> listeners = new CopyOnWriteArrayList<>();

  /** Never held while somebody is told, who may hold something that others leave with. */
  private final Object looking = new Object();

  private Optional<Seen> seen = Optional.empty();
  private boolean closed;
  private Optional<Registration> beating = Optional.empty();

  /** Has something done again and again until it is closed. */
  @FunctionalInterface
  public interface Beat {
    Registration begin(Runnable look);
  }

  /** What there was at the last look; it holds on to no code of plug-ins. */
  private record Seen(
      Growth growth, Map<AreaId, String> reviews, List<Integer> pages, List<String> plugIns) {}

  public Watch(Town town, Scope scope, Beat beat) {
    this.town = town;
    this.scope = scope;
    this.beat = beat;
  }

  @Override
  public synchronized Optional<Registration> listen(Viewer viewer, Consumer<Notice> line) {
    boolean told = TOLD.stream().anyMatch(viewer::has);
    if (closed || !told || (!Scope.ofTownHall(viewer) && viewer.unit().isEmpty())) {
      return Optional.empty();
    }
    Listener listener = new Listener(viewer, scope, line);
    listeners.add(listener);
    if (beating.isEmpty()) {
      begin();
      beating = Optional.of(beat.begin(this::look));
    }
    return Optional.of(() -> leave(listener));
  }

  private synchronized void leave(Listener listener) {
    listeners.remove(listener);
    if (listeners.isEmpty()) {
      rest();
    }
  }

  private void rest() {
    beating.ifPresent(Registration::close);
    beating = Optional.empty();
  }

  private void begin() {
    synchronized (looking) {
      seen = Optional.empty();
    }
    changes();
  }

  private void look() {
    changes().ifPresent(telling -> listeners.forEach(listener -> tell(listener, telling)));
  }

  /** One who cannot be told keeps nobody else from it, and is told at the next look. */
  private static void tell(Listener listener, Consumer<Listener> telling) {
    try {
      telling.accept(listener);
    } catch (RuntimeException e) {
      LOG.warn("Somebody is told a little later what changed", e);
    }
  }

  /**
   * What to tell. What could not be read is read at the next look; what there is at the first is no
   * change to those who came after it, and may be one to those who waited for it.
   */
  private Optional<Consumer<Listener>> changes() {
    synchronized (looking) {
      try {
        if (seen.isPresent()) {
          return Optional.of(changesSince(seen.get()));
        }
        seen = Optional.of(present());
        return Optional.of(Listener::hearAll);
      } catch (RuntimeException e) {
        LOG.debug("What changed is read a little later", e);
      }
      return Optional.empty();
    }
  }

  private Seen present() {
    TownStores stores = town.stores();
    return stores
        .transactions()
        .read(
            () ->
                new Seen(
                    Growth.from(stores.traces().position(), stores.traces()::grown),
                    stores.reviews().signs(),
                    pages(),
                    plugIns()));
  }

  private Consumer<Listener> changesSince(Seen before) {
    TownStores stores = town.stores();
    return stores
        .transactions()
        .read(
            () -> {
              List<Grown> grown = before.growth().read(stores.traces()::grown);
              if (Growth.isFlood(grown)) {
                seen = Optional.of(present());
                return Listener::hearAll;
              }
              List<Listener.Moved> moved = moved(stores, grown);
              Seen now = new Seen(before.growth(), stores.reviews().signs(), pages(), plugIns());
              before.growth().take(grown);
              seen = Optional.of(now);
              Listener.Changes changes =
                  new Listener.Changes(
                      moved,
                      differing(before.reviews(), now.reviews()),
                      !before.pages().equals(now.pages()),
                      !before.plugIns().equals(now.plugIns()));
              return listener -> listener.hear(changes);
            });
  }

  private List<Listener.Moved> moved(TownStores stores, List<Grown> grown) {
    Map<CaseId, Long> first = new LinkedHashMap<>();
    grown.forEach(one -> first.merge(one.caseId(), one.version(), Math::min));
    boolean units = listeners.stream().anyMatch(Listener::isUnit);
    return first.entrySet().stream()
        .flatMap(
            one ->
                stores.cases().find(one.getKey()).stream()
                    .map(
                        file ->
                            new Listener.Moved(
                                file,
                                units
                                    ? Parts.before(one.getValue(), stores.traces().of(file.id()))
                                    : Set.of())))
        .toList();
  }

  private static Set<AreaId> differing(Map<AreaId, String> before, Map<AreaId, String> now) {
    Set<AreaId> areas = new HashSet<>(before.keySet());
    areas.addAll(now.keySet());
    return areas.stream()
        .filter(
            area ->
                !Optional.ofNullable(before.get(area)).equals(Optional.ofNullable(now.get(area))))
        .collect(Collectors.toSet());
  }

  private List<Integer> pages() {
    return town.modules().contributions().pages().stream().map(System::identityHashCode).toList();
  }

  private List<String> plugIns() {
    return town.gate().status().stream()
        .map(
            status ->
                status.kind()
                    + " "
                    + status.plugin()
                    + " "
                    + status.state()
                    + " "
                    + status.bulkhead().state())
        .toList();
  }

  @Override
  public synchronized void close() {
    closed = true;
    listeners.clear();
    rest();
  }
}
