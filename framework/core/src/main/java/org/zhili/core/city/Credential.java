package org.zhili.core.city;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * What the town knows of a device's or gateway's secret: never the secret itself.
 *
 * @param hash salted SHA-256; enough, since secrets are made by the town and have 160 random bits
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
}
