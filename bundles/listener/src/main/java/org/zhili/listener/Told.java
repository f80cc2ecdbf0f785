package org.zhili.listener;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells people what only they can put right: the same of the same address once an hour, so that a
 * stranger cannot fill the log. Thread-safe.
 */
final class Told {
  private static final Logger LOG = LoggerFactory.getLogger(TcpListener.class);
  private static final Duration AGAIN = Duration.ofHours(1);
  private static final int MOST = 1_000;

  private record Subject(Fault.Code code, String whom) {}

  private final InstantSource clock;
  private final Map<Subject, Instant> before =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Subject, Instant> eldest) {
          return size() > MOST;
        }
      };

  Told(InstantSource clock) {
    this.clock = clock;
  }

  /**
   * Tell of a fault.
   *
   * @param whom it is about, such as an address
   */
  synchronized void tell(Fault fault, String whom) {
    Subject subject = new Subject(fault.code(), whom);
    Instant now = clock.instant();
    Instant last = before.get(subject);
    if (last == null || !now.isBefore(last.plus(AGAIN))) {
      before.put(subject, now);
      LOG.warn(fault.line());
    }
  }

  /** What was told holds no more; should it come again, it is told again. */
  synchronized void mended(Fault.Code code, String whom) {
    before.remove(new Subject(code, whom));
  }
}
