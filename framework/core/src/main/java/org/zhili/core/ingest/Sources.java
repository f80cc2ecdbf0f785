package org.zhili.core.ingest;

import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.zhili.core.ingest.Decoder.Sender;

/** Who is asked about devices, messages and readings, and by which rules of the city. */
record Sources(
    Devices devices,
    Openers openers,
    Decoders decoders,
    Judges judges,
    Supplier<IngestRules> rules) {

  /** Whether those whom a kept message is for would be asked now, and all are of this sort. */
  boolean answer(Quarantined kept, Predicate<Answerer> sort) {
    Sender sender = sender(kept);
    return decoders.present().stream()
            .filter(decoder -> kept.driver().equals(Optional.of(decoder.id())))
            .allMatch(decoder -> decoder.isAsked(sender) && sort.test(decoder))
        && openers.present().stream()
            .filter(opener -> kept.driver().equals(Optional.of(opener.id())))
            .allMatch(opener -> opener.isAsked() && sort.test(opener));
  }

  private Sender sender(Quarantined kept) {
    if (kept.device().flatMap(devices::find).isPresent()) {
      return Sender.REGISTERED;
    }
    return kept.device().isPresent() || kept.network().isPresent()
        ? Sender.STRANGER
        : Sender.GATEWAY;
  }
}
