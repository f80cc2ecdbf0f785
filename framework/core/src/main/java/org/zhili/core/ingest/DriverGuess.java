package org.zhili.core.ingest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.zhili.core.ingest.Decoder.Sender;
import org.zhili.core.ingest.QuarantineStore.Selection;
import org.zhili.device.Decoded;
import org.zhili.device.DeviceMessage;
import org.zhili.id.NetworkId;

/**
 * Guesses which drivers understand messages, by asking all that are here: once for each message, as
 * long as the same ones are here. Stores nothing. Thread-safe.
 */
final class DriverGuess {
  private static final int ASKED = 20;
  private static final int REMEMBERED = 5_000;

  /** A message, or what one device sent in it. */
  private record Heard(UUID message, Optional<NetworkId> network) {}

  private final QuarantineStore store;
  private final Sources sources;
  private final Unwrapping unwrapping;
  private final Map<Heard, Set<String>> remembered = new LinkedHashMap<>();
  private Set<Answerer> asked = Set.of();

  DriverGuess(QuarantineStore store, Sources sources) {
    this.store = store;
    this.sources = sources;
    unwrapping = new Unwrapping(sources.devices(), sources.openers());
  }

  /** The drivers that understand any of the messages, those that understand most first. */
  List<String> drivers(Selection messages) {
    List<Quarantined> kept = store.list(messages, Optional.empty(), ASKED);
    List<Quarantined> unheard = new ArrayList<>();
    Map<String, Long> understood = new HashMap<>();
    synchronized (this) {
      forgetIfOthersAreHere();
      for (Quarantined message : kept) {
        Set<String> drivers = remembered.get(new Heard(message.id(), messages.network()));
        if (drivers == null) {
          unheard.add(message);
        } else {
          drivers.forEach(driver -> understood.merge(driver, 1L, Long::sum));
        }
      }
    }
    guess(unheard, messages.network())
        .values()
        .forEach(ds -> ds.forEach(driver -> understood.merge(driver, 1L, Long::sum)));
    return understood.entrySet().stream()
        .sorted(
            Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** The one of these drivers that is asked first. */
  Optional<String> firstOf(List<String> drivers) {
    return sources.decoders().present().stream()
        .map(Decoder::id)
        .filter(drivers::contains)
        .findFirst();
  }

  private void forgetIfOthersAreHere() {
    Set<Answerer> here = new HashSet<>(sources.decoders().present());
    here.addAll(sources.openers().present());
    if (!here.equals(asked)) {
      asked = here;
      remembered.clear();
    }
  }

  private Map<UUID, Set<String>> guess(List<Quarantined> messages, Optional<NetworkId> network) {
    List<Item> items =
        messages.stream().map(kept -> new Item(Entry.replayed(kept), Optional.empty())).toList();
    Map<Item, Unwrapping.Contents> opened = unwrapping.open(items);
    Map<UUID, Set<String>> guessed = new LinkedHashMap<>();
    Set<UUID> unanswered = new HashSet<>();
    List<Item> bare = new ArrayList<>();
    for (Item item : items) {
      Unwrapping.Contents contents = opened.get(item);
      Kept reason = item.kept();
      if (reason != null && reason.tries() == 0) {
        unanswered.add(id(item)); // its envelope was not asked
      }
      for (Item one : contents == null ? List.of(item) : contents.items()) {
        if (network.isEmpty() || network.equals(one.network())) {
          bare.add(one);
        }
      }
      guessed.put(id(item), new TreeSet<>());
    }
    for (Decoder decoder : sources.decoders().present()) {
      ask(decoder, bare, guessed, unanswered);
    }
    synchronized (this) {
      guessed.forEach(
          (id, drivers) -> {
            if (!unanswered.contains(id)) {
              remember(new Heard(id, network), drivers);
            }
          });
    }
    return guessed;
  }

  private void ask(
      Decoder decoder, List<Item> items, Map<UUID, Set<String>> guessed, Set<UUID> unanswered) {
    List<Item> worth =
        items.stream().filter(item -> MessageDecoding.isWorthAsking(decoder, item)).toList();
    List<DeviceMessage> messages =
        worth.stream().map(item -> item.message(sources.rules().get().zone())).toList();
    if (messages.isEmpty()) {
      return;
    }
    List<Reply<Decoded>> replies = decoder.decode(Sender.STRANGER, messages);
    for (int i = 0; i < worth.size(); i++) {
      UUID id = id(worth.get(i));
      Reply<Decoded> reply = replies.get(i);
      if (reply instanceof Reply.None<Decoded> none && none.tries() == 0) {
        unanswered.add(id);
      } else if (reply instanceof Reply.Given<Decoded> given
          && given.value() instanceof Decoded.Readings) {
        guessed.getOrDefault(id, new TreeSet<>()).add(decoder.id());
      }
    }
  }

  private void remember(Heard heard, Set<String> drivers) {
    remembered.put(heard, drivers);
    if (remembered.size() > REMEMBERED) {
      remembered.remove(remembered.keySet().iterator().next());
    }
  }

  private static UUID id(Item item) {
    return item.entry().released().orElseThrow();
  }
}
