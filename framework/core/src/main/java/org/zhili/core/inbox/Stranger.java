package org.zhili.core.inbox;

import java.time.Instant;
import java.util.Optional;
import org.zhili.id.DeviceId;
import org.zhili.id.NetworkId;

/**
 * A device that speaks and is not registered (待登记设备), as far as its messages are kept.
 *
 * @param name what it is called: by its network, or by itself on a topic of its own
 * @param network what its network calls it, when it is behind one
 * @param topic where it was heard; one of several
 * @param messages how many of its messages wait
 * @param firstSeen when the first of them was received
 * @param lastSeen when the last of them was received
 */
public record Stranger(
    String name,
    Optional<NetworkId> network,
    String topic,
    long messages,
    Instant firstSeen,
    Instant lastSeen) {
  /** The id it may be registered by: its own, or one made of its name in the network. */
  public DeviceId suggestedId() {
    return network.map(NetworkId::suggestion).orElseGet(() -> new DeviceId(name));
  }
}
