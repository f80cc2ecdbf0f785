package org.zhili.ingestion.internal.check;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A real mosquitto on a free port, which ends with its test. */
public final class Mosquitto implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 20;

  private final Path folder;
  private final Process process;
  private final int port;

  private Mosquitto(Path folder, Process process, int port) {
    this.folder = folder;
    this.process = process;
    this.port = port;
  }

  /** Start one; the test is skipped where none is installed. */
  public static Mosquitto in(Path folder, String... settings)
      throws IOException, InterruptedException {
    Optional<Path> program = program();
    assumeTrue(program.isPresent(), "mosquitto is not installed; .ci/run installs it");
    int port = freePort();
    List<String> lines =
        new ArrayList<>(
            List.of(
                "listener " + port + " 127.0.0.1",
                "persistence_location " + folder + "/",
                // started by root, it would become somebody who may not read the folder
                "user " + System.getProperty("user.name")));
    lines.addAll(List.of(settings));
    Path configuration = folder.resolve("mosquitto.conf");
    Files.write(configuration, lines);
    Path log = folder.resolve("mosquitto.log");
    Process process =
        new ProcessBuilder(program.get().toString(), "-c", configuration.toString())
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    Mosquitto started = new Mosquitto(folder, process, port);
    try {
      started.awaitOpen(log);
      return started;
    } catch (IOException | InterruptedException | RuntimeException | AssertionError e) {
      started.close();
      throw e;
    }
  }

  private static Optional<Path> program() {
    String path = System.getenv().getOrDefault("PATH", "") + ":/usr/sbin:/usr/local/sbin";
    return Stream.of(path.split(":", -1))
        .map(folder -> Path.of(folder, "mosquitto"))
        .filter(Files::isExecutable)
        .findFirst();
  }

  private void awaitOpen(Path log) throws IOException, InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (!isOpen()) {
      if (System.nanoTime() > deadline || !process.isAlive()) {
        throw new AssertionError("mosquitto did not start: " + Files.readString(log));
      }
      Thread.sleep(20);
    }
  }

  private boolean isOpen() {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException e) {
      return false;
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  public int port() {
    return port;
  }

  public String uri() {
    return "tcp://127.0.0.1:" + port;
  }

  /** Write a file it is to read. */
  static Path write(Path file, String... lines) throws IOException {
    return Files.write(file, List.of(lines));
  }

  /** Have it read its accounts and rules again. */
  public void readAgain() throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-HUP", Long.toString(process.pid())).start().waitFor();
  }

  /** Have it end, and write what it keeps. */
  void stop() {
    process.destroy();
    process.onExit().orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
  }

  /** What it has written, as far as it is text. */
  String store() throws IOException {
    return Files.readString(folder.resolve("mosquitto.db"), StandardCharsets.ISO_8859_1);
  }

  @Override
  public void close() {
    process.destroyForcibly();
    process.onExit().orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
  }
}
