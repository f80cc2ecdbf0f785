package org.zhili.resources.internal.quarantine;

import java.time.Instant;
import java.util.Optional;
import org.zhili.core.ingest.IngestWords;
import org.zhili.core.ingest.Quarantined;
import org.zhili.device.Payload;
import org.zhili.id.DeviceId;
import org.zhili.id.NetworkId;
import org.zhili.text.Text;
import org.zhili.text.Wording;

/**
 * A message nothing could be made of yet (隔离报文).
 *
 * @param network what the network calls the device, when the message came in an envelope
 * @param size bytes of its payload
 * @param hex the first bytes of it
 * @param text the same as text, when it is all text
 */
public record MessageView(
    String id,
    Quarantined.Kind kind,
    Wording kindName,
    Wording reason,
    Optional<String> driver,
    Optional<String> answeredBy,
    Optional<String> rule,
    Optional<String> device,
    Optional<String> network,
    String topic,
    Instant receivedAt,
    int attempts,
    boolean replayable,
    int size,
    String hex,
    Optional<String> text) {
  private static final int SHOWN = 512;

  static MessageView of(Quarantined kept) {
    Payload payload = kept.message().payload();
    Payload shown = payload.size() <= SHOWN ? payload : payload.slice(0, SHOWN);
    return new MessageView(
        kept.id().toString(),
        kept.kind(),
        IngestWords.words().render(Text.of("ingest.kind." + kept.kind())),
        kept.words(),
        kept.driver(),
        kept.answeredBy(),
        kept.rule(),
        kept.device().map(DeviceId::value),
        kept.network().map(NetworkId::value),
        kept.message().origin().topic(),
        kept.message().receivedAt(),
        kept.attempts(),
        kept.replayable(),
        payload.size(),
        shown.hex(),
        payload.utf8().map(MessageView::cut));
  }

  private static String cut(String text) {
    return text.length() <= SHOWN ? text : text.substring(0, SHOWN);
  }
}
