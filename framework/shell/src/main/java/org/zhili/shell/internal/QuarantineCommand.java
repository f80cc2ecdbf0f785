package org.zhili.shell.internal;

import java.util.Optional;
import java.util.UUID;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.jspecify.annotations.Nullable;
import org.zhili.core.ingest.Quarantine;
import org.zhili.core.ingest.QuarantineStore;
import org.zhili.core.ingest.Quarantined;
import org.zhili.core.town.Town;

/** Lists messages nobody could make anything of, or has one decoded again. */
@Service
@Command(
    scope = "zhili",
    name = "quarantine",
    description = "隔离的报文：list | replay 编号 / quarantined messages: list | replay ID")
public final class QuarantineCommand extends TownCommand {
  private static final int PAGE = 100;

  @Argument(index = 0, name = "verb", required = true, description = "list | replay")
  private String verb = "";

  @Argument(index = 1, name = "id", description = "ID")
  private @Nullable String id;

  @Override
  void run(Town town) {
    Quarantine quarantine = town.ingestion().quarantine();
    if (verb.equals("list")) {
      quarantine.list(QuarantineStore.Selection.ALL, Optional.empty(), PAGE).forEach(this::row);
    } else if (verb.equals("replay") && id != null) {
      replay(quarantine, id);
    } else {
      say("quarantine.usage");
    }
  }

  private void replay(Quarantine quarantine, String wanted) {
    try {
      Quarantine.Replayed replayed = quarantine.replay(UUID.fromString(wanted));
      say("quarantine.replayed", replayed.stored(), replayed.kept(), replayed.gone());
    } catch (IllegalArgumentException e) {
      say("quarantine.unknown", wanted);
    }
  }

  private void row(Quarantined kept) {
    say(
        "quarantine.row",
        kept.id(),
        word(kept.kind()),
        kept.message().origin().topic(),
        kept.message().receivedAt(),
        kept.reason(),
        kept.message().payload());
  }
}
