package org.zhili.core.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.zhili.core.plugin.Guarded;
import org.zhili.core.plugin.PluginGate;

/**
 * The plug-ins of one SPI at the gate, each asked once who it is. Thread-safe.
 *
 * @param <P> the SPI
 * @param <A> how the pipeline knows one
 */
final class Acquaintances<P, A> {
  private final PluginGate gate;
  private final Class<P> spi;
  private final Function<Guarded<P>, Optional<A>> introduction;
  private final Map<Guarded<P>, A> known = new ConcurrentHashMap<>();

  /**
   * Begin to know them.
   *
   * @param introduction asks one who it is; empty when it gives no account of itself
   */
  Acquaintances(PluginGate gate, Class<P> spi, Function<Guarded<P>, Optional<A>> introduction) {
    this.gate = gate;
    this.spi = spi;
    this.introduction = introduction;
  }

  /** Those in use, in their order; one that gives no account of itself any more is passed over. */
  List<A> present() {
    List<Guarded<P>> here = gate.of(spi);
    known.keySet().retainAll(here);
    List<A> present = new ArrayList<>(here.size());
    for (Guarded<P> one : here) {
      known(one).ifPresent(present::add);
    }
    return present;
  }

  private Optional<A> known(Guarded<P> one) {
    A before = known.get(one);
    if (before != null) {
      return Optional.of(before);
    }
    introduction.apply(one).ifPresent(introduced -> known.putIfAbsent(one, introduced));
    if (one.isLeaving()) {
      known.remove(one); // those who looked meanwhile have not seen it here
    }
    return Optional.ofNullable(known.get(one));
  }
}
