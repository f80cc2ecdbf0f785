package org.zhili.architecture.planted.core;

import org.zhili.architecture.planted.Breaks;

/** This package has no package-info. */
@Breaks("D11")
public record Unmarked() {}
