package org.zhili.architecture.planted.api.one;

import org.zhili.architecture.planted.Breaks;
import org.zhili.architecture.planted.api.two.Back;

@Breaks("D7")
public record There(Back back) {}
