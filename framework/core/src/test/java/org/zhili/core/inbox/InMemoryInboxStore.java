package org.zhili.core.inbox;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.zhili.core.city.RegisterStore;
import org.zhili.core.ingest.InMemoryIngestStore;
import org.zhili.core.ingest.Quarantined;
import org.zhili.id.DeviceId;
import org.zhili.id.NetworkId;

/** Finds strangers in memory. */
public final class InMemoryInboxStore implements InboxStore {
  private final InMemoryIngestStore messages;
  private final RegisterStore registers;
  private final Set<String> dismissed = new HashSet<>();

  public InMemoryInboxStore(InMemoryIngestStore messages, RegisterStore registers) {
    this.messages = messages;
    this.registers = registers;
  }

  private record Name(Optional<NetworkId> network, Optional<DeviceId> device) {
    String text() {
      return network.map(NetworkId::value).orElseGet(() -> device.orElseThrow().value());
    }
  }

  private Stream<Stranger> all() {
    Map<Name, List<Quarantined>> bySender = new HashMap<>();
    messages.quarantined().stream()
        .filter(kept -> kept.kind() != Quarantined.Kind.MALFORMED)
        .forEach(
            kept ->
                senders(kept)
                    .forEach(
                        name ->
                            bySender.computeIfAbsent(name, key -> new ArrayList<>()).add(kept)));
    return bySender.entrySet().stream()
        .filter(entry -> isStranger(entry.getKey()))
        .map(entry -> stranger(entry.getKey(), entry.getValue()))
        .sorted(Comparator.comparing(Stranger::name));
  }

  private static Stream<Name> senders(Quarantined kept) {
    return Stream.concat(
        kept.inside().strangers().stream()
            .map(network -> new Name(Optional.of(network), Optional.empty())),
        kept.network().isPresent()
            ? Stream.empty()
            : kept.device().stream().map(id -> new Name(Optional.empty(), Optional.of(id))));
  }

  private boolean isStranger(Name name) {
    return name.network().flatMap(registers::behind).isEmpty()
        && name.device().flatMap(registers::device).isEmpty();
  }

  private static Stranger stranger(Name name, List<Quarantined> kept) {
    List<Instant> times = kept.stream().map(one -> one.message().receivedAt()).sorted().toList();
    return new Stranger(
        name.text(),
        name.network(),
        kept.stream().map(one -> one.message().origin().topic()).sorted().findFirst().orElseThrow(),
        kept.size(),
        times.get(0),
        times.get(times.size() - 1));
  }

  private Stream<Stranger> waiting() {
    return all().filter(stranger -> !dismissed.contains(stranger.name()));
  }

  @Override
  public synchronized List<Stranger> strangers(Optional<String> after, int limit) {
    return waiting()
        .filter(stranger -> after.isEmpty() || stranger.name().compareTo(after.get()) > 0)
        .limit(limit)
        .toList();
  }

  @Override
  public synchronized Optional<Stranger> stranger(String name) {
    return all()
        .filter(stranger -> stranger.name().equals(name))
        .max(Comparator.comparing(stranger -> stranger.network().isPresent()));
  }

  @Override
  public synchronized int count(int most) {
    return (int) waiting().limit(most).count();
  }

  @Override
  public synchronized void dismiss(String name, String by, Instant at) {
    dismissed.add(name);
  }

  @Override
  public synchronized void recall(String name) {
    dismissed.remove(name);
  }
}
