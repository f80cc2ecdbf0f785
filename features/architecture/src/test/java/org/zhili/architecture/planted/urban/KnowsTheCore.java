package org.zhili.architecture.planted.urban;

import org.zhili.architecture.planted.Breaks;
import org.zhili.architecture.planted.core.CoreWithTables;

@Breaks("D4")
public record KnowsTheCore(CoreWithTables core) {}
