package org.zhili.broker.internal.door;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says whom the broker turned away, at most one line in ten seconds: a device with a wrong password
 * knocks for ever. Thread-safe.
 */
public final class RefusalLog {
  private static final Logger LOG = LoggerFactory.getLogger(RefusalLog.class);
  private static final long PAUSE = Duration.ofSeconds(10).toNanos();

  private long lastLine = System.nanoTime() - PAUSE;
  private int unsaid;

  /**
   * Write a line, unless one was written just now.
   *
   * @param who a name as the client gave it; what could break a log line is not repeated
   */
  public synchronized void say(String who, String why) {
    long now = System.nanoTime();
    if (now - lastLine < PAUSE) {
      unsaid++;
      return;
    }
    lastLine = now;
    String name = who.matches("[A-Za-z0-9_:-]{1,128}") ? who : "a client without a proper name";
    LOG.info("refused {}: {} ({} more since the last line)", name, why, unsaid);
    unsaid = 0;
  }
}
