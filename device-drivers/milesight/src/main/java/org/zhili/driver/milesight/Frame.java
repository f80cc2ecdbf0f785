package org.zhili.driver.milesight;

import java.util.Map;
import java.util.Optional;
import org.zhili.device.Decoded;
import org.zhili.device.DeviceMessage;
import org.zhili.device.Payload;
import org.zhili.id.DeviceId;

/**
 * Reads the frames of one model: entries one after the other, each two bytes of channel and type,
 * then a value of fixed length, little-endian.
 *
 * <p>Fails closed: a frame is understood to its last byte or not at all, because a cover that seems
 * flat is worse than a frame for a person to look at.
 *
 * @param readers how each channel the model has is read
 */
record Frame(Map<Channel, Reader> readers) {
  private static final DeviceId NOBODY = new DeviceId("-");

  /** Reads the value of one entry. */
  @FunctionalInterface
  interface Reader {
    void read(Payload value, Found found);
  }

  Frame {
    readers = Map.copyOf(readers);
  }

  Decoded decode(DeviceMessage message) {
    Payload payload = message.payload();
    if (payload.size() == 0) {
      return new Decoded.Rejected("expected at least one channel, got an empty payload");
    }
    // a frame of another model is said to be so even when nobody knows its device
    Optional<DeviceId> device = message.origin().device();
    Found found = new Found(device.orElse(NOBODY), message);
    for (int at = 0; at < payload.size(); ) {
      if (payload.size() - at < 2) {
        return rejected("a channel and its type", at, payload);
      }
      Optional<Channel> channel = Channel.of(payload.u16(at), readers.keySet());
      if (channel.isEmpty()) {
        return new Decoded.Rejected(
            "unknown channel " + payload.slice(at, at + 2).hex() + " at byte " + at);
      }
      Reader reader = readers.get(channel.get());
      if (reader == null && !channel.get().isAboutDevice()) {
        return new Decoded.NotMine();
      }
      int value = at + 2;
      int next = value + channel.get().length();
      if (next > payload.size()) {
        String bytes = channel.get().length() == 1 ? " byte of " : " bytes of ";
        return rejected(channel.get().length() + bytes + channel.get(), value, payload);
      }
      if (reader != null) {
        reader.read(payload.slice(value, next), found);
      }
      at = next;
    }
    return device.isEmpty()
        ? new Decoded.Rejected("expected the transport to name the device, got no name")
        : found.toDecoded();
  }

  private static Decoded rejected(String expected, int at, Payload payload) {
    return new Decoded.Rejected(
        "expected " + expected + " at byte " + at + ", got " + (payload.size() - at));
  }
}
