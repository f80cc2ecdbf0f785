package org.zhili.itests.garden;

import java.util.List;
import java.util.Set;
import org.osgi.service.component.annotations.Component;
import org.zhili.access.Role;
import org.zhili.module.Contribution;
import org.zhili.module.GovernanceModule;
import org.zhili.module.ModuleInfo;
import org.zhili.text.Text;

/** Brings a page that works, and one that breaks a moment after it was opened. */
@Component(service = GovernanceModule.class)
public final class GardenModule implements GovernanceModule {
  @Override
  public ModuleInfo info() {
    return new ModuleInfo("garden", Text.of("garden"), Set.of());
  }

  @Override
  public List<Contribution> contributions() {
    return List.of(
        new Contribution.Page("beds", Text.of("garden.beds"), Role.OPERATOR, "beds.js"),
        new Contribution.Page("weeds", Text.of("garden.weeds"), Role.OPERATOR, "weeds.js"));
  }
}
