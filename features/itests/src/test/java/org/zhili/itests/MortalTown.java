package org.zhili.itests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The archive, unpacked, and run as a process that can be killed at any moment. */
final class MortalTown implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 120;

  private final Path home;
  private final Ports ports = Ports.free();
  private final Map<String, String> settings = new TreeMap<>();
  private Optional<Process> running = Optional.empty();
  private boolean stopping;

  private MortalTown(Path home, Path city) {
    this.home = home;
    settings.put("JAVA_HOME", System.getProperty("java.home"));
    settings.put("LC_ALL", "C.UTF-8");
    settings.putAll(ports.environment());
    settings.put("ZHILI_CITY", city.toString());
    Runtime.getRuntime().addShutdownHook(new Thread(this::close));
  }

  /** Unpack the archive into a folder, which is emptied first. */
  static MortalTown unpacked(Path archive, Path home, Path city) throws IOException {
    empty(home);
    Files.createDirectories(home);
    MortalTown town = new MortalTown(home, city);
    town.run(List.of("tar", "-xzf", archive.toString(), "--strip-components=1"));
    return town;
  }

  private static void empty(Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  Path home() {
    return home;
  }

  Ports ports() {
    return ports;
  }

  /** Start it, and do not wait. */
  void start(Instant businessTime) {
    settings.put("ZHILI_CLOCK_START", businessTime.toString());
    // as bin/start does: the shell becomes the town
    running = Optional.of(begin(List.of("bin/karaf", "daemon")));
    stopping = false;
  }

  /** Kill it, as kill -9 does, with whatever it has started. */
  void kill() {
    Process process = running.orElseThrow(() -> new AssertionError("the town is not running"));
    if (!process.isAlive() && !stopping) {
      throw new AssertionError("the town died by itself with " + process.exitValue());
    }
    List<ProcessHandle> all = new ArrayList<>(List.of(process.toHandle()));
    process.descendants().forEach(all::add);
    all.forEach(ProcessHandle::destroyForcibly);
    all.forEach(handle -> handle.onExit().join());
    running = Optional.empty();
  }

  /** Tell it to stop, and do not wait until it has. */
  void beginToStop() {
    stopping = true;
    run(List.of("bin/stop"));
  }

  /** Stop it as an operator does. */
  void stop() {
    run(List.of("bin/zhili", "stop"));
    running.ifPresent(this::await);
    running = Optional.empty();
  }

  private void run(List<String> command) {
    Process process = begin(command);
    await(process);
    if (process.exitValue() != 0) {
      throw new AssertionError(command + " ended with " + process.exitValue() + "; see " + said());
    }
  }

  private void await(Process process) {
    try {
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new AssertionError("process " + process.pid() + " does not end; see " + said());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  private Process begin(List<String> command) {
    ProcessBuilder builder = new ProcessBuilder(command).directory(home.toFile());
    builder.environment().putAll(settings);
    builder.redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(said().toFile()));
    try {
      return builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path said() {
    return home.resolve("said.txt");
  }

  @Override
  public void close() {
    if (running.filter(Process::isAlive).isPresent()) {
      kill();
    }
  }
}
