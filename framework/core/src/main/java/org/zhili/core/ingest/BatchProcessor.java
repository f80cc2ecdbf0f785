package org.zhili.core.ingest;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.zhili.city.Device;
import org.zhili.core.ingest.Quarantined.Kind;
import org.zhili.device.Origin;
import org.zhili.device.Payload;
import org.zhili.id.DeviceId;
import org.zhili.message.IncomingMessage;

/**
 * Turns messages and the states of their devices into what one transaction writes. Keeps nothing
 * between calls; thread-safe.
 */
final class BatchProcessor {
  /**
   * A batch to be written.
   *
   * @param duplicates messages that brought nothing new
   * @param frames the messages as their devices sent them, but those that are tried again
   */
  record Processed(IngestBatch batch, int duplicates, List<Frame> frames) {}

  private final Sources sources;
  private final MessageDecoding decoding;
  private final InstantSource clock;
  private final Supplier<UUID> ids;

  BatchProcessor(
      Sources sources, MessageDecoding decoding, InstantSource clock, Supplier<UUID> ids) {
    this.sources = sources;
    this.decoding = decoding;
    this.clock = clock;
    this.ids = ids;
  }

  /** The first stage, which needs no state. */
  List<Item> decode(List<Entry> entries) {
    return decoding.decode(entries, sources.rules().get());
  }

  /** Begin the first stage. */
  Decoding begin(List<Entry> entries, Function<String, SideTrack.Way> ways) {
    return decoding.begin(entries, sources.rules().get(), ways);
  }

  /** The devices whose states the other stages need. */
  static Set<DeviceId> senders(List<Item> items) {
    Set<DeviceId> senders = new HashSet<>();
    for (Item item : items) {
      senders.addAll(item.senders().keySet());
    }
    return senders;
  }

  /** All other stages. */
  Processed apply(List<Item> items, Map<DeviceId, DeviceState> states) {
    IngestRules rules = sources.rules().get();
    Instant now = clock.instant();
    ReadingStage readings =
        new ReadingStage(sources.devices(), states, new Redeliveries(items), rules, now);
    AlarmBook book = new AlarmBook(rules, sources.judges(), ids, now);
    Docket docket = new Docket(sources.judges().present(), rules);
    Set<UUID> released = new HashSet<>();
    Map<Item, Kept> kept = new HashMap<>();
    int duplicates = 0;
    for (Item item : items) {
      item.entry().released().ifPresent(released::add);
      boolean news = readings.take(item, book, docket);
      Kept reason = item.kept();
      if (!news) {
        duplicates++;
      } else if (reason != null) {
        kept.put(item, reason);
      }
    }
    kept.putAll(docket.hear(book)); // before all else: an alarm may hang on it
    List<Quarantined> quarantined = new ArrayList<>(kept.size());
    if (!kept.isEmpty()) {
      for (Item item : items) {
        Kept reason = kept.get(item);
        if (reason != null) {
          quarantined.add(quarantined(item, reason));
        }
      }
    }
    return new Processed(
        new IngestBatch(
            ids.get(),
            readings.states(),
            readings.telemetry(),
            book.raised(),
            book.updates(),
            book.alarms(),
            released,
            quarantined,
            book.followUps()),
        duplicates,
        frames(items, kept));
  }

  private static List<Frame> frames(List<Item> items, Map<Item, Kept> kept) {
    List<Frame> frames = new ArrayList<>(items.size());
    for (Item item : items) {
      if (!item.entry().replayed() && !item.senders().isEmpty()) {
        Payload start = Frame.start(item.entry().message().payload());
        Optional<Kept> reason =
            Optional.ofNullable(kept.get(item)).or(() -> Optional.ofNullable(item.kept()));
        for (Device sender : item.senders().values()) {
          frames.add(Frame.of(item, sender, start, reason));
        }
      }
    }
    return frames;
  }

  /** The message as it is kept when nothing else helps. */
  Quarantined parked(Entry entry, String failure) {
    Item item = new Item(entry, Optional.empty());
    return quarantined(item, Kept.of(Kind.PARKED, IngestWords.kept("unstorable", failure)));
  }

  private Quarantined quarantined(Item item, Kept kept) {
    Entry entry = item.entry();
    return new Quarantined(
        entry.id(ids),
        kept.kind(),
        kept.why(),
        item.driver(),
        item.answeredBy(),
        kept.rule(),
        kept.unjudged().or(item::about),
        kept.unjudged().isEmpty() || kept.unjudged().equals(item.about())
            ? item.network()
            : Optional.empty(),
        item.inside(kept),
        fitting(entry.message()),
        entry.attempts() + kept.tries());
  }

  /** What is too long or unfit to be stored is cut; such a message is never decoded. */
  private static IncomingMessage fitting(IncomingMessage message) {
    Origin origin = message.origin();
    String topic = Wellformed.text(origin.topic());
    if (topic.length() > TopicForm.MAX_BYTES) {
      topic = topic.substring(0, TopicForm.MAX_BYTES);
    }
    Payload payload = message.payload();
    if (topic.equals(origin.topic()) && payload.size() <= MessageDecoding.MAX_PAYLOAD) {
      return message;
    }
    return new IncomingMessage(
        new Origin(topic, origin.device(), origin.port(), origin.sentAt()),
        payload.size() <= MessageDecoding.MAX_PAYLOAD
            ? payload
            : payload.slice(0, MessageDecoding.MAX_PAYLOAD),
        message.receivedAt(),
        message.retained(),
        message.redelivered());
  }
}
