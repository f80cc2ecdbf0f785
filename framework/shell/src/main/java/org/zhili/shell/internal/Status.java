package org.zhili.shell.internal;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.zhili.core.casework.CaseStore;
import org.zhili.core.ingest.IngestStatus;
import org.zhili.core.town.Town;

/** How the town is doing, on one screen. */
@Service
@Command(scope = "zhili", name = "status", description = "城市概况 / the town at a glance")
public final class Status extends TownCommand {
  @Override
  void run(Town town) {
    IngestStatus ingest = town.ingestion().status();
    CaseStore.Tally tally = town.stores().transactions().read(() -> town.stores().cases().tally());
    say(
        "status.city",
        in(town.books().rules().name()),
        town.books().rules().version(),
        town.clock().instant());
    say("status.messages", ingest.received(), ingest.stored(), ingest.waiting());
    say("status.alarms", counts(ingest.alarms()));
    say("status.cases", counts(tally.open()), counts(tally.standings()));
    say("status.reviews", town.dispatch().waiting());
    town.gate()
        .status()
        .forEach(
            plugin ->
                say(
                    "status.plugin",
                    plugin.kind(),
                    plugin.plugin(),
                    word(plugin.state()),
                    plugin.counts().calls()));
  }
}
