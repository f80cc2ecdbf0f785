package org.zhili.core.plugin;

import java.util.List;
import java.util.Set;
import org.zhili.module.Contribution;
import org.zhili.module.GovernanceModule;
import org.zhili.module.ModuleInfo;
import org.zhili.text.Text;

/** A module that is what the test says. */
public record FakeModule(ModuleInfo info, List<Contribution> contributions)
    implements GovernanceModule {
  public static FakeModule bringing(String id, Contribution... contributions) {
    return requiring(id, Set.of(), contributions);
  }

  public static FakeModule requiring(
      String id, Set<String> modules, Contribution... contributions) {
    return new FakeModule(
        new ModuleInfo(id, Text.of(id + ".name"), modules), List.of(contributions));
  }
}
