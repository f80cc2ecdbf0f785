package ${package};

import org.zhili.dispatch.DispatchStrategy;
import org.zhili.tck.DispatchStrategyContract;

class ${strategyClass}Test extends DispatchStrategyContract {
  @Override
  protected DispatchStrategy strategy() {
    return new ${strategyClass}();
  }
}
