package org.zhili.core.casework;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.zhili.casework.CaseFile;
import org.zhili.core.trace.TraceEntry;
import org.zhili.dispatch.Returned;
import org.zhili.id.UnitId;

/** Reads from a case's trace who handed it back (退单) with a reason that was accepted. */
public final class Returns {
  private Returns() {}

  /** The lead before each granted return, oldest first. */
  public static List<Returned> of(CaseLedger ledger, CaseFile file) {
    if (file.counts().returns() == 0) {
      return List.of();
    }
    List<Returned> returned = new ArrayList<>();
    Optional<UnitId> lead = Optional.empty();
    String reason = "";
    for (TraceEntry entry : ledger.trace().of(file.id())) {
      if (entry.action().equals("dispatch")) {
        lead = entry.argument("lead").map(UnitId::new);
      } else if (entry.action().equals("request-return")) {
        reason = entry.argument("reason").orElse("");
      } else if (entry.action().equals("decide-return")
          && entry.argument("granted").filter("true"::equals).isPresent()
          && lead.isPresent()) {
        returned.add(new Returned(lead.get(), reason));
      }
    }
    return returned;
  }
}
