package org.zhili.shell.internal;

import java.nio.file.Path;
import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.jspecify.annotations.Nullable;
import org.zhili.core.shelf.Outcome;
import org.zhili.core.shelf.PluginShelf;
import org.zhili.core.shelf.ShelfEntry;

/** Puts plug-ins in from files, and takes them out again; works while the town is closed, too. */
@Service
@Command(
    scope = "zhili",
    name = "module",
    description =
        "插件：install | update 文件，remove | rollback | why 名称，list / plug-ins: install | update"
            + " FILE, remove | rollback | why NAME, list")
public final class ModuleCommand extends SpokenCommand {
  @Argument(index = 0, name = "verb", required = true, description = "install | list | …")
  private String verb = "";

  @Argument(index = 1, name = "what", description = "/media/usb/trash-bin-1.0.jar | trash-bin")
  private @Nullable String what;

  @Reference(optional = true)
  private @Nullable PluginShelf shelf;

  @Override
  void run() {
    if (shelf == null) {
      say("module.no-shelf");
    } else if (verb.equals("list")) {
      list(shelf.list());
    } else if (what == null) {
      say("module.usage");
    } else {
      run(shelf, what);
    }
  }

  private void run(PluginShelf there, String named) {
    switch (verb) {
      case "install" -> tell(there.install(Path.of(named)));
      case "update" -> tell(there.update(Path.of(named)));
      case "remove" -> tell(there.remove(named));
      case "rollback" -> tell(there.rollback(named));
      case "why" -> why(there, named);
      default -> say("module.usage");
    }
  }

  private void tell(Outcome outcome) {
    String mark = outcome instanceof Outcome.Refused ? "[!] " : "";
    outcome.sentences().forEach(sentence -> line(mark + in(sentence)));
  }

  private void list(List<ShelfEntry> entries) {
    for (ShelfEntry entry : entries) {
      row(entry);
      if (entry.state() == ShelfEntry.State.IDLE) {
        entry.why().forEach(sentence -> line("  " + in(sentence)));
      }
    }
    long refused = entries.stream().filter(e -> e.state() == ShelfEntry.State.REFUSED).count();
    say("module.count", entries.size() - refused);
    if (refused > 0) {
      say("module.refused", refused);
    }
  }

  private void row(ShelfEntry entry) {
    String brings = String.join(", ", entry.brings());
    say(
        brings.isEmpty() ? "module.row-bare" : "module.row",
        entry.name(),
        entry.version(),
        word(entry.state()),
        entry.source(),
        brings);
  }

  private void why(PluginShelf there, String named) {
    List<ShelfEntry> meant = there.list().stream().filter(entry -> entry.isCalled(named)).toList();
    if (meant.isEmpty()) {
      say("module.unknown", named);
    }
    for (ShelfEntry entry : meant) {
      row(entry);
      entry.why().forEach(sentence -> line("  " + in(sentence)));
      entry.before().ifPresent(version -> say("module.before", version));
    }
  }

  /** Run without a console's injection. */
  void execute(@Nullable PluginShelf there, Session console) {
    shelf = there;
    speakTo(console);
    execute();
  }
}
