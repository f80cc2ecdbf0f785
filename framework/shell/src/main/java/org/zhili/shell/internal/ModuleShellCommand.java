package org.zhili.shell.internal;

import java.util.List;
import org.apache.karaf.shell.api.console.Command;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Parser;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.CommandException;
import org.jspecify.annotations.Nullable;
import org.zhili.core.plugin.Commands;
import org.zhili.core.town.Town;
import org.zhili.module.Reply;
import org.zhili.text.Language;
import org.zhili.text.Wording;

/** A module's command as the shell knows commands. Holds nothing of the module. */
final class ModuleShellCommand implements Command {
  /** What Karaf runs a command with when somebody asks for help on it. */
  private static final String HELP = "--help";

  private final Town town;
  private final Commands commands;
  private final Commands.Offered offered;

  ModuleShellCommand(Town town, Commands commands, Commands.Offered offered) {
    this.town = town;
    this.commands = commands;
    this.offered = offered;
  }

  /**
   * Print the reply. What failed ends as an exception with the last line of it, which the shell
   * prints, too, and takes for the outcome of the command.
   */
  @Override
  public @Nullable Object execute(Session session, List<Object> arguments) throws Exception {
    if (arguments.contains(HELP)) {
      session.getConsole().println(getDescription());
      return null;
    }
    Reply reply = commands.run(offered.name(), arguments.stream().map(String::valueOf).toList());
    Language language = SpokenCommand.language(session);
    List<String> lines =
        reply.lines().stream()
            .map(line -> SpokenCommand.printable(town.words().render(line, language)))
            .toList();
    if (reply instanceof Reply.Done) {
      lines.forEach(session.getConsole()::println);
      return null;
    }
    int last = Math.max(0, lines.size() - 1);
    lines.subList(0, last).forEach(session.getConsole()::println);
    String summary = String.join("", lines.subList(last, lines.size()));
    // the help of the exception is what the shell prints, without words of its own
    throw new CommandException(summary, summary);
  }

  @Override
  public String getScope() {
    return "zhili";
  }

  @Override
  public String getName() {
    return offered.name();
  }

  @Override
  public String getDescription() {
    Wording help = town.render(offered.help());
    return help.zh() + " / " + help.en();
  }

  @Override
  public @Nullable Completer getCompleter(boolean scoped) {
    return null;
  }

  @Override
  public @Nullable Parser getParser() {
    return null;
  }
}
