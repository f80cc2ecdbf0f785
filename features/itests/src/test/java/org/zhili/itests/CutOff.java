package org.zhili.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A place without a network: a namespace of Linux that has nothing but 127.0.0.1. Programs that run
 * there reach each other, and neither this JVM nor the world.
 */
final class CutOff {
  private static final List<String> ENTER =
      List.of("unshare", "-rn", "sh", "-c", "ip link set lo up && exec \"$0\" \"$@\"");

  /** Several builds by Maven, and a town that is started. */
  private static final Duration PATIENCE = Duration.ofMinutes(20);

  /** What the tests are told by Maven. */
  private static final List<String> TOLD =
      List.of("archetype.version", "it.dir", "maven.home", "maven.repository", "zhili.version");

  private CutOff() {}

  /** Whether the machine allows it; containers often do not. */
  static boolean isPossible() throws InterruptedException {
    try {
      return run(List.of("true")).status() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  /** Run the main method of a class of these tests there; fails when that does. */
  static void runs(Class<?> program, String... arguments) throws Exception {
    List<String> java = new ArrayList<>();
    java.add(ProcessHandle.current().info().command().orElse("java"));
    TOLD.forEach(name -> java.add("-D" + name + "=" + System.getProperty(name)));
    java.addAll(List.of("-cp", classPath(), program.getName()));
    java.addAll(List.of(arguments));

    Program.Ended answer = run(java);

    assertThat(answer.status()).as(answer.said()).isZero();
  }

  /** What a program says there. */
  static String says(String... program) throws Exception {
    Program.Ended answer = run(List.of(program));
    assertThat(answer.status()).as(answer.said()).isZero();
    return answer.said();
  }

  private static String classPath() {
    return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
  }

  private static Program.Ended run(List<String> program) throws IOException, InterruptedException {
    List<String> command = Stream.concat(ENTER.stream(), program.stream()).toList();
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().remove("JAVA_TOOL_OPTIONS");
    return Program.run(builder, PATIENCE);
  }
}
