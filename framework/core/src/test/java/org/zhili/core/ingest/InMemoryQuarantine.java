package org.zhili.core.ingest;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.zhili.city.Device;
import org.zhili.core.city.RegisterStore;
import org.zhili.core.ingest.QuarantineStore.Pruned;
import org.zhili.core.ingest.QuarantineStore.Selection;
import org.zhili.id.AreaId;
import org.zhili.id.DeviceId;
import org.zhili.id.NetworkId;

/** The quarantine of an {@link InMemoryIngestStore}, under its lock. */
final class InMemoryQuarantine {
  private final TreeMap<UUID, Quarantined> quarantine = new TreeMap<>();
  private final RegisterStore registers;

  InMemoryQuarantine(RegisterStore registers) {
    this.registers = registers;
  }

  /** All messages by id, to be changed by whoever holds the lock. */
  Map<UUID, Quarantined> rows() {
    return quarantine;
  }

  List<Quarantined> list(Selection selection, Set<AreaId> areas, Optional<UUID> after, int limit) {
    Stream<Quarantined> behind =
        after.isPresent()
            ? quarantine.tailMap(after.get(), false).values().stream()
            : quarantine.values().stream();
    return behind
        .filter(selection::fits)
        .filter(message -> areas.isEmpty() || area(message).filter(areas::contains).isPresent())
        .limit(limit)
        .toList();
  }

  private Optional<AreaId> area(Quarantined message) {
    return message.device().flatMap(registers::device).map(Device::area);
  }

  List<DeviceId> devices(Quarantined.Kind kind, Optional<DeviceId> after, int limit) {
    return quarantine.values().stream()
        .filter(Selection.of(kind)::fits)
        .flatMap(message -> message.device().stream())
        .filter(device -> after.isEmpty() || device.compareTo(after.get()) > 0)
        .distinct()
        .sorted()
        .limit(limit)
        .toList();
  }

  List<NetworkId> strangers(Optional<NetworkId> after, int limit) {
    return quarantine.values().stream()
        .flatMap(message -> message.inside().strangers().stream())
        .filter(network -> after.isEmpty() || network.compareTo(after.get()) > 0)
        .distinct()
        .sorted()
        .limit(limit)
        .toList();
  }

  int discard(Set<UUID> ids) {
    int before = quarantine.size();
    quarantine.keySet().removeAll(ids);
    return before - quarantine.size();
  }

  Pruned prune(Instant receivedBefore, long maxBytes) {
    long bytes = quarantine.values().stream().mapToLong(Quarantined::bytes).sum();
    long messages = 0;
    long removed = 0;
    for (Quarantined message : List.copyOf(quarantine.values())) {
      if (message.message().receivedAt().isBefore(receivedBefore)) {
        quarantine.remove(message.id());
        messages++;
        removed += message.bytes();
      }
    }
    while (bytes - removed > maxBytes) {
      removed += quarantine.remove(quarantine.firstKey()).bytes();
      messages++;
    }
    return new Pruned(messages, removed);
  }
}
