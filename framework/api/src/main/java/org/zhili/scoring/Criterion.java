package org.zhili.scoring;

import java.math.BigDecimal;
import org.zhili.text.Text;

/** One thing that earns points, and how many at most. */
public record Criterion(String id, Text name, BigDecimal maximum) {}
