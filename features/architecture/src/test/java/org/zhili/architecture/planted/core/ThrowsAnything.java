package org.zhili.architecture.planted.core;

import org.zhili.architecture.planted.Breaks;

@Breaks("D10 exceptions")
public final class ThrowsAnything {
  public RuntimeException anything() {
    return new RuntimeException("something went wrong");
  }
}
