package org.zhili.shell.internal;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.console.SessionFactory;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zhili.core.plugin.Commands;
import org.zhili.core.plugin.Registration;
import org.zhili.core.town.Town;
import org.zhili.text.Language;
import org.zhili.text.Text;
import org.zhili.text.Words;

/**
 * Puts the commands that modules bring into the shell, and takes them out when their module goes or
 * the town closes. The town's own commands keep their names.
 */
@Component(
    service = {},
    immediate = true)
public final class ModuleCommands {
  private static final Logger LOG = LoggerFactory.getLogger(ModuleCommands.class);
  private static final Words WORDS = Words.beside(ModuleCommands.class);
  private static final String NAME_TAKEN = "ZL-1360";

  /** All of the shell's own. */
  static final Set<Class<? extends Action>> OWN =
      Set.of(
          CaseCommand.class,
          DeadCommand.class,
          DeviceCommand.class,
          DoctorCommand.class,
          DriverCommand.class,
          ModuleCommand.class,
          QuarantineCommand.class,
          Status.class,
          TraceCommand.class);

  private static final Set<String> RESERVED =
      OWN.stream()
          .map(type -> type.getAnnotation(Command.class).name())
          .collect(Collectors.toUnmodifiableSet());

  private final SessionFactory shell;
  private final Town town;
  private final Commands commands;
  private final Registration following;
  private final Map<Commands.Offered, ModuleShellCommand> shown = new HashMap<>();
  private boolean closed;

  @Activate
  public ModuleCommands(@Reference SessionFactory shell, @Reference Town town) {
    this.shell = shell;
    this.town = town;
    commands = new Commands(town.modules());
    following = commands.onChange(this::follow);
    follow();
  }

  private synchronized void follow() {
    if (closed) {
      return;
    }
    Set<Commands.Offered> here = commands.offered();
    Set<Commands.Offered> gone =
        shown.keySet().stream().filter(one -> !here.contains(one)).collect(Collectors.toSet());
    gone.forEach(this::hide);
    here.stream().filter(one -> !shown.containsKey(one)).forEach(this::show);
  }

  private void show(Commands.Offered offered) {
    if (RESERVED.contains(offered.name())) {
      Text fault = Text.of("shell.command-taken", offered.name());
      LOG.warn(
          "{} {} / {}",
          NAME_TAKEN,
          WORDS.render(fault, Language.ZH),
          WORDS.render(fault, Language.EN));
      return;
    }
    ModuleShellCommand command = new ModuleShellCommand(town, commands, offered);
    shown.put(offered, command);
    shell.getRegistry().register(command);
  }

  private void hide(Commands.Offered offered) {
    shell.getRegistry().unregister(shown.remove(offered));
  }

  @Deactivate
  synchronized void close() {
    closed = true;
    following.close();
    Set.copyOf(shown.keySet()).forEach(this::hide);
  }
}
