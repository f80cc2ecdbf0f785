package org.zhili.tck.internal;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.zhili.device.Payload;

/**
 * Byte strings nobody sends on purpose, the same in every run: a third random, a third frames with
 * some bytes changed, a third that begin as a frame and go on at random.
 */
public final class HostileBytes {
  /** How many there are. */
  public static final int MANY = 10_000;

  private static final long SEED = 20_260_101;
  private static final int LONGEST = 300;
  private static final int LONGEST_TAIL = 40;
  private static final int MOST_EDITS = 4;

  /** Bytes that decoders stumble over, in binary frames and in texts. */
  private static final byte[] TRICKY =
      "\0\1\177\u0080\u00ff0189-+.eE\"{}[],:;&#".getBytes(StandardCharsets.ISO_8859_1);

  private final List<Payload> frames;
  private final Random random = new Random(SEED);

  /**
   * A byte string.
   *
   * @param like number of the frame it was made from
   * @param how in words
   */
  public record Made(int like, Payload bytes, String how) {}

  /**
   * @param frames that are understood, one at least
   */
  public HostileBytes(List<Payload> frames) {
    this.frames = List.copyOf(frames);
  }

  /** Make all of them. To be called once. */
  public Stream<Made> stream() {
    return IntStream.range(0, MANY).mapToObj(this::made);
  }

  private Made made(int number) {
    int like = number / 3 % frames.size();
    byte[] frame = frames.get(like).toBytes();
    return switch (number % 3) {
      case 0 -> made(like, randomBytes(number / 3 % LONGEST), "with random bytes");
      case 1 -> made(like, edited(frame), "with bytes changed");
      default -> made(like, continued(frame), "going on at random");
    };
  }

  private static Made made(int like, byte[] bytes, String how) {
    return new Made(like, Payload.of(bytes), how);
  }

  private byte[] randomBytes(int size) {
    byte[] bytes = new byte[size];
    random.nextBytes(bytes);
    return bytes;
  }

  private byte[] continued(byte[] frame) {
    var bytes = new ByteArrayOutputStream();
    bytes.write(frame, 0, random.nextInt(frame.length + 1));
    bytes.writeBytes(randomBytes(1 + random.nextInt(LONGEST_TAIL)));
    return bytes.toByteArray();
  }

  private byte[] edited(byte[] frame) {
    byte[] bytes = frame;
    for (int edits = 1 + random.nextInt(MOST_EDITS); edits > 0; edits--) {
      bytes = editedOnce(bytes);
    }
    return bytes;
  }

  /** Leave out, put in or repeat a byte, but most often change one. */
  private byte[] editedOnce(byte[] bytes) {
    int at = random.nextInt(bytes.length + 1);
    int next = Math.min(at + 1, bytes.length);
    return switch (random.nextInt(6)) {
      case 0 -> spliced(bytes, at, new byte[0], next);
      case 1 -> spliced(bytes, at, anyByte(), at);
      case 2 -> spliced(bytes, next, Arrays.copyOfRange(bytes, at, next), next);
      default -> spliced(bytes, at, anyByte(), next);
    };
  }

  private byte[] anyByte() {
    return random.nextBoolean()
        ? randomBytes(1)
        : new byte[] {TRICKY[random.nextInt(TRICKY.length)]};
  }

  private static byte[] spliced(byte[] bytes, int head, byte[] middle, int tail) {
    var spliced = new ByteArrayOutputStream();
    spliced.write(bytes, 0, head);
    spliced.writeBytes(middle);
    spliced.write(bytes, tail, bytes.length - tail);
    return spliced.toByteArray();
  }
}
