package org.zhili.itests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A town as its users run it: the archive unpacked, and {@code bin/zhili}. */
final class UnpackedTown implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 180;

  private final Path home;
  private final Ports ports = Ports.free();
  private final Map<String, String> settings = new TreeMap<>();
  private final Town town;
  private List<String> firstStart = List.of();

  private UnpackedTown(Path home) {
    this.home = home;
    this.town = new Town(home, ports);
    settings.put("JAVA_HOME", System.getProperty("java.home"));
    settings.put("LC_ALL", "C.UTF-8");
    settings.putAll(ports.environment());
    settings.put("ZHILI_CLOCK_START", Town.CLOCK_START);
  }

  static Path archive() {
    return Path.of(System.getProperty("it.dir"), "town.tar.gz");
  }

  /** Unpack the archive into a folder of that name, which is emptied first. */
  static UnpackedTown in(String folder) {
    return of(archive(), folder);
  }

  /** The same with an archive of somebody's own. */
  static UnpackedTown of(Path archive, String folder) {
    Path place = Path.of(System.getProperty("it.dir"), folder);
    try {
      empty(place);
      Files.createDirectories(place);
      ProcessBuilder tar =
          new ProcessBuilder(
              "tar", "-xzf", archive.toString(), "-C", place.toString(), "--strip-components=1");
      run(tar, place.resolve("unpacking.txt"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new UnpackedTown(place);
  }

  /** Let its business clock run so many times as fast. */
  UnpackedTown hurrying(int speed) {
    settings.put("ZHILI_CLOCK_SPEED", Integer.toString(speed));
    return this;
  }

  /** Its people keep their sessions while it is stopped and started. */
  Town town() {
    return town;
  }

  /** Start it, and wait until it says that it is up; one that does not is stopped. */
  UnpackedTown start() {
    try {
      zhili("start");
      town.ready();
    } catch (RuntimeException | AssertionError e) {
      stop();
      throw e;
    }
    if (firstStart.isEmpty()) {
      firstStart = town.log().lines();
    }
    return this;
  }

  /** What the log held when the town was up for the first time. */
  List<String> firstStart() {
    return firstStart;
  }

  long processId() throws IOException {
    return Long.parseLong(Files.readString(home.resolve("karaf.pid")).strip());
  }

  /** Stop it, and wait until it has stopped. */
  void stop() {
    zhili("stop");
  }

  /** Run {@code bin/zhili}; what it printed. Fails when it says that something is wrong. */
  String zhili(String verb) {
    ProcessBuilder zhili = new ProcessBuilder(home.resolve("bin/zhili").toString(), verb);
    zhili.environment().putAll(settings);
    return run(zhili, home.resolve("zhili-" + verb + ".txt"));
  }

  private static String run(ProcessBuilder command, Path output) {
    try {
      Process process = command.redirectErrorStream(true).redirectOutput(output.toFile()).start();
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new AssertionError(command.command() + " did not end");
      }
      String said = Files.readString(output);
      if (process.exitValue() != 0) {
        throw new AssertionError(
            command.command() + " ended with " + process.exitValue() + ": " + said);
      }
      return said;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  private static void empty(Path place) throws IOException {
    if (Files.isDirectory(place)) {
      try (Stream<Path> files = Files.walk(place)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  @Override
  public void close() {
    stop();
  }
}
