package org.zhili.resources.internal.status;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import org.zhili.access.Allowed;
import org.zhili.access.Role;
import org.zhili.access.Viewer;
import org.zhili.core.timer.DeadTimer;
import org.zhili.core.timer.TimerStore;
import org.zhili.core.town.Town;
import org.zhili.resources.internal.Paging;
import org.zhili.resources.internal.Scope;
import org.zhili.resources.internal.Trouble;
import org.zhili.resources.security.Audit;

/**
 * Work that was set aside after failing too often (搁置的工作): what could not be delivered, or done in
 * its time.
 */
@Path("set-aside")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "status")
public final class SetAsideResource {
  private final Town town;
  private final Scope scope;

  public SetAsideResource(Town town, Scope scope) {
    this.town = town;
    this.scope = scope;
  }

  @GET
  @Allowed(Role.ADMINISTRATOR)
  @Operation(summary = "List work that failed too often, 200 pieces at most · 列出搁置的工作，最多 200 项")
  public List<DeadTimer> list(@Context SecurityContext security) {
    scope.wholeCity(security);
    return dead();
  }

  @POST
  @Path("{id}/retry")
  @Allowed(Role.ADMINISTRATOR)
  @Operation(summary = "Let a piece of work try again · 重试一项搁置的工作")
  public void retry(@PathParam("id") @Min(1) long id, @Context SecurityContext security) {
    Viewer viewer = scope.wholeCity(security);
    if (!revive(id)) {
      throw Trouble.NOT_SET_ASIDE.problem(Long.toString(id));
    }
    town.timers().kick();
    Audit.note(viewer, "work.retried", Long.toString(id));
  }

  @POST
  @Path("retry")
  @Allowed(Role.ADMINISTRATOR)
  @Operation(summary = "Let all work that was set aside try again · 重试全部搁置的工作")
  public Retried retryAll(@Context SecurityContext security) {
    Viewer viewer = scope.wholeCity(security);
    int retried = 0;
    for (List<DeadTimer> some = dead(); !some.isEmpty(); some = dead()) {
      int before = retried;
      retried += (int) some.stream().filter(timer -> revive(timer.id())).count();
      if (retried == before) {
        break; // others are faster
      }
    }
    town.timers().kick();
    Audit.note(viewer, "work.retried", "all", Integer.toString(retried));
    return new Retried(retried);
  }

  /** How many pieces of work try again. */
  public record Retried(int retried) {}

  private List<DeadTimer> dead() {
    TimerStore timers = town.stores().timers();
    return town.stores().transactions().read(() -> timers.dead(Paging.MOST));
  }

  private boolean revive(long id) {
    TimerStore timers = town.stores().timers();
    return town.stores().transactions().run(() -> timers.revive(id, town.clock().instant()));
  }
}
