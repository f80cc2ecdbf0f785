package org.zhili.access.internal.live;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zhili.access.Viewer;
import org.zhili.access.internal.accounts.Sessions;
import org.zhili.core.plugin.Registration;
import org.zhili.data.DatabaseFailure;
import org.zhili.resources.live.LiveFeed;

/**
 * The lines that are open, so many in all and so many of one account. A line ends with its session,
 * and when its account may see other things than before: the browser calls again. Thread-safe.
 */
final class Lines implements AutoCloseable {
  /**
   * How often it is checked, and so for how long whoever was locked or sees less now is told more;
   * browsers, and what stands between, see each time that it is up.
   */
  static final Duration CHECKED = Duration.ofSeconds(3);

  static final int OF_ONE_ACCOUNT = 12;
  static final int IN_ALL = 500;

  private static final Logger LOG = LoggerFactory.getLogger(Lines.class);

  private final Function<String, Optional<Sessions.Session>> sessions;
  private final List<Held> held = new ArrayList<>();
  private final List<Viewer> coming = new ArrayList<>();
  private boolean closed;

  private record Held(String token, Viewer viewer, Line line, Registration listening) {}

  /**
   * Set up without lines.
   *
   * @param sessions finds the session of a token, if it may listen, and leaves it as idle as it was
   */
  Lines(Function<String, Optional<Sessions.Session>> sessions) {
    this.sessions = sessions;
  }

  /** Take a line for the session of this token; empty when there is none left for it. */
  Optional<Line> take(String token, Sessions.Session session, LiveFeed feed) {
    Viewer viewer = session.account().viewer();
    return reserve(viewer) ? take(token, viewer, feed) : Optional.empty();
  }

  private Optional<Line> take(String token, Viewer viewer, LiveFeed feed) {
    Line line = new Line();
    Optional<Held> taken = Optional.empty();
    try {
      taken = feed.listen(viewer, line::tell).map(ends -> new Held(token, viewer, line, ends));
    } finally {
      settle(viewer, taken);
    }
    return taken.map(Held::line);
  }

  /**
   * Whoever comes takes up room from the start, so that many at once take no more than there is.
   */
  private synchronized boolean reserve(Viewer viewer) {
    long own =
        Stream.concat(held.stream().map(Held::viewer), coming.stream())
            .filter(one -> one.account().equals(viewer.account()))
            .count();
    boolean room = !closed && held.size() + coming.size() < IN_ALL && own < OF_ONE_ACCOUNT;
    if (room) {
      coming.add(viewer);
    }
    return room;
  }

  private void settle(Viewer viewer, Optional<Held> taken) {
    boolean late;
    synchronized (this) {
      coming.remove(viewer);
      late = closed;
      if (!late) {
        taken.ifPresent(held::add);
      }
    }
    if (late) {
      taken.ifPresent(Lines::end);
    }
  }

  /** Forget a line that is over. */
  void left(Line line) {
    for (Held one : all()) {
      if (one.line().equals(line)) {
        drop(one);
      }
    }
  }

  /** End the lines whose sessions are over or see other things now, and show that others are up. */
  void check() {
    all().forEach(this::check);
  }

  /** One that cannot be checked is ended, and its browser calls again. */
  private void check(Held one) {
    try {
      if (one.line().isOver() || !holds(one)) {
        drop(one);
      } else {
        one.line().comment();
      }
    } catch (RuntimeException e) {
      LOG.warn("A line to a browser could not be checked and is ended", e);
      drop(one);
    }
  }

  /** While the database is away nobody can tell; lines stay as they are. */
  private boolean holds(Held one) {
    try {
      return sessions
          .apply(one.token())
          .map(found -> found.account().viewer())
          .filter(one.viewer()::equals)
          .isPresent();
    } catch (DatabaseFailure e) {
      LOG.debug("Whether sessions hold is seen later", e);
      return true;
    }
  }

  private synchronized List<Held> all() {
    return List.copyOf(held);
  }

  private void drop(Held one) {
    synchronized (this) {
      held.remove(one);
    }
    end(one);
  }

  private static void end(Held one) {
    try {
      one.listening().close();
    } catch (RuntimeException e) {
      LOG.warn("What a line was told of could not be left", e);
    }
    one.line().end();
  }

  /** End all lines, as what they tell of has gone. */
  void endAll() {
    all().forEach(this::drop);
  }

  @Override
  public void close() {
    synchronized (this) {
      closed = true;
    }
    endAll();
  }
}
