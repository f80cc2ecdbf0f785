package org.zhili.architecture.planted.api.one;

import org.slf4j.Logger;
import org.zhili.architecture.planted.Breaks;

@Breaks("D1")
public interface LoggingContract {
  void tell(Logger log);
}
