package org.zhili.driver.sl651;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import org.zhili.device.Payload;
import org.zhili.frame.FrameProtocol;
import org.zhili.frame.Head;
import org.zhili.frame.Part;
import org.zhili.frame.ProtocolInfo;
import org.zhili.frame.Station;
import org.zhili.id.DeviceId;

/**
 * Finds the frames of SL 651-2014 in a stream, and confirms them (modes M2 and M3). A station in
 * mode M1 waits for no confirmation and takes no notice of one; frames do not tell the modes apart.
 */
@Component
public final class Sl651Protocol implements FrameProtocol {
  private static final ProtocolInfo INFO = new ProtocolInfo("sl651", Frame.LONGEST);
  private static final int LINK = 0x2F;
  private static final int SERIAL = 2;
  private static final int DOWN = 0x8000;
  private static final String EOT = "04";
  private static final String ACK = "06";

  @Override
  public ProtocolInfo info() {
    return INFO;
  }

  @Override
  public Head read(Payload received, Instant at) {
    if (!Frame.begins(received, 0)) {
      return new Head.Noise(noise(received));
    }
    Optional<Integer> size = Frame.size(received, 0);
    if (size.isPresent() && !Frame.isHeadBuilt(received, 0)) {
      return new Head.Noise(noise(received));
    }
    if (size.isEmpty() || received.size() < size.get()) {
      return new Head.Begun();
    }
    if (!Frame.isBuilt(received, 0)) {
      return new Head.Noise(noise(received));
    }
    return frame(new Frame(received.slice(0, size.get())), at);
  }

  /** How many bytes there are before a frame may begin, and not at the very beginning. */
  private static int noise(Payload received) {
    int at = 1;
    while (at < received.size() && !Frame.begins(received, at)) {
      at++;
    }
    return at;
  }

  private static Head frame(Frame frame, Instant at) {
    Optional<String> password = Optional.of(frame.password().hex().toUpperCase(Locale.ROOT));
    return new Head.Frame(
        frame.size(),
        new Station(new DeviceId(frame.station()), password),
        frame.isSound() ? part(frame) : Optional.empty(),
        frame.isSound() ? answer(frame, at) : Optional.empty());
  }

  private static Optional<Part> part(Frame frame) {
    boolean counted =
        frame.isPart()
            && frame.count() > 1
            && frame.number() >= 1
            && frame.number() <= frame.count();
    if (!counted) {
      return Optional.empty();
    }
    String of = "%02X/%d".formatted(frame.function(), frame.count());
    return Optional.of(new Part(of, frame.number(), frame.count(), false));
  }

  /**
   * A confirmation with the frame's serial number. A text in packets is confirmed once, by the
   * number that its first packet has; a frame that keeps the link never is. A last frame is
   * answered by the end of the transmission (EOT), so that a station on batteries may switch off.
   */
  private static Optional<Payload> answer(Frame frame, Instant at) {
    boolean awaited =
        frame.function() != LINK
            && frame.text().size() >= SERIAL
            && (!frame.isPart() || frame.number() == 1);
    return awaited ? Optional.of(confirmation(frame, at)) : Optional.empty();
  }

  private static Payload confirmation(Frame frame, Instant at) {
    String text = serial(frame) + Bcd.of(at).hex();
    String numbers = "";
    if (frame.isPart()) {
      numbers = "%03X%03X".formatted(frame.count(), frame.count());
    }
    int length = (numbers.length() + text.length()) / 2;
    String bare =
        "7E7E"
            + frame.station()
            + "%02X".formatted(frame.centre())
            + frame.password().hex()
            + "%02X%04X".formatted(frame.function(), DOWN | length)
            + (frame.isPart() ? "16" : "02")
            + numbers
            + text
            + (frame.isFollowed() && !frame.isPart() ? ACK : EOT);
    return Payload.ofHex(bare + "%04X".formatted(Checksum.of(Payload.ofHex(bare))));
  }

  private static String serial(Frame frame) {
    return frame.text().slice(0, SERIAL).hex();
  }
}
