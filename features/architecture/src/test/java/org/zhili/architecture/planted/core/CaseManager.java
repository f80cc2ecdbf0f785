package org.zhili.architecture.planted.core;

import org.zhili.architecture.planted.Breaks;

@Breaks("names of classes")
public record CaseManager() {}
