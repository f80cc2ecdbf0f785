package com.example.hellostrategy;

import org.zhili.dispatch.DispatchStrategy;
import org.zhili.tck.DispatchStrategyContract;

class HelloStrategyTest extends DispatchStrategyContract {
  @Override
  protected DispatchStrategy strategy() {
    return new HelloStrategy();
  }
}
