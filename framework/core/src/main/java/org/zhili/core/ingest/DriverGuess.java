package org.zhili.core.ingest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zhili.core.ingest.QuarantineStore.Selection;
import org.zhili.device.Decoded;
import org.zhili.device.DeviceMessage;

/** Guesses which drivers understand messages, by asking all that are here. Stores nothing. */
final class DriverGuess {
  private static final int ASKED = 20;

  private final QuarantineStore store;
  private final Sources sources;
  private final Unwrapping unwrapping;

  DriverGuess(QuarantineStore store, Sources sources) {
    this.store = store;
    this.sources = sources;
    unwrapping = new Unwrapping(sources.devices(), sources.openers());
  }

  /** The drivers that understand any of the messages, those that understand most first. */
  List<String> drivers(Selection messages) {
    List<Item> items = new ArrayList<>();
    for (Quarantined kept : store.list(messages, Optional.empty(), ASKED)) {
      items.add(new Item(Entry.replayed(kept), Optional.empty()));
    }
    Map<Item, Unwrapping.Contents> opened = unwrapping.open(items);
    List<Item> bare = new ArrayList<>();
    for (Item item : items) {
      Unwrapping.Contents contents = opened.get(item);
      for (Item one : contents == null ? List.of(item) : contents.items()) {
        if (messages.network().isEmpty() || messages.network().equals(one.network())) {
          bare.add(one);
        }
      }
    }
    Map<String, Long> understood = new LinkedHashMap<>();
    for (Decoder decoder : sources.decoders().present()) {
      long count = understood(decoder, bare);
      if (count > 0) {
        understood.put(decoder.card().id(), count);
      }
    }
    return understood.entrySet().stream()
        .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder()))
        .map(Map.Entry::getKey)
        .toList();
  }

  private long understood(Decoder decoder, List<Item> items) {
    List<DeviceMessage> messages =
        items.stream()
            .filter(item -> MessageDecoding.isWorthAsking(decoder, item))
            .map(item -> item.message(sources.rules().get().zone()))
            .toList();
    return messages.isEmpty()
        ? 0
        : decoder.decode(messages).stream().filter(DriverGuess::isUnderstood).count();
  }

  private static boolean isUnderstood(Reply<Decoded> reply) {
    return reply instanceof Reply.Given<Decoded> given && given.value() instanceof Decoded.Readings;
  }
}
