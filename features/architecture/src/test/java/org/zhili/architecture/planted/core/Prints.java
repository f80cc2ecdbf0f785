package org.zhili.architecture.planted.core;

import org.zhili.architecture.planted.Breaks;

@Breaks("D10 streams")
public final class Prints {
  public void tell() {
    System.out.println("unheard");
  }
}
