package org.zhili.architecture.planted.core;

import java.util.logging.Logger;
import org.zhili.architecture.planted.Breaks;

@Breaks("D10 logging")
public final class LogsElsewhere {
  public void tell() {
    Logger.getLogger("elsewhere").info("unheard");
  }
}
