package org.zhili.core.ingest;

import java.time.Instant;
import java.util.Optional;
import org.zhili.city.Device;
import org.zhili.device.Payload;
import org.zhili.device.Reading;
import org.zhili.id.DeviceId;
import org.zhili.message.IncomingMessage;
import org.zhili.text.Text;

/**
 * A message as a registered device sent it, and what became of it (原始报文).
 *
 * @param driver the one the device was registered with
 * @param readings how many its driver read of this device
 * @param kept why the message is in quarantine, as far as it is about this device
 * @param size bytes of the whole payload, of which {@code start} has the first
 */
public record Frame(
    DeviceId device,
    Instant receivedAt,
    String topic,
    String driver,
    int readings,
    Optional<Why> kept,
    int size,
    Payload start) {
  /** How many bytes of a payload are remembered. */
  public static final int SHOWN = 4096;

  /** What an object costs beside its bytes and letters, about. */
  private static final int OVERHEAD = 300;

  /** A bit of UTF-8 that begins no letter. */
  private static final int CONTINUED = 0x80;

  /** Why a message is kept raw. */
  public record Why(Quarantined.Kind kind, Text why) {}

  /** What a message was for one of the devices it speaks for. */
  static Frame of(Item item, Device sender, Payload start, Optional<Kept> kept) {
    IncomingMessage message = item.entry().message();
    return new Frame(
        sender.id(),
        message.receivedAt(),
        message.origin().topic(),
        sender.driver(),
        readings(item, sender.id()),
        kept.filter(reason -> isAbout(sender.id(), item, reason))
            .map(reason -> new Why(reason.kind(), reason.why())),
        message.payload().size(),
        start);
  }

  private static int readings(Item item, DeviceId sender) {
    int count = 0;
    for (Reading reading : item.readings()) {
      if (reading.device().equals(sender)) {
        count++;
      }
    }
    return count;
  }

  /** Of an envelope, others may have been read while one is kept. */
  private static boolean isAbout(DeviceId sender, Item item, Kept reason) {
    return reason.unjudged().or(item::about).filter(sender::equals).isPresent();
  }

  /** The first bytes of a payload; a letter of UTF-8 is whole or left out. */
  static Payload start(Payload payload) {
    if (payload.size() <= SHOWN) {
      return payload;
    }
    int end = SHOWN;
    while (end > SHOWN - 3 && (payload.u8(end) & 0xC0) == CONTINUED) {
      end--;
    }
    return payload.slice(0, end);
  }

  /** What it takes in memory, about. */
  int bytes() {
    return start.size() + 2 * topic.length() + OVERHEAD;
  }
}
