package org.zhili.architecture.planted.core;

import java.time.Instant;
import java.util.function.Supplier;
import org.zhili.architecture.planted.Breaks;

@Breaks("D9")
public final class HandsOutTheTime {
  public Supplier<Instant> time() {
    return Instant::now;
  }
}
