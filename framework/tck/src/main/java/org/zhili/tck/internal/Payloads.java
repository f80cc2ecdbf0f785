package org.zhili.tck.internal;

import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.zhili.device.Payload;

/** Bytes nobody sends on purpose. */
public final class Payloads {
  private static final long SEED = 20_260_101;

  private Payloads() {}

  /** 300 payloads of 0 to 299 random bytes, the same in every run. */
  public static Stream<Payload> random() {
    var random = new Random(SEED);
    return IntStream.range(0, 300)
        .mapToObj(
            size -> {
              byte[] bytes = new byte[size];
              random.nextBytes(bytes);
              return Payload.of(bytes);
            });
  }

  /** The payload cut off after 0, 1, 2, … bytes, never whole. */
  public static Stream<Payload> cuts(Payload whole) {
    return IntStream.range(0, whole.size()).mapToObj(size -> whole.slice(0, size));
  }
}
