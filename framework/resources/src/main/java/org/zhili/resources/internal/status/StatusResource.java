package org.zhili.resources.internal.status;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Map;
import java.util.Optional;
import org.zhili.access.Allowed;
import org.zhili.access.Role;
import org.zhili.access.Viewer;
import org.zhili.core.casework.CaseStore;
import org.zhili.core.ingest.IngestStatus;
import org.zhili.core.plugin.PluginIdentity;
import org.zhili.core.plugin.PluginStatus;
import org.zhili.core.town.Town;
import org.zhili.resources.internal.Callers;
import org.zhili.resources.internal.Scope;
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
  private final Scope scope;

  public StatusResource(Town town, Scope scope) {
    this.town = town;
    this.scope = scope;
  }

  @GET
  @Allowed({Role.OPERATOR, Role.SUPERVISOR, Role.ADMINISTRATOR, Role.UNIT})
  @Operation(summary = "Tell how the town is doing, as far as you may look · 查看权限内的运行状况")
  public StatusView read(@Context SecurityContext security) {
    Viewer viewer = Callers.viewer(security);
    boolean hall = Scope.ofTownHall(viewer);
    Optional<IngestStatus> ingest =
        Optional.of(town.ingestion().status()).filter(s -> hall && scope.coversAll(viewer));
    CityRules rules = town.books().rules();
    return new StatusView(
        rules.name(),
        rules.version(),
        town.clock().instant(),
        cases(viewer),
        hall ? Optional.of(town.dispatch().waiting(scope.reach(viewer))) : Optional.empty(),
        ingest.map(StatusResource::messages),
        ingest.map(IngestStatus::alarms),
        ingest.map(s -> deadTimers()),
        ingest.map(s -> town.gate().status().stream().map(this::plugIn).toList()));
  }

  private Cases cases(Viewer viewer) {
    CaseStore.Tally tally =
        scope
            .narrow(viewer, CaseStore.Query.newest(1))
            .map(
                own ->
                    town.stores()
                        .transactions()
                        .read(() -> town.ledger().cases().tally(own.areas(), own.units())))
            .orElse(new CaseStore.Tally(Map.of(), Map.of()));
    return new Cases(tally.open(), tally.standings());
  }

  private long deadTimers() {
    return town.stores().transactions().read(() -> town.stores().timers().dead(COUNTED).size());
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
