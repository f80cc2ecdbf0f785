package org.zhili.core.plugin;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zhili.core.plugin.GateLimits.Patience;
import org.zhili.text.Language;
import org.zhili.text.Text;
import org.zhili.text.Words;

/**
 * What of a plug-in is asked, and why the rest is not: its parts each have a breaker and a share of
 * the calls that may hang, so that one part that hangs is left alone before all of them are.
 * Thread-safe.
 */
final class Circuits {
  private static final Logger log = LoggerFactory.getLogger(PluginGate.class);
  private static final Words WORDS = Words.beside(PluginGate.class);

  /** Has a share of the calls that may hang, like a part. */
  private static final String ASIDE = "aside";

  /** The second that spins; no more processors are given away. */
  private static final int SPINNING = 2;

  private final PluginIdentity identity;
  private final GateLimits limits;
  private final Hanging hanging;
  private final Map<String, Breaker> breakers = new ConcurrentHashMap<>();
  private volatile boolean isolated;

  Circuits(PluginIdentity identity, GateLimits limits, Hanging hanging) {
    this.identity = identity;
    this.limits = limits;
    this.hanging = hanging;
  }

  /** Terms on which a part is asked, at the risk of its breaker. */
  Terms terms(String part, Patience patience) {
    Breaker breaker = breakers.computeIfAbsent(part, this::breaker);
    return new Terms(part, patience, breaker, false);
  }

  /** Terms on which it is asked whatever stands against it, and at nobody's risk. */
  Terms aside(Patience patience) {
    return new Terms(ASIDE, patience, harmless(ASIDE), true);
  }

  /**
   * The same of what is asked in vain. Only what hangs counts, as that of the part, since the
   * thread it holds is a real one.
   */
  Terms rehearsal(String part, Patience patience) {
    breakers.computeIfAbsent(part, this::breaker); // so that the part is listed when it hangs
    return new Terms(part, patience, harmless(part), true);
  }

  private Breaker harmless(String part) {
    return new Breaker(name(part), limits.breaking(), System::nanoTime, circuit -> {});
  }

  private Breaker breaker(String part) {
    return new Breaker(name(part), limits.breaking(), System::nanoTime, this::tell);
  }

  private void tell(Circuit circuit) {
    log.warn(WORDS.render(circuit.why(), Language.EN));
  }

  private String name(String part) {
    return part.isEmpty() ? identity.toString() : identity + " " + part;
  }

  /** Whether this part would be asked now, or at least tried. */
  boolean isAsked(String part) {
    Breaker breaker = breakers.get(part);
    return !isolated && !hangs(part) && (breaker == null || breaker.wouldPass());
  }

  /** Why nothing may be asked on these terms, whatever the breaker says. */
  Optional<Answer.Why> spared(Terms terms) {
    if (isolated && !terms.aside()) {
      return Optional.of(Answer.Why.ISOLATED);
    }
    return hangs(terms.part()) ? Optional.of(Answer.Why.HANGING) : Optional.empty();
  }

  private boolean hangs(String part) {
    return !hanging.isEmpty() && (isJammed() || isJammed(part) || spinsFor(part).isPresent());
  }

  /** Whether so many calls hang that asking on would only hang more. */
  private boolean isJammed() {
    return hanging.count() >= limits.hanging();
  }

  /** The same of a part, so that the others can be asked. */
  private boolean isJammed(String part) {
    return hanging.count(part) >= share() || hanging.spinning(part).size() >= SPINNING;
  }

  private int share() {
    return (limits.hanging() + 1) / 2;
  }

  /** For how long no processor is risked on it, as one spins already; until that comes back. */
  private Optional<Duration> spinsFor(String part) {
    return hanging.spinning(part).stream()
        .findFirst()
        .map(mark -> limits.breaking().longestPause().minusNanos(mark.nanos()))
        .filter(left -> !left.isNegative());
  }

  Hanging.Mark abandoned(String part, @Nullable Thread thread, boolean spins) {
    boolean before = hangs(part);
    Hanging.Mark mark = hanging.add(part, thread, spins);
    if (!before && hangs(part)) {
      (isJammed() ? Optional.of(jam()) : out(part)).ifPresent(this::tell);
    }
    return mark;
  }

  void isolate() {
    isolated = true;
  }

  /** Ask it again, as if it had never failed. */
  void release() {
    isolated = false;
    breakers.values().forEach(Breaker::close);
  }

  /** What of it is not asked now. */
  List<Circuit> list() {
    List<Circuit> circuits = new ArrayList<>();
    if (isolated) {
      Text why = Text.of("plugin.isolated", identity.toString());
      circuits.add(new Circuit("", Circuit.State.ISOLATED, why, Optional.empty()));
    }
    if (isJammed()) {
      circuits.add(jam());
      return circuits;
    }
    new TreeMap<>(breakers)
        .forEach(
            (part, breaker) -> out(part).or(() -> breaker.circuit(part)).ifPresent(circuits::add));
    return circuits;
  }

  private Optional<Circuit> out(String part) {
    if (isJammed(part)) {
      return Optional.of(jam(part, name(part), hanging.count(part)));
    }
    Text why = Text.of("plugin.spinning", name(part));
    return spinsFor(part)
        .map(left -> new Circuit(part, Circuit.State.OPEN, why, Optional.of(left)));
  }

  private Circuit jam() {
    return jam("", identity.toString(), hanging.count());
  }

  private static Circuit jam(String part, String name, int calls) {
    Text why = Text.of("plugin.hanging", name, Integer.toString(calls));
    return new Circuit(part, Circuit.State.OPEN, why, Optional.empty());
  }
}
