package org.zhili.core.ingest;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import org.zhili.core.store.StoreUnavailable;
import org.zhili.id.AreaId;
import org.zhili.id.DeviceId;
import org.zhili.id.NetworkId;

/**
 * Where quarantined messages are looked up; they enter and leave it by {@link IngestStore}.
 *
 * <p>Thread-safe. Every method throws {@link StoreUnavailable} when it is worth repeating.
 */
public interface QuarantineStore {
  Optional<Quarantined> find(UUID id);

  /**
   * List messages in the order of their ids.
   *
   * @param areas only those of devices that are registered in any of these; none for all messages
   * @param after continue behind this id
   */
  List<Quarantined> list(Selection selection, Set<AreaId> areas, Optional<UUID> after, int limit);

  /** The same, wherever they come from. */
  default List<Quarantined> list(Selection selection, Optional<UUID> after, int limit) {
    return list(selection, Set.of(), after, limit);
  }

  /**
   * List the devices that messages of this kind are from or about, each once, in an order of ids.
   *
   * @param after continue behind this device
   */
  List<DeviceId> devices(Quarantined.Kind kind, Optional<DeviceId> after, int limit);

  /**
   * List the names in networks of devices that were not registered when their messages were kept,
   * each once, in an order of names.
   *
   * @param after continue behind this name
   */
  List<NetworkId> strangers(Optional<NetworkId> after, int limit);

  /** Remove these messages for good, and say how many there were. */
  int discard(Set<UUID> ids);

  /**
   * Remove what was received before that time; then the oldest, by id, until no more than so many
   * {@link Quarantined#bytes} remain. In portions, so that others can write in between.
   */
  Pruned prune(Instant receivedBefore, long maxBytes);

  /** What was removed. */
  record Pruned(long messages, long bytes) {
    public static final Pruned NOTHING = new Pruned(0, 0);

    public Pruned plus(Pruned more) {
      return new Pruned(messages + more.messages, bytes + more.bytes);
    }
  }

  /**
   * Which messages are meant: those that fit all that is present.
   *
   * @param driverless only those of no driver
   */
  record Selection(
      Optional<Quarantined.Kind> kind,
      Optional<DeviceId> device,
      Optional<NetworkId> network,
      Optional<String> driver,
      boolean driverless,
      OptionalInt attemptsBelow) {
    public static final Selection ALL =
        new Selection(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            false,
            OptionalInt.empty());

    public static Selection of(Quarantined.Kind kind) {
      return ALL.narrowed(kind);
    }

    public static Selection of(DeviceId device) {
      return new Selection(
          Optional.empty(),
          Optional.of(device),
          Optional.empty(),
          Optional.empty(),
          false,
          OptionalInt.empty());
    }

    /** Those with anything from what a network calls so. */
    public static Selection of(NetworkId network) {
      return new Selection(
          Optional.empty(),
          Optional.empty(),
          Optional.of(network),
          Optional.empty(),
          false,
          OptionalInt.empty());
    }

    public static Selection ofDriver(String driver) {
      return new Selection(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.of(driver),
          false,
          OptionalInt.empty());
    }

    /** Those that no driver is known for. */
    public static Selection unclaimed() {
      return new Selection(
          Optional.of(Quarantined.Kind.NO_DRIVER),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          true,
          OptionalInt.empty());
    }

    /** These, as far as they are of that kind. */
    public Selection narrowed(Quarantined.Kind to) {
      return new Selection(Optional.of(to), device, network, driver, driverless, attemptsBelow);
    }

    /** These, as far as they were tried fewer times. */
    public Selection triedLessThan(int attempts) {
      return new Selection(kind, device, network, driver, driverless, OptionalInt.of(attempts));
    }

    /** Whether the message fits. */
    public boolean fits(Quarantined message) {
      return (kind.isEmpty() || kind.get() == message.kind())
          && (device.isEmpty() || device.equals(message.device()))
          && (network.isEmpty()
              || network.equals(message.network())
              || message.inside().strangers().contains(network.get()))
          && (driver.isEmpty() || driver.equals(message.driver()))
          && (!driverless || message.driver().isEmpty())
          && (attemptsBelow.isEmpty() || message.attempts() < attemptsBelow.getAsInt());
    }
  }
}
