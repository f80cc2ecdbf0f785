package org.zhili.itests.slow;

import java.math.BigDecimal;
import java.util.List;
import org.zhili.scoring.Criterion;
import org.zhili.text.Text;

/** Loaded in the middle of a call, or never. */
final class LateClass {
  private LateClass() {}

  static List<Criterion> criteria() {
    return List.of(new Criterion("late", Text.of("late"), BigDecimal.ONE));
  }
}
