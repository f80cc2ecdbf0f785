package org.zhili.urban;

import java.util.Set;
import org.zhili.module.GovernanceModule;
import org.zhili.tck.GovernanceModuleContract;

class UrbanModuleRulesTest extends GovernanceModuleContract {
  @Override
  protected GovernanceModule module() {
    return new UrbanModule();
  }

  @Override
  protected Set<String> settings() {
    return Set.of("battery.low", "bin.depth", "bin.full", "bin.hot", "cover.tilt");
  }
}
