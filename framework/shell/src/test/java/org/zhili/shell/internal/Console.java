package org.zhili.shell.internal;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.reflect.Field;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import org.apache.karaf.shell.api.console.Session;
import org.jspecify.annotations.Nullable;
import org.zhili.core.shelf.PluginShelf;
import org.zhili.core.town.Town;
import org.zhili.text.Language;

/** A console in one language that keeps what is printed. */
final class Console {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
  private final Language language;

  Console(Language language) {
    this.language = language;
  }

  /**
   * Run a command as the shell does, and take what it prints.
   *
   * @param arguments names and values of the command's fields, in turn
   */
  String run(@Nullable Town town, TownCommand command, String... arguments) {
    prepare(command, arguments);
    command.execute(town, session());
    return printed();
  }

  /** The same for the command that needs no open town. */
  String run(@Nullable PluginShelf shelf, ModuleCommand command, String... arguments) {
    prepare(command, arguments);
    command.execute(shelf, session());
    return printed();
  }

  /** All that was printed since the last run. */
  String printed() {
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private void prepare(SpokenCommand command, String... arguments) {
    for (int i = 0; i < arguments.length; i += 2) {
      set(command, arguments[i], arguments[i + 1]);
    }
    bytes.reset();
  }

  private static void set(SpokenCommand command, String name, String value) {
    try {
      Field field = command.getClass().getDeclaredField(name);
      field.setAccessible(true);
      field.set(command, field.getType() == boolean.class ? Boolean.valueOf(value) : value);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("no such field: " + name, e);
    }
  }

  /** The console as the shell hands it to a command. */
  Session session() {
    return (Session)
        Proxy.newProxyInstance(
            Session.class.getClassLoader(),
            new Class<?>[] {Session.class},
            (self, method, arguments) ->
                switch (method.getName()) {
                  case "getConsole" -> out;
                  case "get" -> language == Language.ZH ? "zh" : "en";
                  default -> throw new UnsupportedOperationException(method.getName());
                });
  }
}
