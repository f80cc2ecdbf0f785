package org.zhili.embedded;

import java.util.List;
import java.util.Set;
import org.zhili.module.Contribution;
import org.zhili.module.GovernanceModule;
import org.zhili.module.ModuleInfo;
import org.zhili.text.Text;

/** The program the town is in, as a module of its own. */
record HostModule(List<Contribution> contributions) implements GovernanceModule {
  @Override
  public ModuleInfo info() {
    return new ModuleInfo("host", Text.of("host.name"), Set.of());
  }
}
