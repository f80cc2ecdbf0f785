package org.zhili.envelope;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.zhili.device.Payload;

/**
 * What a LoRaWAN network server says of an uplink, each by the server's own names.
 *
 * @param sender as in {@link EnclosedMessage}
 * @param port the LoRaWAN port, 0 to 255
 * @param data what the device sent, in Base64; missing or empty in a frame of the network's own
 * @param sentAt when the device or its gateway sent it
 */
public record LorawanUplink(String sender, Told port, Told data, Optional<Instant> sentAt) {
  private static final Pattern PORT = Pattern.compile("[0-9]{1,3}");
  private static final int HIGHEST_PORT = 255;
  private static final int LONGEST_TIME = 35;

  /** Open it. */
  public Opened open() {
    String bytes = data.value().orElse("");
    if (bytes.isEmpty()) {
      return new Opened.Contents(List.of());
    }
    String number = port.value().orElse("");
    if (!PORT.matcher(number).matches() || Integer.parseInt(number) > HIGHEST_PORT) {
      return port.rejected("from 0 to " + HIGHEST_PORT);
    }
    Payload payload;
    try {
      payload = Payload.of(Base64.getDecoder().decode(bytes));
    } catch (IllegalArgumentException e) {
      return data.rejected("in Base64");
    }
    return new Opened.Contents(
        List.of(
            new EnclosedMessage(
                sender, payload, OptionalInt.of(Integer.parseInt(number)), sentAt)));
  }

  /** The instant of an RFC 3339 time; what makes no sense is no time. */
  public static Optional<Instant> time(String text) {
    try {
      return text.length() <= LONGEST_TIME && text.startsWith("2")
          ? Optional.of(OffsetDateTime.parse(text).toInstant())
          : Optional.empty();
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
