package org.zhili.shell.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Command;
import org.apache.karaf.shell.api.console.Registry;
import org.apache.karaf.shell.api.console.SessionFactory;
import org.apache.karaf.shell.support.CommandException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.zhili.core.plugin.Membership;
import org.zhili.core.plugin.PluginIdentity;
import org.zhili.core.town.QuietTown;
import org.zhili.module.Contribution;
import org.zhili.module.GovernanceModule;
import org.zhili.module.ModuleInfo;
import org.zhili.module.Reply;
import org.zhili.text.Language;
import org.zhili.text.Text;

class ModuleCommandsTest {
  private final QuietTown quiet = new QuietTown();
  private final Map<String, Command> shell = new TreeMap<>();

  @AfterEach
  void close() {
    quiet.close();
  }

  /** Brings commands that say what they were told, and fail when told nothing. */
  private record Echo(List<String> names) implements GovernanceModule {
    @Override
    public ModuleInfo info() {
      return new ModuleInfo("echo", Text.of("shell.none"), Set.of());
    }

    @Override
    public List<Contribution> contributions() {
      return names.stream()
          .<Contribution>map(
              name -> new Contribution.Command(name, Text.of("shell.none"), Echo::echo))
          .toList();
    }

    private static Reply echo(List<String> words) {
      return words.isEmpty()
          ? Reply.failed(Text.of("shell.device.dismissed", "x"), Text.of("shell.none"))
          : Reply.done(Text.of("shell.device.dismissed", String.join(" ", words)));
    }
  }

  private Membership bring(String... names) {
    return quiet
        .town()
        .gate()
        .admit(
            GovernanceModule.class, new Echo(List.of(names)), new PluginIdentity("door", "1", 0));
  }

  private Command command() {
    return Objects.requireNonNull(shell.get("echo"));
  }

  private ModuleCommands follow() {
    return new ModuleCommands(factory(), quiet.town());
  }

  /** The shell, as far as commands come into it. */
  private SessionFactory factory() {
    Registry registry =
        proxy(
            Registry.class,
            (method, arguments) -> {
              Command command = (Command) arguments[0];
              return method.equals("register")
                  ? shell.put(command.getName(), command)
                  : shell.remove(command.getName());
            });
    return proxy(SessionFactory.class, (method, arguments) -> registry);
  }

  private static <T> T proxy(
      Class<T> type, BiFunction<String, Object[], @Nullable Object> answering) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (self, method, arguments) -> {
              Object answer = answering.apply(method.getName(), arguments);
              return method.getReturnType() == void.class ? null : answer;
            }));
  }

  @Test
  void commands_are_in_the_shell_as_long_as_their_module_is_there() {
    Membership early = bring("echo");
    ModuleCommands following = follow();
    assertThat(shell).containsOnlyKeys("echo");
    early.close();
    assertThat(shell).isEmpty();
    bring("echo", "again");
    assertThat(shell).containsOnlyKeys("again", "echo");
    following.close();
    assertThat(shell).isEmpty();
    bring("late").close();
    assertThat(shell).isEmpty();
  }

  @Test
  void a_reply_is_printed_in_the_language_of_the_console() throws Exception {
    bring("echo");
    follow();
    Console english = new Console(Language.EN);
    command().execute(english.session(), List.of("MC-001", 7));
    assertThat(english.printed()).startsWith("MC-001 7 is listed no more");
    Console chinese = new Console(Language.ZH);
    command().execute(chinese.session(), List.of("MC-001\u001b[2J"));
    assertThat(chinese.printed()).startsWith("已忽略 MC-001\uFFFD[2J，");
    assertThat(command().getDescription()).isEqualTo("无 / none");
  }

  @Test
  void who_asks_for_help_gets_help_and_nothing_is_run() throws Exception {
    bring("echo");
    follow();
    Console console = new Console(Language.EN);
    command().execute(console.session(), List.of("--help"));
    assertThat(console.printed().strip()).isEqualTo("无 / none");
  }

  @Test
  void what_fails_ends_as_an_error_of_the_shell() {
    bring("echo");
    follow();
    Console console = new Console(Language.EN);
    Command echo = command();
    assertThatThrownBy(() -> echo.execute(console.session(), List.of()))
        .isInstanceOf(CommandException.class)
        .hasMessage("none");
    assertThat(console.printed()).startsWith("x is listed no more");
  }

  @Test
  void a_command_whose_module_has_just_left_says_so() {
    Membership membership = bring("echo");
    follow();
    Command echo = command();
    membership.close();
    assertThatThrownBy(() -> echo.execute(new Console(Language.EN).session(), List.of("x")))
        .isInstanceOf(CommandException.class)
        .hasMessageContaining("No module brings the command \"echo\"");
  }

  @Test
  void the_towns_own_commands_keep_their_names() {
    bring("status", "echo");
    follow();
    assertThat(shell).containsOnlyKeys("echo");
  }

  @Test
  void the_list_of_own_commands_is_complete() throws Exception {
    Path classes =
        Path.of(Status.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    try (Stream<Path> files = Files.list(classes.resolve("org/zhili/shell/internal"))) {
      List<? extends Class<?>> actions =
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> name.endsWith(".class") && !name.equals("package-info.class"))
              .map(ModuleCommandsTest::load)
              .filter(type -> type.isAnnotationPresent(Service.class))
              .toList();
      assertThat(actions).hasSizeGreaterThan(5);
      assertThat(Set.<Class<?>>copyOf(ModuleCommands.OWN)).isEqualTo(Set.copyOf(actions));
    }
  }

  private static Class<?> load(String file) {
    try {
      return Class.forName("org.zhili.shell.internal." + file.replace(".class", ""));
    } catch (ClassNotFoundException e) {
      throw new AssertionError(e);
    }
  }
}
