package org.zhili.core.ingest;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.zhili.message.IncomingMessage;
import org.zhili.message.Receipt;

/** A message on its way through the pipeline. For one thread at a time. */
final class Entry {
  private static final Receipt NONE = () -> {};

  private final IncomingMessage message;
  private final Receipt receipt;
  private final int attempts;
  private final boolean replayed;
  private final boolean stored;
  private final Set<Long> taken;
  private @Nullable UUID id;

  private Entry(IncomingMessage message, Receipt receipt) {
    this.message = message;
    this.receipt = receipt;
    attempts = 0;
    replayed = false;
    stored = false;
    taken = Set.of();
  }

  private Entry(Quarantined kept) {
    message = kept.message();
    receipt = NONE;
    id = kept.id();
    attempts = kept.attempts();
    replayed = true;
    stored = kept.kind() == Quarantined.Kind.RULE_FAILED;
    taken = kept.inside().taken();
  }

  /** A message a connector offers; times of the town are whole microseconds from here on. */
  static Entry offered(IncomingMessage message, Receipt receipt) {
    Instant receivedAt = message.receivedAt().truncatedTo(ChronoUnit.MICROS);
    IncomingMessage exact =
        receivedAt.equals(message.receivedAt())
            ? message
            : new IncomingMessage(
                message.origin(),
                message.payload(),
                receivedAt,
                message.retained(),
                message.redelivered());
    return new Entry(exact, receipt);
  }

  /** A quarantined message that is tried again. */
  static Entry replayed(Quarantined kept) {
    return new Entry(kept);
  }

  IncomingMessage message() {
    return message;
  }

  Receipt receipt() {
    return receipt;
  }

  boolean replayed() {
    return replayed;
  }

  /** Whether its readings are in the history, and only have to be judged. */
  boolean stored() {
    return stored;
  }

  /** The fingerprints of the messages in its envelope that were taken before. */
  Set<Long> taken() {
    return taken;
  }

  /** The id it leaves the quarantine by; empty for one that comes from outside. */
  Optional<UUID> released() {
    return replayed ? Optional.ofNullable(id) : Optional.empty();
  }

  /** The id it is quarantined by, the same at every try. */
  UUID id(Supplier<UUID> ids) {
    UUID known = id;
    if (known == null) {
      known = ids.get();
      id = known;
    }
    return known;
  }

  int attempts() {
    return attempts;
  }
}
