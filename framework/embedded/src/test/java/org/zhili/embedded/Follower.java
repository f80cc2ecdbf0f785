package org.zhili.embedded;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.zhili.casework.CaseState;
import org.zhili.id.CaseId;
import org.zhili.module.Contribution;
import org.zhili.module.GovernanceModule;
import org.zhili.module.ModuleInfo;
import org.zhili.text.Text;

/** A module that is told of every case that is dispatched. */
record Follower(Consumer<CaseId> told) implements GovernanceModule {
  @Override
  public ModuleInfo info() {
    return new ModuleInfo("follower", Text.of("follower.name"), Set.of());
  }

  @Override
  public List<Contribution> contributions() {
    return List.of(
        new Contribution.Reaction(
            "follower.dispatched",
            Set.of("urban.component"),
            Set.of(CaseState.DISPATCHED),
            (event, file) -> told.accept(event.caseId())));
  }
}
