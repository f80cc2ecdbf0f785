package org.zhili.core.ingest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.zhili.core.ingest.Quarantine.Replayed;
import org.zhili.core.ingest.Quarantined.Kind;
import org.zhili.core.store.StoreUnavailable;
import org.zhili.id.DeviceId;

/**
 * Some quarantined messages on their way back, page by page. Behind one that nobody was asked
 * about, those of its device and of its driver wait as well, so that they stay in their order. For
 * one thread.
 */
final class Replay {
  private final BatchWriter writer;
  private final Devices register;
  private final Set<DeviceId> devices = new HashSet<>();
  private final Set<Asked> asked = new HashSet<>();

  Replay(BatchWriter writer, Devices register) {
    this.writer = writer;
    this.register = register;
  }

  /** Who is asked: a driver about its own devices is another matter than about strangers. */
  private record Asked(String driver, boolean registered) {}

  /**
   * Try those again that are worthwhile.
   *
   * @throws StoreUnavailable when the town leaves meanwhile
   */
  Replayed page(List<Quarantined> messages, Predicate<Quarantined> worthwhile) {
    List<Entry> entries = new ArrayList<>(messages.size());
    Map<UUID, Integer> attempts = new HashMap<>();
    for (Quarantined message : messages) {
      if (message.replayable() && !waits(message) && worthwhile.test(message)) {
        entries.add(Entry.replayed(message));
        attempts.put(message.id(), message.attempts());
      }
    }
    Settled settled = settle(entries);
    settled.quarantined().stream()
        .filter(kept -> Integer.valueOf(kept.attempts()).equals(attempts.get(kept.id())))
        .forEach(this::waitFor);
    int again = settled.quarantined().size();
    return new Replayed(
        entries.size() - again - settled.gone(),
        messages.size() - entries.size() + again,
        settled.gone());
  }

  private boolean waits(Quarantined message) {
    return message.device().filter(devices::contains).isPresent()
        || asked(message).filter(asked::contains).isPresent();
  }

  /** Nobody was asked about it, or it would count as a try. */
  private void waitFor(Quarantined untried) {
    untried.device().ifPresent(devices::add);
    if (untried.kind() == Kind.DRIVER_FAILED) {
      asked(untried).ifPresent(asked::add);
    }
  }

  private Optional<Asked> asked(Quarantined message) {
    boolean registered = message.device().flatMap(register::find).isPresent();
    return message.driver().map(driver -> new Asked(driver, registered));
  }

  private Settled settle(List<Entry> entries) {
    try {
      return writer.settle(entries);
    } catch (InterruptedException e) {
      if (!writer.isLeaving()) {
        Thread.currentThread().interrupt();
      }
      throw new StoreUnavailable("called off; what was not replayed stays in quarantine", e);
    }
  }
}
