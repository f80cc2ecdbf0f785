package org.zhili.architecture.planted.core;

import org.apache.cxf.message.Message;
import org.zhili.architecture.planted.Breaks;

@Breaks("D5 CXF")
public record KnowsCxf(Message message) {}
