package org.zhili.shell.internal;

import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.zhili.casework.CaseFile;
import org.zhili.core.town.Town;
import org.zhili.core.trace.TraceEntry;
import org.zhili.core.trace.TraceLog;

/** Prints the trace of a case and says whether it is as it was written. */
@Service
@Command(scope = "zhili", name = "trace", description = "案件留痕及核验 / the trace of a case, verified")
public final class TraceCommand extends TownCommand {
  @Argument(index = 0, name = "number", required = true, description = "ZL-…")
  private String number = "";

  @Override
  void run(Town town) {
    Optional<CaseFile> file =
        town.stores().transactions().read(() -> town.stores().cases().findByNumber(number));
    if (file.isEmpty()) {
      say("case.unknown", number);
      return;
    }
    TraceLog log = town.ledger().trace();
    for (TraceEntry entry : log.of(file.get().id())) {
      say(
          "trace.entry",
          entry.sequence(),
          entry.at(),
          entry.actor(),
          entry.action(),
          entry.step(),
          entry.arguments());
    }
    List<TraceLog.Finding> findings = log.verify(file.get().id());
    if (findings.isEmpty()) {
      say("trace.intact");
    }
    findings.forEach(finding -> say("trace.touched", finding.sequence(), word(finding.kind())));
  }
}
