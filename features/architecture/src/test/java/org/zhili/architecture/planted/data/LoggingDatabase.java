package org.zhili.architecture.planted.data;

import org.slf4j.Logger;
import org.zhili.architecture.planted.Breaks;

@Breaks("D3 data")
public record LoggingDatabase(Logger log) {}
