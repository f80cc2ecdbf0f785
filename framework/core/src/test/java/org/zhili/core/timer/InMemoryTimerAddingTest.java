package org.zhili.core.timer;

import org.zhili.core.town.InMemoryStores;
import org.zhili.core.town.TownStores;

class InMemoryTimerAddingTest extends TimerAddingContract {
  private final TownStores stores = InMemoryStores.fresh();

  @Override
  protected TownStores stores() {
    return stores;
  }
}
