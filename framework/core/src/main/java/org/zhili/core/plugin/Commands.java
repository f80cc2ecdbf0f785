package org.zhili.core.plugin;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.zhili.module.Contribution;
import org.zhili.module.Reply;
import org.zhili.text.Text;

/**
 * The commands that modules bring. Both doors run them here, and whatever becomes of asking one,
 * the reply is in words. Thread-safe; holds on to no plug-in.
 */
public final class Commands {
  private final ModuleBook modules;

  public Commands(ModuleBook modules) {
    this.modules = modules;
  }

  /** One that can be run now. */
  public record Offered(String name, Text help) {}

  /** All that can be run now, in the order of their modules. */
  public Set<Offered> offered() {
    Set<Offered> all = new LinkedHashSet<>();
    for (Contributed<Contribution.Command> brought : modules.contributions().commands()) {
      all.add(new Offered(brought.contribution().name(), brought.contribution().help()));
    }
    return all;
  }

  /** Call back after commands may have come or gone, as {@link ModuleBook#onChange}. */
  public Registration onChange(Runnable listener) {
    return modules.onChange(listener);
  }

  /** Run one, whoever brings it now. Takes as long as its limit at most. */
  public Reply run(String name, List<String> arguments) {
    Optional<Contributed<Contribution.Command>> command =
        modules.contributions().commands().stream()
            .filter(brought -> brought.contribution().name().equals(name))
            .findFirst();
    if (command.isEmpty()) {
      return Reply.failed(Text.of("plugin.command-unknown", name));
    }
    String module = command.get().module().identity().toString();
    return reply(command.get().ask(asked -> asked.shell().run(arguments)), module);
  }

  private static Reply reply(Answer<Reply> answer, String module) {
    if (answer instanceof Answer.Given<Reply> given) {
      return given.value();
    }
    if (answer instanceof Answer.Broke<Reply> broke) {
      return Reply.failed(Text.of("plugin.command-broke", module, broke.error()));
    }
    if (answer instanceof Answer.Overran<Reply> overran) {
      String seconds = Long.toString(overran.limit().toSeconds());
      return Reply.failed(Text.of("plugin.command-overran", module, seconds));
    }
    if (answer instanceof Answer.NotAsked<Reply> spared) {
      return Reply.failed(Text.of("plugin.command-spared." + spared.why(), module));
    }
    // Answer is sealed; Withdrawn is the one that is left
    return Reply.failed(Text.of("plugin.command-withdrawn", module));
  }
}
