package org.zhili.core.plugin;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has the operating system run a thread only while nobody else wants the processor: Linux' idle
 * scheduling, which needs no rights and which Java cannot ask for, so {@code chrt} does. Elsewhere,
 * and where there is no {@code chrt}, nothing happens. There is no way back without rights, so a
 * thread that was demoted is not used again.
 */
final class Demotion {
  /** The number of a thread where the system tells none. */
  static final int UNKNOWN = 0;

  private static final Logger LOG = LoggerFactory.getLogger(Demotion.class);
  private static final Path THREAD_SELF = Path.of("/proc/thread-self");
  private static final long PATIENCE_SECONDS = 10;

  private Demotion() {}

  /** The number by which the operating system knows the calling thread. */
  static int ownNumber() {
    try {
      return Integer.parseInt(Files.readSymbolicLink(THREAD_SELF).getFileName().toString());
    } catch (IOException | UnsupportedOperationException | NumberFormatException e) {
      return UNKNOWN; // no Linux
    }
  }

  /** Demote a thread soon; does not wait for it. */
  static void of(Thread thread, int number) {
    if (number != UNKNOWN) {
      Thread errand = new Thread(() -> demote(thread, number), "zhili-demotion");
      errand.setDaemon(true);
      errand.start();
    }
  }

  private static void demote(Thread thread, int number) {
    ProcessBuilder command =
        new ProcessBuilder("chrt", "-i", "-p", "0", Integer.toString(number))
            .redirectErrorStream(true)
            .redirectOutput(Redirect.DISCARD);
    try {
      if (!thread.isAlive()) {
        return; // another may have its number
      }
      Process process = command.start();
      boolean done = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
      process.destroy();
      LOG.debug("{} was demoted: {}", thread.getName(), done && process.exitValue() == 0);
    } catch (IOException e) {
      LOG.debug("{} cannot be demoted", thread.getName(), e); // no chrt
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
