package org.zhili.resources.internal.city;

import java.time.Instant;
import java.util.Optional;
import org.zhili.core.ingest.Frame;
import org.zhili.core.ingest.IngestWords;
import org.zhili.core.ingest.Quarantined;
import org.zhili.text.Text;
import org.zhili.text.Wording;

/**
 * A message as a device sent it, and what became of it (原始报文).
 *
 * @param readings how many its driver read
 * @param kept why it is in quarantine, when it is
 * @param size bytes of its payload
 * @param hex the first 4096 of them
 * @param text the same as text, when they are all text
 */
public record FrameView(
    Instant receivedAt,
    String topic,
    String driver,
    int readings,
    Optional<Quarantined.Kind> kept,
    Optional<Wording> keptName,
    Optional<Wording> reason,
    int size,
    String hex,
    Optional<String> text) {
  static FrameView of(Frame frame) {
    Optional<Quarantined.Kind> kind = frame.kept().map(Frame.Why::kind);
    return new FrameView(
        frame.receivedAt(),
        frame.topic(),
        frame.driver(),
        frame.readings(),
        kind,
        kind.map(kept -> IngestWords.words().render(Text.of("ingest.kind." + kept))),
        frame.kept().map(why -> IngestWords.words().render(why.why())),
        frame.size(),
        frame.start().hex(),
        frame.start().utf8());
  }
}
