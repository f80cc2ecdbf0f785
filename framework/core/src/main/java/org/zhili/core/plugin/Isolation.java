package org.zhili.core.plugin;

import java.time.InstantSource;
import java.util.HashSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zhili.core.store.Transactions;

/**
 * The plug-ins a person wants asked nothing (隔离), whatever version of them comes, until a person
 * releases them: kept in the store, so that an update, a rollback or a restart does not undo it.
 * Thread-safe. Methods throw {@link org.zhili.core.store.StoreUnavailable} while the store is away.
 */
public final class Isolation {
  private static final Logger log = LoggerFactory.getLogger(Isolation.class);

  private final PluginGate gate;
  private final Transactions transactions;
  private final IsolationStore store;
  private final InstantSource clock;
  private Set<Named> held = Set.of();

  public Isolation(
      PluginGate gate, Transactions transactions, IsolationStore store, InstantSource clock) {
    this.gate = gate;
    this.transactions = transactions;
    this.store = store;
    this.clock = clock;
  }

  /** Hold what is written down, also by other nodes; to be called at the start and now and then. */
  public synchronized void hold() {
    Set<Named> wanted = isolated();
    Set<Named> released = new HashSet<>(held);
    released.removeAll(wanted);
    released.forEach(gate::release);
    wanted.stream().filter(name -> !held.contains(name)).forEach(gate::isolate);
    held = wanted;
  }

  /** Hold nobody any more, as the town closes; the gate may outlive it. */
  public synchronized void letGo() {
    held.forEach(gate::release);
    held = Set.of();
  }

  /** Those that are isolated, whether they are here or not. */
  public Set<Named> isolated() {
    return transactions.read(store::isolated);
  }

  /**
   * Have one asked nothing more.
   *
   * @param by who wants that
   */
  public void isolate(Named name, String by) {
    transactions.run(() -> store.isolate(name, by, clock.instant()));
    log.info("{} is isolated by {}", name, by);
    hold();
  }

  /**
   * Have one asked again, as if it had never failed; also one that was not isolated. Calls that
   * hang keep it out all the same: its status tells.
   */
  public synchronized void release(Named name, String by) {
    transactions.run(() -> store.release(name));
    log.info("{} is released by {}", name, by);
    hold();
    gate.release(name);
  }
}
