package org.zhili.osgi.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zhili.citypack.CityPackReader;
import org.zhili.citypack.Fault;
import org.zhili.citypack.Parsed;
import org.zhili.rules.CityPack;
import org.zhili.text.Language;

/**
 * The folder a city keeps its pack in. A changed file is taken over within seconds; a pack with
 * faults is not, each fault is named in the log, and the last good one stays in force.
 */
final class CityFolder implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(CityFolder.class);
  private static final long LOOK_SECONDS = 3;
  private static final String NEVER_READ = "never read";

  private final Path folder;
  private final ScheduledExecutorService watch =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread thread = new Thread(work, "zhili-city-folder");
            thread.setDaemon(true);
            return thread;
          });
  private String seen = NEVER_READ;
  private boolean closed;

  CityFolder(Path folder) {
    this.folder = folder;
  }

  /**
   * Hand over the pack, at once on this thread, and again whenever its files have changed for the
   * good. A taker that throws is handed the same pack again at the next look.
   */
  void follow(Consumer<CityPack> taker) {
    look(taker);
    Future<?> untilClosed =
        watch.scheduleWithFixedDelay(
            () -> look(taker), LOOK_SECONDS, LOOK_SECONDS, TimeUnit.SECONDS);
    LOG.debug("Watching {}: {}", folder, untilClosed);
  }

  /** Look once. Whatever goes wrong, the next look finds the folder as this one did. */
  synchronized void look(Consumer<CityPack> taker) {
    try {
      String now = state();
      if (closed || now.equals(seen)) {
        return;
      }
      Optional<CityPack> pack = read(folder);
      if (pack.isPresent()) {
        taker.accept(pack.get());
        LOG.info("The city's rules {} are in force", pack.get().rules().version());
      }
      seen = now;
    } catch (RuntimeException | LinkageError e) {
      LOG.warn("The city pack in {} cannot be put in force yet; trying again", folder, e);
    }
  }

  /** Whether there is a pack in the folder that can be put in force; its faults are told. */
  static boolean isSound(Path folder) {
    return read(folder).isPresent();
  }

  private static Optional<CityPack> read(Path folder) {
    Parsed<CityPack> parsed = CityPackReader.read(folder);
    parsed.faults().forEach(CityFolder::log);
    if (parsed instanceof Parsed.Read<CityPack> read) {
      return Optional.of(read.value());
    }
    LOG.error(
        "The city pack in {} has {} faults and is not in force; mend the files named above",
        folder,
        parsed.faults().size());
    return Optional.empty();
  }

  private static void log(Fault fault) {
    LOG.warn("{} / {}", fault.in(Language.ZH), fault.in(Language.EN));
  }

  /** Changes with every change of a file in the folder. */
  private String state() {
    try (Stream<Path> files = Files.walk(folder, 2)) {
      StringBuilder state = new StringBuilder();
      files.filter(Files::isRegularFile).sorted().forEach(file -> add(state, file));
      return state.toString();
    } catch (IOException e) {
      // a folder that is not there is a fault the reader names
      return "";
    }
  }

  private static void add(StringBuilder state, Path file) {
    try {
      FileTime time = Files.getLastModifiedTime(file);
      state.append(file).append(' ').append(time).append(' ').append(Files.size(file)).append('\n');
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Look no more; waits for a look that is under way. */
  @Override
  public void close() {
    watch.shutdown();
    synchronized (this) {
      closed = true;
    }
  }
}
