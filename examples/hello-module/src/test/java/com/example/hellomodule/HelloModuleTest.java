package com.example.hellomodule;

import org.zhili.module.GovernanceModule;
import org.zhili.tck.GovernanceModuleContract;

class HelloModuleTest extends GovernanceModuleContract {
  @Override
  protected GovernanceModule module() {
    return new HelloModule();
  }
}
