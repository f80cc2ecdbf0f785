package org.zhili.shell.internal;

import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.jspecify.annotations.Nullable;
import org.zhili.core.timer.DeadTimer;
import org.zhili.core.timer.TimerStore;
import org.zhili.core.town.Town;

/** Lists work that was set aside after failing too often, or lets it try again. */
@Service
@Command(
    scope = "zhili",
    name = "dead",
    description = "搁置的工作：list | replay 编号|all / work set aside: list | replay ID|all")
public final class DeadCommand extends TownCommand {
  private static final int PAGE = 200;

  @Argument(index = 0, name = "verb", required = true, description = "list | replay")
  private String verb = "";

  @Argument(index = 1, name = "id", description = "ID | all")
  private @Nullable String id;

  @Override
  void run(Town town) {
    TimerStore timers = town.stores().timers();
    List<DeadTimer> dead = town.stores().transactions().read(() -> timers.dead(PAGE));
    if (verb.equals("list")) {
      dead.forEach(d -> say("dead.row", d.id(), d.kind(), d.key(), d.attempts(), d.error()));
      say("dead.count", dead.size());
    } else if (verb.equals("replay") && id != null) {
      say(
          "dead.revived",
          id.equals("all")
              ? all(town)
              : dead.stream().filter(this::wanted).filter(d -> revive(town, d)).count());
      town.timers().kick();
    } else {
      say("dead.usage");
    }
  }

  private boolean wanted(DeadTimer timer) {
    return Long.toString(timer.id()).equals(id);
  }

  private static long all(Town town) {
    TimerStore timers = town.stores().timers();
    long revived = 0;
    long more;
    do {
      more =
          town.stores().transactions().read(() -> timers.dead(PAGE)).stream()
              .filter(timer -> revive(town, timer))
              .count();
      revived += more;
    } while (more > 0);
    return revived;
  }

  private static boolean revive(Town town, DeadTimer timer) {
    return town.stores()
        .transactions()
        .run(() -> town.stores().timers().revive(timer.id(), town.clock().instant()));
  }
}
