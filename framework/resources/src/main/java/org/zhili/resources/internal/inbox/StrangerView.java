package org.zhili.resources.internal.inbox;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.zhili.core.inbox.Stranger;
import org.zhili.core.ingest.IngestWords;
import org.zhili.id.NetworkId;
import org.zhili.text.Text;
import org.zhili.text.Wording;

/**
 * A device that speaks and is not registered (待登记设备).
 *
 * @param name what it is called here
 * @param network what its network calls it, when it is behind one
 * @param suggestedId an id it may be registered by
 * @param topic where it was heard
 * @param messages how many of its messages are kept
 * @param drivers those that understand what it says, the likeliest first
 * @param tie what to do about it when there is more than one of them
 */
public record StrangerView(
    String name,
    Optional<String> network,
    String suggestedId,
    String topic,
    long messages,
    Instant firstSeen,
    Instant lastSeen,
    List<String> drivers,
    Optional<Wording> tie) {
  static StrangerView of(Stranger stranger, List<String> drivers, Optional<Text> tie) {
    return new StrangerView(
        stranger.name(),
        stranger.network().map(NetworkId::value),
        stranger.suggestedId().value(),
        stranger.topic(),
        stranger.messages(),
        stranger.firstSeen(),
        stranger.lastSeen(),
        drivers,
        tie.map(IngestWords.words()::render));
  }
}
