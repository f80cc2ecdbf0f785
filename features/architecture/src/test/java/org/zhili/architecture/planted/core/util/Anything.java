package org.zhili.architecture.planted.core.util;

import org.zhili.architecture.planted.Breaks;

@Breaks("names of packages")
public record Anything() {}
