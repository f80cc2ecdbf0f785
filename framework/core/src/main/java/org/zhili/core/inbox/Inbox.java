package org.zhili.core.inbox;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.zhili.city.Device;
import org.zhili.core.city.DeviceBook;
import org.zhili.core.ingest.Ingestion;
import org.zhili.core.ingest.Quarantine.Replayed;
import org.zhili.core.ingest.QuarantineStore.Selection;
import org.zhili.core.store.StoreConflict;
import org.zhili.id.DeviceId;
import org.zhili.text.Text;

/**
 * The devices that wait to be registered (待登记设备): seen in what the quarantine keeps of them, and
 * gone once the register knows them. Thread-safe. Methods throw {@link
 * org.zhili.core.store.StoreUnavailable} while the store is away.
 */
public final class Inbox {
  private final InboxStore store;
  private final DeviceBook devices;
  private final Ingestion ingestion;
  private final InstantSource clock;
  private final Runnable sweepSoon;

  /**
   * @param sweepSoon has the quarantine swept once the running transaction is committed
   */
  public Inbox(
      InboxStore store,
      DeviceBook devices,
      Ingestion ingestion,
      InstantSource clock,
      Runnable sweepSoon) {
    this.store = store;
    this.devices = devices;
    this.ingestion = ingestion;
    this.clock = clock;
    this.sweepSoon = sweepSoon;
  }

  /** Those who wait, by name, behind the one of that name. */
  public List<Stranger> waiting(Optional<String> after, int limit) {
    return store.strangers(after, limit);
  }

  /** How many wait; counts no further than so many. */
  public int count(int most) {
    return store.count(most);
  }

  /** The stranger of this name, also when it was dismissed. */
  public Optional<Stranger> find(String name) {
    return store.stranger(name);
  }

  /** The drivers that understand what it says, the likeliest first. */
  public List<String> drivers(Stranger stranger) {
    return ingestion.driversFor(messages(stranger));
  }

  /**
   * Say that more than one driver understands a stranger, if so. That is the only tie there can be
   * between drivers: of a registered device its own alone is asked, whatever topics others claim.
   *
   * @param drivers those that understand it
   */
  public Optional<Text> tie(Stranger stranger, List<String> drivers) {
    return drivers.size() < 2
        ? Optional.empty()
        : ingestion
            .firstOf(drivers)
            .map(
                first ->
                    Text.of(
                        "ingest.tied",
                        String.join(", ", drivers),
                        stranger.name(),
                        stranger.topic(),
                        first));
  }

  /**
   * Register a stranger, and read what was kept of it, in its order.
   *
   * @param device what it becomes, behind the stranger's network; one that is behind none keeps its
   *     own id, as its topic has it
   * @return empty when the id is another device's already
   */
  public Optional<Replayed> approve(Stranger stranger, Device device) {
    return register(stranger, device) ? Optional.of(replay(stranger)) : Optional.empty();
  }

  /**
   * Register a stranger in the running transaction. What was kept of it is read by the town's next
   * sweep of the quarantine, soon after {@link #replaySoon}.
   *
   * @return whether it was; not when the id is another device's already
   */
  public boolean register(Stranger stranger, Device device) {
    boolean fits =
        device.network().equals(stranger.network())
            && (stranger.network().isPresent() || device.id().value().equals(stranger.name()));
    if (!fits) {
      throw new IllegalArgumentException(device.id() + " is not what became of " + stranger.name());
    }
    if (devices.find(device.id()).isPresent()) {
      return false;
    }
    devices.registerDevice(
        device.id(),
        before -> {
          if (before.isPresent()) {
            throw new StoreConflict("somebody else registered " + device.id() + " meanwhile");
          }
          return device;
        });
    store.recall(stranger.name());
    return true;
  }

  /**
   * Have what was kept of strangers read that are registered in the running transaction; the town
   * remembers to, also when it is killed meanwhile.
   */
  public void replaySoon() {
    sweepSoon.run();
  }

  private Replayed replay(Stranger stranger) {
    return ingestion.quarantine().replayAll(messages(stranger));
  }

  /** Have it listed no more. It can be found by its name and approved all the same. */
  public void dismiss(Stranger stranger, String by) {
    store.dismiss(stranger.name(), by, clock.instant());
  }

  private static Selection messages(Stranger stranger) {
    return stranger
        .network()
        .map(Selection::of)
        .orElseGet(() -> Selection.of(new DeviceId(stranger.name())));
  }
}
