package ${package};

import org.zhili.module.GovernanceModule;
import org.zhili.tck.GovernanceModuleContract;

class ${moduleClass}Test extends GovernanceModuleContract {
  @Override
  protected GovernanceModule module() {
    return new ${moduleClass}();
  }
}
