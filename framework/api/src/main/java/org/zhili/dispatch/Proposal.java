package org.zhili.dispatch;

import java.util.List;
import java.util.Set;
import org.zhili.id.UnitId;
import org.zhili.text.Explanation;

/** What a strategy advises. */
public sealed interface Proposal {
  Explanation why();

  /**
   * Give it to {@code lead}.
   *
   * @param supervising units that get a copy to supervise (抄送)
   * @param alternatives other leads worth considering, best first
   * @param confidence 0 to 1, held against the city's review bar
   */
  record Assign(
      UnitId lead,
      Set<UnitId> assisting,
      Set<UnitId> supervising,
      List<UnitId> alternatives,
      double confidence,
      Explanation why)
      implements Proposal {
    public Assign {
      if (!(confidence >= 0 && confidence <= 1)) {
        throw new IllegalArgumentException("confidence is 0 to 1, not " + confidence);
      }
      assisting = Set.copyOf(assisting);
      supervising = Set.copyOf(supervising);
      alternatives = List.copyOf(alternatives);
    }
  }

  /** Let a person decide. */
  record Refer(Explanation why) implements Proposal {}
}
