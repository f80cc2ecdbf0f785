package org.zhili.frame;

import java.time.Instant;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.zhili.device.Origin;
import org.zhili.device.Payload;

/**
 * What a listener asks the town: protocols, and who may speak. The framework offers this while the
 * town is open.
 *
 * <p>Thread-safe. Answers within 2 s.
 */
@ProviderType
public interface Stations {
  /** The protocol of this id, as it describes itself; empty while it is not here. */
  Optional<ProtocolInfo> protocol(String id);

  /**
   * Ask a protocol what stands at the head of these bytes; empty when it is not here, or fails to
   * answer. Asking again later may help: protocols are replaced while the town runs.
   */
  Optional<Head> read(String protocol, Payload received, Instant at);

  /**
   * Decide whether somebody may speak as this station; the origin of its messages, or nothing.
   *
   * <p>A device with a station password must have said it. One without, and one nobody registered,
   * is let in: its messages are kept for approval. So the network decides who can speak at all.
   *
   * @throws RuntimeException when that cannot be known now
   */
  Optional<Origin> admit(Station station);
}
