package org.zhili.core.ingest;

import java.time.Instant;
import org.zhili.device.Origin;
import org.zhili.device.Payload;
import org.zhili.message.IncomingMessage;

/** A 64-bit hash of what a message says, to know its redelivery by (FNV-1a, finished by mixing). */
final class Fingerprint {
  private static final long BASIS = 0xcbf29ce484222325L;
  private static final long PRIME = 0x100000001b3L;

  private Fingerprint() {}

  static long of(IncomingMessage message) {
    Payload payload = message.payload();
    long hash = BASIS;
    for (int i = 0, size = payload.size(); i < size; i++) {
      hash = (hash ^ payload.u8(i)) * PRIME;
    }
    Origin origin = message.origin();
    hash = (hash ^ origin.port().orElse(-1)) * PRIME;
    if (origin.sentAt().isPresent()) {
      Instant sent = origin.sentAt().get();
      hash = (hash ^ sent.getEpochSecond()) * PRIME;
      hash = (hash ^ sent.getNano()) * PRIME;
    }
    hash ^= hash >>> 32;
    hash *= 0x9E3779B97F4A7C15L;
    return hash ^ hash >>> 29;
  }
}
