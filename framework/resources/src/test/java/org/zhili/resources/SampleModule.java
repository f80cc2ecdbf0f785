package org.zhili.resources;

import java.util.List;
import java.util.Set;
import org.zhili.access.Allowed;
import org.zhili.access.Role;
import org.zhili.module.Contribution;
import org.zhili.module.GovernanceModule;
import org.zhili.module.ModuleInfo;
import org.zhili.text.Text;

/** Brings a page for operators, one for everybody, and one whose script it forgot. */
public record SampleModule() implements GovernanceModule {
  @Override
  public ModuleInfo info() {
    return new ModuleInfo("garden", Text.of("garden.name"), Set.of());
  }

  @Override
  public List<Contribution> contributions() {
    return List.of(
        new Contribution.Page("beds", Text.of("garden.beds"), Role.OPERATOR, "beds.js"),
        new Contribution.Page("gate", Text.of("garden.gate"), Allowed.ANYONE, "gate.js"),
        new Contribution.Page("forgotten", Text.of("garden.none"), Role.OPERATOR, "forgotten.js"));
  }
}
