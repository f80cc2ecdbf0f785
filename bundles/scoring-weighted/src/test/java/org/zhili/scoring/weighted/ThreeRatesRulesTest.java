package org.zhili.scoring.weighted;

import org.zhili.scoring.ScoringModel;
import org.zhili.scoring.weighted.ThreeRates.Weights;
import org.zhili.tck.ScoringModelContract;

class ThreeRatesRulesTest extends ScoringModelContract {
  @Override
  protected ScoringModel model() {
    return new ThreeRates(Weights.EQUAL, 5);
  }
}
