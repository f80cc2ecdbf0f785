package org.zhili.itests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** The town's shell over SSH, by the client in the town's own folder. */
record Console(Path home, int port) {
  private static final long PATIENCE_SECONDS = 180;

  /** Run commands as the administrator; what they printed. */
  String run(String... commands) {
    return runAs("admin", People.PASSWORD, commands);
  }

  /** Run commands as somebody; what they printed, or why nobody was let in. */
  String runAs(String user, String password, String... commands) {
    try {
      Path output = Files.createTempFile(home.resolve("data/tmp"), "console", ".txt");
      ProcessBuilder client =
          new ProcessBuilder(
                  home.resolve("bin/client").toString(),
                  "-a",
                  Integer.toString(port),
                  "-u",
                  user,
                  "-p",
                  password,
                  "-b")
              .redirectErrorStream(true)
              .redirectOutput(output.toFile());
      client.environment().put("JAVA_HOME", System.getProperty("java.home"));
      client.environment().put("LC_ALL", "C.UTF-8");
      Process process = client.start();
      try (Writer input = process.outputWriter(StandardCharsets.UTF_8)) {
        input.write(String.join("\n", commands) + "\n");
      }
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new AssertionError("the client did not end: " + Files.readString(output));
      }
      return Files.readString(output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
