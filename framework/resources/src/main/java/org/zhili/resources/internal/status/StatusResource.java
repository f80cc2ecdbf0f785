package org.zhili.resources.internal.status;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.zhili.access.Allowed;
import org.zhili.access.Role;
import org.zhili.core.casework.CaseStore;
import org.zhili.core.ingest.IngestStatus;
import org.zhili.core.plugin.PluginIdentity;
import org.zhili.core.plugin.PluginStatus;
import org.zhili.core.town.Town;
import org.zhili.resources.internal.status.StatusView.Cases;
import org.zhili.resources.internal.status.StatusView.Messages;
import org.zhili.resources.internal.status.StatusView.PlugIn;
import org.zhili.rules.CityRules;

/** How the town is doing, in counts. */
@Path("status")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "status")
public final class StatusResource {
  private static final int COUNTED = 1000;

  private final Town town;

  public StatusResource(Town town) {
    this.town = town;
  }

  @GET
  @Allowed({Role.OPERATOR, Role.SUPERVISOR, Role.ADMINISTRATOR, Role.UNIT})
  @Operation(summary = "Tell how the town is doing · 查看运行状况")
  public StatusView read() {
    CityRules rules = town.books().rules();
    IngestStatus ingest = town.ingestion().status();
    CaseStore.Tally tally = town.stores().transactions().run(() -> town.ledger().cases().tally());
    long dead = town.stores().transactions().run(() -> town.stores().timers().dead(COUNTED).size());
    return new StatusView(
        rules.name(),
        rules.version(),
        town.clock().instant(),
        messages(ingest),
        ingest.alarms(),
        new Cases(tally.open(), tally.standings()),
        town.dispatch().waiting(),
        dead,
        town.gate().status().stream().map(this::plugIn).toList());
  }

  private static Messages messages(IngestStatus ingest) {
    return new Messages(
        ingest.running(),
        ingest.received(),
        ingest.stored(),
        ingest.duplicates(),
        ingest.readings(),
        ingest.unstored(),
        ingest.quarantined(),
        ingest.lastCommitAt(),
        ingest.unavailableSince());
  }

  private PlugIn plugIn(PluginStatus status) {
    PluginIdentity plugin = status.plugin();
    return new PlugIn(
        status.kind(),
        plugin.id(),
        plugin.version(),
        status.state(),
        status.reasons().stream().map(town::render).toList(),
        status.hanging(),
        status.counts().calls());
  }
}
