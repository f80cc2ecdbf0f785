package org.zhili.core.plugin;

import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zhili.module.GovernanceModule;
import org.zhili.text.Language;
import org.zhili.text.Words;

/**
 * What the modules at the gate bring to the town, as one snapshot that changes as a whole.
 *
 * <p>A module's contributions appear together and vanish together. One whose required modules are
 * not there waits; one that claims a page or a command another has is refused; both come in by
 * themselves as soon as they can. Modules that require each other come in together.
 *
 * <p>Thread-safe; reading takes no lock.
 */
public final class ModuleBook implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(ModuleBook.class);

  private final PluginGate gate;
  private final Listeners listeners = new Listeners();
  private final ReentrantLock lock = new ReentrantLock();
  private final Registration registration;
  private volatile Edition edition = Edition.BLANK;

  /** Open the book of this gate, and follow it. */
  @SuppressWarnings("this-escape")
  public ModuleBook(PluginGate gate) {
    this.gate = gate;
    registration = gate.onChange(this::refresh);
    refresh();
  }

  /** What all modules in use bring. */
  public Contributions contributions() {
    return edition.contributions();
  }

  /** The words of all plug-ins, as {@link PluginGate#words()}. */
  public Words words() {
    return gate.words();
  }

  /** What became of every module that was brought to the gate, but for those in reserve. */
  public List<ModuleStanding> standings() {
    return Stream.concat(
            edition.standings().stream(), gate.refused(GovernanceModule.class).stream())
        .toList();
  }

  /** Call back after the contributions changed, on the thread that changed them. */
  public Registration onChange(Runnable listener) {
    return listeners.add(listener);
  }

  /** Follow the gate no longer. */
  @Override
  public void close() {
    registration.close();
  }

  private void refresh() {
    Edition before;
    Edition next;
    lock.lock();
    try {
      before = edition;
      next = before.next(gate.modules());
      edition = next;
    } finally {
      lock.unlock();
    }
    next.standings().stream()
        .filter(standing -> !before.standings().contains(standing))
        .forEach(this::announce);
    if (!next.members().equals(before.members())) {
      listeners.fire();
    }
  }

  private void announce(ModuleStanding standing) {
    if (standing instanceof ModuleStanding.InUse) {
      log.info("What module {} brings is in use", standing.module());
    } else {
      standing.reasons().stream()
          .map(reason -> words().render(reason, Language.EN))
          .forEach(reason -> log.warn("Module {} is not in use: {}", standing.module(), reason));
    }
  }
}
