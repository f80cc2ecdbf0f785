package org.zhili.architecture.planted.json;

import org.slf4j.Logger;
import org.zhili.architecture.planted.Breaks;

@Breaks("D3 json")
public record LoggingJson(Logger log) {}
