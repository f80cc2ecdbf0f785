package org.zhili.osgi.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.zhili.core.plugin.Membership;
import org.zhili.core.plugin.PluginGate;
import org.zhili.core.plugin.PluginIdentity;

/**
 * Where the plug-ins of one bundle wait: they have introduced themselves, and are asked nothing
 * until the porch is opened. What comes after that goes straight in. Thread-safe.
 */
final class Porch {
  private final PluginGate gate;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  // guarded by the lock
  private final List<Membership> waiting = new ArrayList<>();
  private final Set<Class<?>> came = new HashSet<>();
  private final Set<Class<?>> unmade = new HashSet<>();
  private boolean open;

  Porch(PluginGate gate) {
    this.gate = gate;
  }

  /** Have a plug-in introduce itself. */
  <P> Membership hear(Class<P> spi, P plugin, PluginIdentity identity) {
    Membership membership = gate.introduce(spi, plugin, identity);
    if (mayEnter(spi, membership)) {
      gate.enter(membership);
    }
    return membership;
  }

  private boolean mayEnter(Class<?> spi, Membership membership) {
    lock.lock();
    try {
      came.add(spi);
      changed.signalAll();
      return open || !waiting.add(membership);
    } finally {
      lock.unlock();
    }
  }

  /** One was announced, and could not be made. */
  void unmade(Class<?> spi) {
    lock.lock();
    try {
      unmade.add(spi);
      came.add(spi);
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Wait until somebody has come, or failed to, for each of these; says who is missing. */
  Set<Class<?>> await(Set<Class<?>> announced, Duration patience) throws InterruptedException {
    Set<Class<?>> missing = new HashSet<>(announced);
    long left = patience.toNanos();
    lock.lock();
    try {
      missing.removeAll(came);
      while (!missing.isEmpty() && left > 0) {
        left = changed.awaitNanos(left);
        missing.removeAll(came);
      }
      return missing;
    } finally {
      lock.unlock();
    }
  }

  /** What was announced and could not be made. */
  Set<Class<?>> unmade() {
    lock.lock();
    try {
      return Set.copyOf(unmade);
    } finally {
      lock.unlock();
    }
  }

  /** Let all of them in. */
  void open() {
    List<Membership> all;
    lock.lock();
    try {
      open = true;
      all = List.copyOf(waiting);
      waiting.clear();
    } finally {
      lock.unlock();
    }
    all.forEach(gate::enter);
  }
}
