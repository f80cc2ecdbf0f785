package org.zhili.architecture.planted.core;

import java.time.InstantSource;
import org.zhili.architecture.planted.Breaks;

@Breaks("D9")
public final class MakesAClock {
  public InstantSource clock() {
    return InstantSource.system();
  }
}
