package org.zhili.dispatch.rules;

import org.zhili.dispatch.DispatchStrategy;
import org.zhili.tck.DispatchStrategyContract;

class RuleTableRulesTest extends DispatchStrategyContract {
  @Override
  protected DispatchStrategy strategy() {
    return new RuleTable();
  }
}
