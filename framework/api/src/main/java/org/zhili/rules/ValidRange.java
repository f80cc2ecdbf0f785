package org.zhili.rules;

/** Values of a metric outside this range are flagged as impossible and raise nothing. */
public record ValidRange(String metric, double minimum, double maximum) {}
