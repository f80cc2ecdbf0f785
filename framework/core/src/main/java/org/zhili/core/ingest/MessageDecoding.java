package org.zhili.core.ingest;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.zhili.city.Device;
import org.zhili.core.ingest.Quarantined.Kind;
import org.zhili.device.Decoded;
import org.zhili.device.DeviceMessage;
import org.zhili.device.Reading;
import org.zhili.id.DeviceId;
import org.zhili.message.IncomingMessage;
import org.zhili.text.Text;

/**
 * The first stage: from messages to readings that may be believed to come from their devices.
 *
 * <p>A registered device's own driver is asked, all its messages at once, and different drivers
 * side by side. For unknown devices the drivers whose topics match are asked in their order, until
 * one takes the message for its own. What networks wrap is opened before, and what was inside is
 * treated the same. A topic that is no device's own and that no envelope opens vouches for nobody.
 */
final class MessageDecoding {
  static final int MAX_PAYLOAD = 64 * 1024;

  private final Devices devices;
  private final Decoders decoders;
  private final Unwrapping unwrapping;
  private final Executor workers;

  MessageDecoding(Sources sources, Executor workers) {
    this.devices = sources.devices();
    this.decoders = sources.decoders();
    this.unwrapping = new Unwrapping(sources.devices(), sources.openers());
    this.workers = workers;
  }

  /** Decode messages, however long that takes. */
  List<Item> decode(List<Entry> entries, IngestRules rules) {
    return begin(entries, rules, driver -> SideTrack.Way.STRAIGHT_ON).all();
  }

  /**
   * Begin to decode messages.
   *
   * @param ways which way those of a driver, or of {@link Decoding#AROUND}, go
   */
  Decoding begin(List<Entry> entries, IngestRules rules, Function<String, SideTrack.Way> ways) {
    devices.expect(vouchedFor(entries));
    Map<String, Decoder> byId = byId(decoders.present());
    Map<String, List<Item>> byDriver = new LinkedHashMap<>();
    List<Item> items = new ArrayList<>(entries.size());
    for (Entry entry : entries) {
      Item item = received(entry, rules);
      items.add(item);
      String driver = item.device().map(Device::driver).orElse(Decoding.AROUND);
      if (item.device().isPresent() && !byId.containsKey(driver)) {
        item.keep(Kind.NO_DRIVER, IngestWords.kept("driver-absent", driver));
      }
      if (!item.settled()) {
        byDriver.computeIfAbsent(driver, key -> new ArrayList<>()).add(item);
      }
    }
    List<Decoding.Group> groups = new ArrayList<>();
    byDriver.forEach(
        (driver, same) -> {
          Optional<Decoder> decoder = Optional.ofNullable(byId.get(driver));
          switch (ways.apply(driver)) {
            case PUT_OFF -> same.forEach(Item::putOff);
            case ASIDE -> groups.add(new Decoding.Group(driver, same, Optional.empty()));
            case STRAIGHT_ON ->
                groups.add(
                    new Decoding.Group(
                        driver, same, Optional.of(asked(() -> ask(decoder, same, rules)))));
          }
        });
    return new Decoding(items, groups);
  }

  private CompletableFuture<Void> asked(Runnable asking) {
    return CompletableFuture.runAsync(asking, workers);
  }

  private void ask(Optional<Decoder> own, List<Item> items, IngestRules rules) {
    if (own.isPresent()) {
      askOwn(own.get(), items, rules);
      keepWhatIsNotItsOwn(items);
    } else {
      open(items, rules);
    }
  }

  /** What nobody vouches for by its topic: gateways, networks, strangers. */
  private void open(List<Item> items, IngestRules rules) {
    Map<Item, Unwrapping.Contents> opened = unwrapping.open(items);
    List<Item> bare = new ArrayList<>(items.size());
    for (Item item : items) {
      Unwrapping.Contents contents = opened.get(item);
      if (contents != null) {
        bare.addAll(contents.items());
      } else if (!item.settled() && item.origin().device().isPresent()) {
        bare.add(item);
      } else if (!item.settled()) {
        item.keep(Kind.NO_DRIVER, IngestWords.kept("no-envelope"));
      }
    }
    ask(bare, rules);
    opened.forEach((item, contents) -> item.conclude(contents.opener(), contents.items()));
  }

  private void ask(List<Item> items, IngestRules rules) {
    List<Decoder> present = decoders.present();
    Map<String, Decoder> byId = byId(present);
    Map<Decoder, List<Item>> own = new LinkedHashMap<>();
    List<Item> unknown = new ArrayList<>();
    for (Item item : items) {
      sort(item, byId, own, unknown);
    }
    askOwn(own, rules);
    keepWhatIsNotItsOwn(items);
    askAround(unknown, present, rules);
  }

  private static Map<String, Decoder> byId(List<Decoder> present) {
    Map<String, Decoder> byId = new HashMap<>();
    for (Decoder decoder : present) {
      byId.putIfAbsent(decoder.id(), decoder);
    }
    return byId;
  }

  private static void keepWhatIsNotItsOwn(List<Item> items) {
    for (Item item : items) {
      if (!item.settled() && item.device().isPresent()) {
        item.keep(Kind.NO_DRIVER, IngestWords.kept("not-its-own"));
      }
    }
  }

