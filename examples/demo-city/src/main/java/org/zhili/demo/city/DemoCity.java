package org.zhili.demo.city;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.zhili.text.Language;
import org.zhili.text.Words;

/** Starts the demonstration from a command line. */
public final class DemoCity {
  private static final int WRONG_OPTIONS = 2;

  private DemoCity() {}

  /**
   * Play until the time is over or somebody interrupts.
   *
   * <p>Exits with 0 when all went well, 1 when something was lost or no case was closed, 2 for
   * wrong options, 3 when the town did not start, and 4 when it went away while it was needed.
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    PrintStream out =
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    Screen screen =
        new Screen(out, Words.beside(DemoCity.class), language(System.getenv()), isTerminal());
    System.exit(run(List.of(arguments), screen, System.getenv()));
  }

  private static int run(List<String> arguments, Screen screen, Map<String, String> environment)
      throws IOException, InterruptedException {
    Options.Parsed parsed = Options.parse(arguments);
    if (parsed instanceof Options.Parsed.Told told) {
      screen.say(told.text().key(), told.text().arguments().toArray(String[]::new));
      return told.isWrong() ? WRONG_OPTIONS : 0;
    }
    Options options = ((Options.Parsed.Asked) parsed).options();
    try (Demo demo = new Demo(options, screen, environment)) {
      // an interrupted program stops what it started, too
      Runtime.getRuntime().addShutdownHook(new Thread(demo::close, "demo-stop"));
      return demo.play().code();
    }
  }

  /** Whether a line can be written over; where nobody can tell, it is not. */
  private static boolean isTerminal() {
    try {
      String output = Path.of("/dev/stdout").toRealPath().toString();
      return output.startsWith("/dev/pts/") || output.startsWith("/dev/tty");
    } catch (IOException e) {
      // a pipe has no path
      return false;
    }
  }

  /** The language the scripts of the town speak, too. */
  private static Language language(Map<String, String> environment) {
    return Stream.of("LC_ALL", "LC_MESSAGES", "LANG")
        .map(name -> environment.getOrDefault(name, ""))
        .filter(value -> !value.isEmpty())
        .findFirst()
        .filter(value -> value.startsWith("zh"))
        .map(zh -> Language.ZH)
        .orElse(Language.EN);
  }
}
