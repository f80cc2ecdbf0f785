package org.zhili.itests;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.zhili.itests.Books.Alarm;
import org.zhili.itests.Books.Alert;

/**
 * Follows every acknowledged message to what became of it. For a cover, which the city does not
 * damp, what must become of each is known beforehand: the first alarm of a row raises an alert, all
 * others are merged into it, and the message after the row ends it. For a bin see {@link
 * BinReckoning}.
 */
final class MessageReckoning {
  private record Key(String device, Instant at) {}

  private final List<Uplink> acknowledged;
  private final Map<Key, Books.Reading> readings = new HashMap<>();
  private final Map<Key, List<Alarm>> alarms = new HashMap<>();
  private final Map<UUID, Alert> alerts = new HashMap<>();
  private final Set<String> ended = new HashSet<>();
  private final Collection<String> quarantined;
  private final Map<String, Integer> became = new TreeMap<>();
  private final List<String> faults = new ArrayList<>();

  MessageReckoning(Ledger ledger, Books books) {
    acknowledged = ledger.messages();
    books
        .readings()
        .forEach(reading -> readings.put(new Key(reading.device(), reading.at()), reading));
    for (Alarm alarm : books.alarms()) {
      alarms
          .computeIfAbsent(new Key(alarm.device(), alarm.at()), key -> new ArrayList<>())
          .add(alarm);
    }
    books.alerts().forEach(alert -> alerts.put(alert.id(), alert));
    books.cases().stream()
        .filter(file -> file.standing().ended())
        .forEach(file -> ended.add(file.report().key()));
    quarantined = books.quarantined();
  }

  /** Everything that is not as it must be, one line each. */
  List<String> faults() {
    Map<String, List<Uplink>> byDevice = new TreeMap<>();
    Set<Key> known = new HashSet<>();
    for (Uplink uplink : acknowledged) {
      known.add(key(uplink));
      byDevice.computeIfAbsent(uplink.device(), device -> new ArrayList<>()).add(uplink);
      settled(uplink);
    }
    for (Books.Reading reading : readings.values()) {
      if (!known.contains(new Key(reading.device(), reading.at()))) {
        faults.add("nobody sent: " + reading);
      } else if (!reading.flags().isEmpty()) {
        faults.add("out of order: " + reading);
      }
    }
    quarantined.forEach(message -> faults.add("in quarantine: " + message));
    byDevice.forEach(
        (device, said) -> {
          List<Uplink> inOrder = new ArrayList<>(said);
          inOrder.sort(Comparator.comparing(Uplink::at));
          if (device.startsWith("cover")) {
            expected(inOrder);
          } else {
            bin(device).fault(inOrder).ifPresent(faults::add);
          }
        });
    return faults;
  }

  /** How many alarms became what. */
  Map<String, Integer> became() {
    return became;
  }

  private static Key key(Uplink uplink) {
    return new Key(uplink.device(), uplink.at());
  }

  private void settled(Uplink uplink) {
    if (!readings.containsKey(key(uplink))) {
      faults.add("lost: " + uplink);
      return;
    }
    List<Alarm> found = alarms.getOrDefault(key(uplink), List.of());
    if (found.size() != (uplink.alarm() ? 1 : 0)) {
      faults.add("taken for " + found.size() + " alarms: " + uplink);
      return;
    }
    for (Alarm alarm : found) {
      became.merge(alarm.became(), 1, Integer::sum);
      boolean accounted =
          switch (alarm.became()) {
            case "RAISED", "MERGED" -> alarm.alert().filter(alerts::containsKey).isPresent();
            case "SUPPRESSED" -> alarm.reason().isPresent();
            case "DEBOUNCED" -> true;
            default -> false;
          };
      if (!accounted) {
        faults.add("not accounted for: " + alarm);
      }
    }
  }

  private BinReckoning bin(String device) {
    return new BinReckoning(
        alerts.values().stream().filter(alert -> alert.device().equals(device)).toList(),
        alarms.values().stream()
            .flatMap(List::stream)
            .filter(alarm -> alarm.device().equals(device))
            .toList(),
        ended.contains("device " + device + " full"));
  }

  private void expected(List<Uplink> inOrder) {
    Set<UUID> seen = new HashSet<>();
    List<Uplink> row = new ArrayList<>();
    for (Uplink uplink : inOrder) {
      if (uplink.alarm()) {
        row.add(uplink);
      } else {
        oneAlert(row, true, seen);
        row.clear();
      }
    }
    oneAlert(row, false, seen);
    String device = inOrder.get(0).device();
    long all = alerts.values().stream().filter(alert -> alert.device().equals(device)).count();
    if (all != seen.size()) {
      faults.add(device + " has " + all + " alerts and not " + seen.size());
    }
  }

  private void oneAlert(List<Uplink> row, boolean over, Set<UUID> seen) {
    Optional<UUID> raised = Optional.empty();
    for (Uplink uplink : row) {
      Optional<Alarm> alarm = alarms.getOrDefault(key(uplink), List.of()).stream().findFirst();
      String wanted = raised.isEmpty() ? "RAISED" : "MERGED";
      if (alarm.isEmpty() || !alarm.get().became().equals(wanted)) {
        faults.add("should be " + wanted + ": " + uplink + " is " + alarm);
        return;
      }
      if (raised.isPresent() && !alarm.get().alert().equals(raised)) {
        faults.add("merged into another alert: " + alarm);
      }
      raised = alarm.get().alert();
    }
    Optional<Alert> alert = raised.map(alerts::get);
    if (alert.isPresent()) {
      if (!seen.add(alert.get().id())
          || alert.get().occurrences() != row.size()
          || alert.get().over() != over) {
        faults.add("should stand for " + row.size() + ", over " + over + ": " + alert.get());
      }
    }
  }
}
