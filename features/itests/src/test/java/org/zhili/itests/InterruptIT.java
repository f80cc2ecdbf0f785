package org.zhili.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Ctrl-C, typed while the demonstration city lives. */
class InterruptIT {
  private static final Path DEMO = Path.of("../../examples/demo-city").toAbsolutePath().normalize();
  private static final String LIVES = "Ctrl-C stops everything.";
  private static final Path SAID = Path.of(System.getProperty("it.dir"), "interrupted.txt");
  private static final Duration PATIENCE = Duration.ofMinutes(4);

  private final Ports ports = Ports.free();
  private Optional<Process> demo = Optional.empty();

  @AfterEach
  void leave_nothing_behind() throws IOException {
    if (demo.isPresent()) {
      group(demo.get().pid())
          .forEach(id -> ProcessHandle.of(id).ifPresent(ProcessHandle::destroyForcibly));
    }
  }

  @Test
  void stops_all_that_the_demonstration_has_started() throws Exception {
    Process running = begin();
    Eventually.passes(PATIENCE, () -> assertThat(SAID).content().contains(LIVES));
    long town = Long.parseLong(Files.readString(DEMO.resolve("target/town/karaf.pid")).strip());
    List<Long> started = group(running.pid());
    assertThat(started).as("Ctrl-C reaches the town, too").contains(running.pid(), town);
    numbers().forEach(port -> assertThat(isFree(port)).as("port %d", port).isFalse());

    interrupt(running.pid());

    assertThat(running.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).as("it ends").isTrue();
    assertThat(SAID).content().endsWith("Everything is stopped.\n");
    assertThat(group(running.pid())).isEmpty();
    assertThat(started).noneMatch(InterruptIT::lives);
    numbers().forEach(port -> assertThat(isFree(port)).as("port %d", port).isTrue());
  }

  /**
   * As a shell does for its user: in a group of its own, which Ctrl-C reaches. Tests that run in
   * the background ignore Ctrl-C, and would hand that down.
   */
  private Process begin() throws IOException {
    ProcessBuilder shell =
        new ProcessBuilder(
                "setsid",
                "env",
                "--default-signal=INT",
                DEMO.resolve("run.sh").toString(),
                "--seconds",
                "600")
            .redirectErrorStream(true)
            .redirectOutput(SAID.toFile());
    shell
        .environment()
        .putAll(
            Map.of(
                "LC_ALL", "C.UTF-8",
                "ZHILI_HTTP_PORT", Integer.toString(ports.http()),
                "ZHILI_SSH_PORT", Integer.toString(ports.ssh()),
                "ZHILI_MQTT_PORT", Integer.toString(ports.mqtt())));
    Process process = shell.start();
    demo = Optional.of(process);
    process.getOutputStream().close();
    return process;
  }

  private static void interrupt(long group) throws IOException, InterruptedException {
    Process kill = new ProcessBuilder("bash", "-c", "kill -INT -- -" + group).inheritIO().start();
    assertThat(kill.waitFor()).isZero();
  }

  private List<Integer> numbers() {
    return List.of(ports.http(), ports.ssh(), ports.mqtt());
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.isBound();
    } catch (IOException e) {
      return false;
    }
  }

  /** Ids of the living processes of a group. */
  private static List<Long> group(long group) throws IOException {
    try (Stream<Path> entries = Files.list(Path.of("/proc"))) {
      return entries
          .map(entry -> entry.getFileName().toString())
          .filter(name -> name.matches("[0-9]+"))
          .map(Long::valueOf)
          .filter(id -> status(id).filter(s -> s.group() == group).isPresent())
          .filter(InterruptIT::lives)
          .toList();
    }
  }

  /** Whether it runs; one that has ended, and that nobody has asked after yet, does not. */
  private static boolean lives(long id) {
    return status(id).filter(status -> !status.state().equals("Z")).isPresent();
  }

  private record Status(String state, long group) {}

  /** What the system says of a process, behind its name: state, parent, group and more. */
  private static Optional<Status> status(long id) {
    try {
      String line = Files.readString(Path.of("/proc", Long.toString(id), "stat"));
      String[] words = line.substring(line.lastIndexOf(')') + 2).split(" ");
      return Optional.of(new Status(words[0], Long.parseLong(words[2])));
    } catch (IOException e) {
      // it has gone
      return Optional.empty();
    }
  }
}
