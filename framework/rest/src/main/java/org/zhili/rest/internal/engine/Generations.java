package org.zhili.rest.internal.engine;

import jakarta.servlet.ServletConfig;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The application of the moment, and those that are on their way out.
 *
 * <p>A new one is built beside the old one and takes over between two requests. Thread-safe.
 */
public final class Generations {
  private static final Logger LOG = LoggerFactory.getLogger(Generations.class);

  private final Assembly assembly;
  private final Duration drain;
  private final Set<Generation> leaving = ConcurrentHashMap.newKeySet();
  private volatile Optional<Generation> current = Optional.empty();
  private boolean over;

  /**
   * @param drain how long a departing part is held for requests that still use it
   */
  public Generations(ServletConfig config, Settings settings, Duration drain) {
    this.assembly = new Assembly(config, settings);
    this.drain = drain;
  }

  /**
   * Serve this application from now on. When it cannot be built the present one keeps serving, as
   * all its parts are still there.
   *
   * @param next asked once no other change is under way, so that it is never older than the present
   */
  public void arrive(Supplier<Application> next) {
    replace(next, true);
  }

  /**
   * Serve this application from now on, and return when no request uses an application with the
   * part that goes, or after the limit. When it cannot be built nothing is served: the present one
   * has the part that is about to go.
   *
   * @param next asked once no other change is under way
   */
  public void depart(Supplier<Application> next, Part gone) {
    replace(next, false);
    long deadline = System.nanoTime() + drain.toNanos();
    for (Generation each : leaving) {
      if (each.application().has(gone) && !each.awaitEmpty(deadline)) {
        LOG.warn(
            "{} leaves while requests still use it, after {} s", gone.name(), drain.toSeconds());
      }
    }
  }

  private synchronized void replace(Supplier<Application> next, boolean presentIsWhole) {
    if (over) {
      return;
    }
    long start = System.nanoTime();
    Optional<Generation> built = build(next.get());
    if (built.isEmpty() && presentIsWhole) {
      return;
    }
    swap(built);
    built.ifPresent(
        generation ->
            LOG.info(
                "REST application: {} resources, {} extensions, in {} ms",
                generation.application().resources().size(),
                generation.application().extensions().size(),
                (System.nanoTime() - start) / 1_000_000));
  }

  private Optional<Generation> build(Application next) {
    try {
      return Optional.of(assembly.build(next));
    } catch (Exception | LinkageError e) {
      LOG.error("the REST application could not be built", e);
      return Optional.empty();
    }
  }

  private void swap(Optional<Generation> next) {
    Optional<Generation> old = current;
    old.ifPresent(leaving::add);
    current = next;
    old.ifPresent(Generation::retire);
    leaving.removeIf(Generation::isClosed);
  }

  /**
   * Enter the application of the moment; the caller leaves it with {@link Generation#exit()}. Empty
   * while there is none.
   */
  public Optional<Generation> enter() {
    while (true) {
      Optional<Generation> present = current;
      if (present.isEmpty() || present.get().enter()) {
        return present;
      }
    }
  }

  /** The application of the moment, to look at. */
  public Optional<Application> present() {
    return current.map(Generation::application);
  }

  /** Serve nothing any more. */
  public void end() {
    synchronized (this) {
      over = true;
      swap(Optional.empty());
    }
    long deadline = System.nanoTime() + drain.toNanos();
    leaving.forEach(each -> each.awaitEmpty(deadline));
  }
}
