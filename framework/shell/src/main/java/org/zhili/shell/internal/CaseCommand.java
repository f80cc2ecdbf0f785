package org.zhili.shell.internal;

import java.util.Optional;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.jspecify.annotations.Nullable;
import org.zhili.casework.CaseFile;
import org.zhili.casework.MilestoneClock;
import org.zhili.core.casework.CaseStore;
import org.zhili.core.dispatch.WorkOrder;
import org.zhili.core.town.Town;
import org.zhili.id.UnitId;
import org.zhili.text.Personal;

/** Lists cases, or shows one. */
@Service
@Command(
    scope = "zhili",
    name = "case",
    description = "案件：case list | case show 编号 / cases: case list | case show NUMBER")
public final class CaseCommand extends TownCommand {
  private static final int PAGE = 50;

  @Argument(index = 0, name = "verb", required = true, description = "list | show")
  private String verb = "";

  @Argument(index = 1, name = "number", description = "ZL-…")
  private @Nullable String number;

  @Override
  void run(Town town) {
    if (verb.equals("list")) {
      town.stores()
          .transactions()
          .read(() -> town.stores().cases().list(CaseStore.Query.newest(PAGE)))
          .forEach(this::row);
    } else if (verb.equals("show") && number != null) {
      String wanted = number;
      Optional<CaseFile> file =
          town.stores().transactions().read(() -> town.stores().cases().findByNumber(wanted));
      file.ifPresentOrElse(f -> show(town, f), () -> say("case.unknown", wanted));
    } else {
      say("case.usage");
    }
  }

  private void row(CaseFile file) {
    say(
        "case.row",
        file.number(),
        word(file.state()),
        file.halted() ? words("case.halted") : word(file.standing()),
        file.assignment().lead().map(UnitId::value).orElse("-"),
        in(Personal.masked(file.report().summary())));
  }

  private void show(Town town, CaseFile file) {
    row(file);
    say("case.type", file.type(), file.step(), file.filing().orElse("-"));
    say("case.code", file.publicCode());
    for (MilestoneClock clock : file.clocks()) {
      say(
          "case.milestone",
          clock.milestone(),
          town.milestones().due(file, clock).map(Object::toString).orElse("-"),
          clock.metAt().map(Object::toString).orElse("-"));
    }
    for (WorkOrder order : town.orders().of(file.id())) {
      say(
          "case.order",
          order.id(),
          order.unit(),
          word(order.role()),
          word(order.status()),
          order.attempts());
    }
  }
}