  private static Set<DeviceId> vouchedFor(List<Entry> entries) {
    Set<DeviceId> vouchedFor = new HashSet<>();
    for (Entry entry : entries) {
      entry.message().origin().device().ifPresent(vouchedFor::add);
    }
    return vouchedFor;
  }

  private Item received(Entry entry, IngestRules rules) {
    IncomingMessage message = entry.message();
    Optional<Text> fault = TopicForm.fault(message.origin(), rules.tenant());
    if (fault.isEmpty()) {
      int size = message.payload().size();
      if (size == 0) {
        fault = Optional.of(IngestWords.kept("empty"));
      } else if (size > MAX_PAYLOAD) {
        fault = Optional.of(IngestWords.kept("too-long", size, MAX_PAYLOAD));
      }
    }
    if (fault.isPresent()) {
      Item item = new Item(entry, Optional.empty());
      item.keep(Kind.MALFORMED, fault.get());
      return item;
    }
    return new Item(entry, message.origin().device().flatMap(devices::find));
  }

  private static void sort(
      Item item, Map<String, Decoder> byId, Map<Decoder, List<Item>> own, List<Item> unknown) {
    if (item.device().isEmpty()) {
      unknown.add(item);
      return;
    }
    String driver = item.device().get().driver();
    Decoder decoder = byId.get(driver);
    if (decoder == null) {
      item.keep(Kind.NO_DRIVER, IngestWords.kept("driver-absent", driver));
    } else {
      own.computeIfAbsent(decoder, key -> new ArrayList<>()).add(item);
    }
  }

  private void askOwn(Map<Decoder, List<Item>> own, IngestRules rules) {
    List<CompletableFuture<Void>> others = new ArrayList<>();
    Map.@Nullable Entry<Decoder, List<Item>> here = null;
    for (Map.Entry<Decoder, List<Item>> group : own.entrySet()) {
      if (here == null) {
        here = group;
      } else {
        others.add(
            CompletableFuture.runAsync(
                () -> askOwn(group.getKey(), group.getValue(), rules), workers));
      }
    }
    if (here != null) {
      askOwn(here.getKey(), here.getValue(), rules);
    }
    others.forEach(CompletableFuture::join);
  }

  private void askOwn(Decoder decoder, List<Item> items, IngestRules rules) {
    ask(decoder, Decoder.Sender.REGISTERED, items, rules);
  }

  private void askAround(List<Item> unknown, List<Decoder> present, IngestRules rules) {
    if (unknown.isEmpty()) {
      return;
    }
    for (Decoder decoder : present) {
      Map<Decoder.Sender, List<Item>> wanted = new EnumMap<>(Decoder.Sender.class);
      for (Item item : unknown) {
        if (!item.settled() && isWorthAsking(decoder, item)) {
          wanted.computeIfAbsent(item.sender(), key -> new ArrayList<>()).add(item);
        }
      }
      wanted.forEach((sender, items) -> ask(decoder, sender, items, rules));
    }
    for (Item item : unknown) {
      if (!item.settled()) {
        item.keepUnclaimed();
      }
    }
  }

  /** What came in an envelope has the network's topic, which tells nothing about drivers. */
  static boolean isWorthAsking(Decoder decoder, Item item) {
    return item.network().isPresent() || decoder.card().wants(item.origin().topic());
  }

  private void ask(Decoder decoder, Decoder.Sender sender, List<Item> items, IngestRules rules) {
    List<DeviceMessage> messages = new ArrayList<>(items.size());
    for (Item item : items) {
      messages.add(item.message(rules.zone()));
    }
    List<Reply<Decoded>> replies = decoder.decode(sender, messages);
    for (int i = 0; i < items.size(); i++) {
      answered(items.get(i), decoder, replies.get(i));
    }
  }

  private static void answered(Item item, Decoder decoder, Reply<Decoded> reply) {
    if (reply instanceof Reply.None<Decoded> none) {
      failed(item, decoder, none);
      return;
    }
    Decoded decoded = ((Reply.Given<Decoded>) reply).value(); // the only other kind of reply
    if (decoded instanceof Decoded.Rejected rejected) {
      item.keep(decoder, Kind.REJECTED, IngestWords.kept("rejected", rejected.reason()));
    } else if (decoded instanceof Decoded.Readings read) {
      Optional<Text> fault = Wellformed.fault(read.readings());
      if (fault.isPresent()) {
        item.keep(decoder, Kind.DRIVER_FAILED, fault.get());
      } else {
        identify(item, decoder, read.readings());
      }
    }
  }

  /** Of an unknown device, the next driver may know more than the one that failed. */
  private static void failed(Item item, Decoder decoder, Reply.None<Decoded> none) {
    if (item.device().isPresent()) {
      item.keep(decoder, none);
    } else {
      item.missed(decoder, none);
    }
  }

  /** Readings are believed only of the device that the transport or the envelope vouches for. */
  private static void identify(Item item, Decoder decoder, List<Reading> readings) {
    DeviceId sender = item.origin().device().orElseThrow();
    for (Reading reading : readings) {
      if (!reading.device().equals(sender)) {
        item.keep(decoder, Kind.FOREIGN, IngestWords.kept("speaks-for", reading.device()));
        return;
      }
    }
    item.read(decoder, item.device().isPresent() ? readings : List.of());
    if (item.device().isEmpty()) {
      item.keepOfStranger();
    }
  }
}
