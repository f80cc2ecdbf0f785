package org.zhili.core.city;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * What the town knows of a device's or gateway's secret: never the secret itself.
 *
 * @param salt printable characters
 * @param hash hexadecimal, of PBKDF2 with HMAC-SHA-512 in 101 rounds; enough, since secrets are
 *     made by the town, but for the passwords of stations, which everybody on their network can
 *     read anyway
 * @param publish topic filters it may publish to
 * @param subscribe topic filters it may subscribe to
 */
public record Credential(
    String username,
    String salt,
    String hash,
    Set<String> publish,
    Set<String> subscribe,
    Instant issuedAt,
    Optional<Instant> revokedAt) {
  public Credential {
    publish = Set.copyOf(publish);
    subscribe = Set.copyOf(subscribe);
  }

  /** The same account, but for what it may subscribe to. */
  Credential subscribing(Set<String> topics) {
    return new Credential(username, salt, hash, publish, topics, issuedAt, revokedAt);
  }

  /** Whether it belongs to one device, and not to a gateway or a node of the town. */
  public boolean isDevice() {
    return publish.stream().anyMatch(topic -> topic.endsWith("/" + username + "/up"));
  }
}
