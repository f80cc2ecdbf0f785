package org.zhili.architecture.planted.core;

import org.zhili.architecture.planted.Breaks;
import org.zhili.architecture.planted.data.LoggingDatabase;

@Breaks("D3 core")
public record CoreWithTables(LoggingDatabase database) {}
