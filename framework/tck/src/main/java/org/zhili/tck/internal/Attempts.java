package org.zhili.tck.internal;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.zhili.device.Payload;

/** Bytes nobody sends on purpose, the same in every run. */
public final class Attempts {
  /** How many {@link #hostile} makes. */
  public static final int MANY = 10_000;

  private static final long SEED = 20_260_101;
  private static final int LONGEST = 300;
  private static final int LONGEST_TAIL = 40;
  private static final int MOST_EDITS = 4;

  /** Bytes that decoders stumble over, in binary frames and in texts. */
  private static final byte[] TRICKY =
      "\0\1\177\u0080\u00ff0189-+.eE\"{}[],:;&#".getBytes(StandardCharsets.ISO_8859_1);

  private final List<DeviceVector> vectors;
  private final Random random = new Random(SEED);

  private Attempts(List<DeviceVector> vectors) {
    this.vectors = vectors;
  }

  /**
   * Make 10,000 payloads: a third random, a third accepted frames with some bytes changed, a third
   * that begin as an accepted frame and go on at random. Each comes as a vector's message would.
   */
  public static Stream<Attempt> hostile(List<DeviceVector> vectors) {
    List<DeviceVector> accepted = vectors.stream().filter(DeviceVector::isAccepted).toList();
    Attempts attempts = new Attempts(accepted.isEmpty() ? vectors : accepted);
    return IntStream.range(0, MANY).mapToObj(attempts::hostile);
  }

  /** The vector's payload cut off after 0, 1, 2, … bytes, never whole. */
  public static Stream<Attempt> cuts(DeviceVector vector) {
    Payload whole = vector.message().payload();
    return IntStream.range(0, whole.size())
        .mapToObj(size -> new Attempt(vector, whole.slice(0, size), "cut to " + size + " bytes"));
  }

  /** The vector's payload with one bit flipped, for each bit. */
  public static Stream<Attempt> flips(DeviceVector vector) {
    byte[] whole = vector.message().payload().toBytes();
    return IntStream.range(0, whole.length * Byte.SIZE)
        .mapToObj(
            bit -> {
              byte[] bytes = whole.clone();
              bytes[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
              String how = "with bit " + bit % Byte.SIZE + " of byte " + bit / Byte.SIZE;
              return new Attempt(vector, Payload.of(bytes), how + " flipped");
            });
  }

  /** The vectors themselves, cut at every byte, and the hostile ones. */
  public static Stream<Attempt> all(List<DeviceVector> vectors) {
    return Stream.of(
            vectors.stream().map(Attempt::whole),
            vectors.stream().flatMap(Attempts::cuts),
            hostile(vectors))
        .flatMap(attempts -> attempts);
  }

  private Attempt hostile(int number) {
    DeviceVector vector = vectors.get(number / 3 % vectors.size());
    byte[] frame = vector.message().payload().toBytes();
    return switch (number % 3) {
      case 0 -> attempt(vector, randomBytes(number / 3 % LONGEST), "with random bytes");
      case 1 -> attempt(vector, edited(frame), "with bytes changed");
      default -> attempt(vector, continued(frame), "going on at random");
    };
  }

  private static Attempt attempt(DeviceVector vector, byte[] bytes, String how) {
    return new Attempt(vector, Payload.of(bytes), how);
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
