package org.zhili.itests;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Runs programs to their end, and ends those that take too long. */
final class Program {
  private static final long GOODBYE_SECONDS = 60;

  private Program() {}

  /**
   * How a program ended.
   *
   * @param said all that it and what it started printed
   */
  record Ended(int status, String said) {}

  /**
   * Run a program, which has nothing to read. One that takes longer is ended with all that it
   * started, and that is a failure which tells what it said until then.
   */
  static Ended run(ProcessBuilder program, Duration patience)
      throws IOException, InterruptedException {
    Path output = Files.createTempFile("said", ".txt");
    Process process = program.redirectErrorStream(true).redirectOutput(output.toFile()).start();
    try {
      process.getOutputStream().close();
      boolean ended = process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
      String said = new String(Files.readAllBytes(output), StandardCharsets.UTF_8);
      if (!ended) {
        throw new AssertionError(
            "%s did not end within %s: %s".formatted(program.command(), patience, said));
      }
      return new Ended(process.exitValue(), said);
    } finally {
      if (process.isAlive()) {
        end(process);
      }
      Files.delete(output);
    }
  }

  /** Ask it to end, so that it can clear up, and kill what does not. */
  private static void end(Process process) throws InterruptedException {
    List<ProcessHandle> all = tree(process);
    all.forEach(ProcessHandle::destroy);
    process.waitFor(GOODBYE_SECONDS, TimeUnit.SECONDS);
    Stream.concat(all.stream(), tree(process).stream())
        .filter(ProcessHandle::isAlive)
        .forEach(ProcessHandle::destroyForcibly);
  }

  private static List<ProcessHandle> tree(Process process) {
    return Stream.concat(Stream.of(process.toHandle()), process.descendants()).toList();
  }
}
