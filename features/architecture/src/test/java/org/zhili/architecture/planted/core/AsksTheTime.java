package org.zhili.architecture.planted.core;

import java.time.LocalDate;
import java.time.ZoneOffset;
import org.zhili.architecture.planted.Breaks;

@Breaks("D9")
public final class AsksTheTime {
  public LocalDate today() {
    return LocalDate.now(ZoneOffset.UTC);
  }
}
