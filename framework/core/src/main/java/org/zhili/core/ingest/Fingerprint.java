package org.zhili.core.ingest;

import java.time.Instant;
import org.zhili.device.Origin;
import org.zhili.device.Payload;
import org.zhili.id.NetworkId;
import org.zhili.message.IncomingMessage;

/** A 64-bit hash of what a message says, to know it by (FNV-1a, finished by mixing). */
final class Fingerprint {
  private static final long BASIS = 0xcbf29ce484222325L;
  private static final long PRIME = 0x100000001b3L;

  private Fingerprint() {}

  /** Of a message as it came, whose redelivery is known by it. */
  static long of(IncomingMessage message) {
    return of(BASIS, message.origin(), message.payload());
  }

  /** Of a message in an envelope, which is known by it when the envelope is opened again. */
  static long of(NetworkId sender, Origin origin, Payload payload) {
    long hash = BASIS;
    for (int i = 0; i < sender.value().length(); i++) {
      hash = (hash ^ sender.value().charAt(i)) * PRIME;
    }
    return of(hash, origin, payload);
  }

  private static long of(long basis, Origin origin, Payload payload) {
    long hash = basis;
    for (int i = 0, size = payload.size(); i < size; i++) {
      hash = (hash ^ payload.u8(i)) * PRIME;
    }
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
