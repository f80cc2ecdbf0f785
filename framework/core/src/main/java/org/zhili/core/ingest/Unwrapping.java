package org.zhili.core.ingest;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.zhili.core.ingest.Quarantined.Kind;
import org.zhili.envelope.EnclosedMessage;
import org.zhili.envelope.Opened;
import org.zhili.envelope.WrappedMessage;
import org.zhili.id.NetworkId;
import org.zhili.message.IncomingMessage;
import org.zhili.text.Text;

/**
 * Opens what networks wrap around the messages of devices, before a driver is asked.
 *
 * <p>The topic decides who may speak: a message on a device's own topic is never opened, and a
 * network speaks only for devices that the register says are behind it.
 */
final class Unwrapping {
  private static final int MOST = 1000;

  private final Devices devices;
  private final Openers openers;

  Unwrapping(Devices devices, Openers openers) {
    this.devices = devices;
    this.openers = openers;
  }

  /** What came out of one envelope and was not taken before. */
  record Contents(Opener opener, List<Item> items) {}

  /** What was inside, in the network's words. */
  private record Unread(Opener opener, List<EnclosedMessage> messages) {}

  /**
   * Open those of the messages that are wrapped. One that cannot be opened is kept; one that no
   * envelope takes for its own is left as it is.
   */
  Map<Item, Contents> open(List<Item> items) {
    List<Opener> present = openers.present();
    if (present.isEmpty()) {
      return Map.of();
    }
    Map<Item, Unread> unread = new LinkedHashMap<>();
    for (Opener opener : present) {
      List<Item> wanted = new ArrayList<>();
      for (Item item : items) {
        if (isWrapped(item) && !unread.containsKey(item) && opener.wants(item.origin().topic())) {
          wanted.add(item);
        }
      }
      if (!wanted.isEmpty()) {
        ask(opener, wanted, unread);
      }
    }
    return unread.isEmpty() ? Map.of() : addressed(unread);
  }

  private static boolean isWrapped(Item item) {
    return !item.settled() && item.origin().device().isEmpty();
  }

  private static void ask(Opener opener, List<Item> items, Map<Item, Unread> unread) {
    List<WrappedMessage> messages = new ArrayList<>(items.size());
    for (Item item : items) {
      IncomingMessage message = item.entry().message();
      messages.add(
          new WrappedMessage(message.origin().topic(), message.payload(), message.receivedAt()));
    }
    List<Reply<Opened>> replies = opener.open(messages);
    for (int i = 0; i < items.size(); i++) {
      answered(items.get(i), opener, replies.get(i), unread);
    }
  }

  private static void answered(
      Item item, Opener opener, Reply<Opened> reply, Map<Item, Unread> unread) {
    if (reply instanceof Reply.None<Opened> none) {
      item.keep(opener, none);
      return;
    }
    Opened opened = ((Reply.Given<Opened>) reply).value(); // the only other kind of reply
    if (opened instanceof Opened.Rejected rejected) {
      item.keep(opener, Kind.REJECTED, IngestWords.kept("rejected", rejected.reason()));
    } else if (opened instanceof Opened.Contents contents) {
      Optional<Text> fault = fault(opener, contents.messages());
      if (fault.isPresent()) {
        item.keep(opener, Kind.DRIVER_FAILED, fault.get());
      } else {
        unread.put(item, new Unread(opener, contents.messages()));
      }
    }
  }

  private static Optional<Text> fault(Opener opener, List<EnclosedMessage> messages) {
    if (messages.size() > MOST) {
      return Optional.of(IngestWords.kept("enclosed-many", messages.size(), MOST));
    }
    for (EnclosedMessage message : messages) {
      // a plug-in is free to break the promise of non-null parts
      if (Objects.isNull(message.sender())
          || Objects.isNull(message.payload())
          || Objects.isNull(message.port())
          || Objects.isNull(message.sentAt())) {
        return Optional.of(IngestWords.kept("enclosed-parts"));
      }
      if (!NetworkId.isWellFormed(opener.network() + ":" + message.sender())) {
        return Optional.of(IngestWords.kept("enclosed-sender", message.sender()));
      }
    }
    return Optional.empty();
  }

  private Map<Item, Contents> addressed(Map<Item, Unread> unread) {
    Set<NetworkId> senders = new HashSet<>();
    unread
        .values()
        .forEach(one -> one.messages().forEach(sent -> senders.add(sender(one.opener(), sent))));
    devices.expectBehind(senders);
    Map<Item, Contents> contents = new LinkedHashMap<>();
    unread.forEach(
        (item, one) ->
            contents.put(
                item,
                new Contents(
                    one.opener(),
                    one.messages().stream()
                        .map(sent -> enclosed(item, sender(one.opener(), sent), sent))
                        .filter(inside -> !inside.wasTaken())
                        .toList())));
    return contents;
  }

  private Item enclosed(Item item, NetworkId sender, EnclosedMessage message) {
    return new Item(item.entry(), message, sender, devices.behind(sender));
  }

  private static NetworkId sender(Opener opener, EnclosedMessage message) {
    return new NetworkId(opener.network() + ":" + message.sender());
  }
}
