package org.zhili.resources.internal.cases;

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
import org.zhili.core.town.Town;
import org.zhili.resources.internal.Callers;
import org.zhili.resources.internal.Scope;

/** How many cases there are (案件数量), of those somebody sees. */
@Path("cases/counts")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "cases")
public final class CaseCountResource {
  private final Town town;
  private final Scope scope;

  public CaseCountResource(Town town, Scope scope) {
    this.town = town;
    this.scope = scope;
  }

  @GET
  @Allowed({Role.OPERATOR, Role.SUPERVISOR, Role.ADMINISTRATOR, Role.UNIT, Role.DISPLAY})
  @Operation(
      summary =
          "Count the cases you may see: open, overdue, ended, and dispatches to review"
              + " · 统计可见的案件：在办、超期、已了结、待复核")
  public CaseCounts read(@Context SecurityContext security) {
    Viewer viewer = Callers.viewer(security);
    return town.stores().transactions().read(() -> count(viewer));
  }

  private CaseCounts count(Viewer viewer) {
    CaseStore cases = town.ledger().cases();
    Optional<CaseStore.Query> own =
        scope.narrow(
            viewer,
            CaseStore.Query.newest(1).found(CaseStore.Search.dueBefore(town.clock().instant())));
    Map<Boolean, Long> ended =
        own.map(query -> cases.tally(query.areas(), query.units()).byEnd()).orElse(Map.of());
    return new CaseCounts(
        ended.getOrDefault(false, 0L),
        own.map(cases::count).orElse(0L),
        ended.getOrDefault(true, 0L),
        Optional.of(viewer)
            .filter(who -> who.has(Role.OPERATOR))
            .map(operator -> town.dispatch().waiting(scope.reach(operator))));
  }
}
