package org.zhili.tck.internal;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.zhili.device.Payload;

/** Bytes nobody sends on purpose, the same in every run. */
public final class Attempts {
  private Attempts() {}

  /**
   * Make 10,000 payloads: a third random, a third accepted frames with some bytes changed, a third
   * that begin as an accepted frame and go on at random. Each comes as a vector's message would.
   */
  public static Stream<Attempt> hostile(List<DeviceVector> vectors) {
    List<DeviceVector> some = vectors.stream().filter(DeviceVector::isAccepted).toList();
    List<DeviceVector> accepted = some.isEmpty() ? vectors : some;
    return new HostileBytes(accepted.stream().map(v -> v.message().payload()).toList())
        .stream().map(made -> new Attempt(accepted.get(made.like()), made.bytes(), made.how()));
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
}
