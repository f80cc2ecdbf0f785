package ${package};

import org.zhili.scoring.ScoringModel;
import org.zhili.tck.ScoringModelContract;

class ${modelClass}Test extends ScoringModelContract {
  @Override
  protected ScoringModel model() {
    return new ${modelClass}();
  }
}
