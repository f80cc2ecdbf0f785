package org.zhili.demo.city.town;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The town as a process of its own, started and stopped by the scripts of its distribution. Its
 * data lie in a folder of their own and are fresh at each start.
 */
public final class TownProcess {
  /** What the script says of a town that runs, be it well or not. */
  private static final Set<Integer> RUNNING = Set.of(0, 4);

  private static final long PATIENCE_SECONDS = 180;
  private static final long LAST_WORDS_SECONDS = 10;

  private final Path home;
  private final Map<String, String> settings;
  private Optional<Process> starting = Optional.empty();
  private boolean isStopped;

  /**
   * Set up.
   *
   * @param home the unpacked distribution
   * @param settings environment variables the town reads
   */
  public TownProcess(Path home, Map<String, String> settings) {
    this.home = home;
    this.settings = settings;
  }

  public Path data() {
    return home.resolve("demo-data");
  }

  public Path log() {
    return data().resolve("log").resolve("karaf.log");
  }

  /** Whether there is a distribution to start. */
  public boolean isThere() {
    return Files.isExecutable(script());
  }

  /** Whether a town runs in this distribution, whoever started it. */
  public boolean isRunning() throws IOException, InterruptedException {
    return RUNNING.contains(zhili("status"));
  }

  /** Start afresh, and wait until the town serves; false when it does not, or was stopped. */
  public boolean start() throws IOException, InterruptedException {
    delete(data());
    Files.createDirectories(data());
    Optional<Process> script = beginToStart();
    return script.isPresent() && exit(script.get()) == 0;
  }

  private synchronized Optional<Process> beginToStart() throws IOException {
    if (!isStopped) {
      starting = Optional.of(begin("start"));
    }
    return starting;
  }

  private synchronized Optional<Process> beginToStop() {
    isStopped = true;
    return starting.filter(Process::isAlive);
  }

  /** The one-time passwords of the first accounts, a name and a password on each line. */
  public List<String> firstLogins() throws IOException {
    return Files.readAllLines(data().resolve("first-logins.txt")).stream()
        .filter(line -> !line.startsWith("#"))
        .toList();
  }

  /**
   * Stop it, by force when it does not obey; also while another thread starts it. It is not started
   * again afterwards.
   */
  public void stop() throws IOException, InterruptedException {
    Optional<Process> script = beginToStop();
    if (script.isPresent()) {
      // a script that is interrupted stops what it has started so far
      script.get().destroy();
      exit(script.get());
    }
    Optional<ProcessHandle> process = process();
    zhili("stop");
    if (process.isPresent() && process.get().isAlive()) {
      process.get().destroy();
      if (!gone(process.get())) {
        process.get().destroyForcibly();
      }
    }
  }

  private static boolean gone(ProcessHandle process) throws InterruptedException {
    for (long second = 0; second < LAST_WORDS_SECONDS && process.isAlive(); second++) {
      TimeUnit.SECONDS.sleep(1);
    }
    return !process.isAlive();
  }

  /** The process the town wrote down the id of. */
  private Optional<ProcessHandle> process() throws IOException {
    Path file = home.resolve("karaf.pid");
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    String id = Files.readString(file).strip();
    return id.matches("[0-9]{1,18}") ? ProcessHandle.of(Long.parseLong(id)) : Optional.empty();
  }

  private int zhili(String command) throws IOException, InterruptedException {
    return exit(begin(command));
  }

  private Process begin(String command) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(script().toString(), command);
    builder.environment().putAll(settings);
    builder.environment().put("KARAF_DATA", data().toString());
    builder.redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")));
    // the town inherits what its script writes to, so that is no pipe of ours
    File said = home.resolve("demo.log").toFile();
    builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(said));
    return builder.start();
  }

  private static int exit(Process process) throws InterruptedException {
    if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      return -1;
    }
    return process.exitValue();
  }

  private Path script() {
    return home.resolve("bin").resolve("zhili");
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
