package org.zhili.core.plugin;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.zhili.device.DeviceDriver;
import org.zhili.dispatch.DispatchStrategy;
import org.zhili.envelope.PayloadEnvelope;
import org.zhili.frame.FrameProtocol;
import org.zhili.module.Contribution;
import org.zhili.scoring.ScoringModel;

/**
 * How long plug-ins may take.
 *
 * @param each limit of one question, by SPI or by kind of contribution; commands name their own
 * @param otherwise limit of one question to any other
 * @param introduction limit within which a newcomer says who it is and what it brings; generous,
 *     since its classes are loaded on the way
 * @param drain how long a departure waits for calls in flight
 * @param hanging calls of one plug-in that may hang past their limit; at that many it is asked
 *     nothing more until one comes back. One part of it is left alone at half as many, or at the
 *     second that keeps a processor busy
 * @param crowd how many may ask one plug-in at once
 * @param breaking when one that fails is left alone
 */
public record GateLimits(
    Map<Class<?>, Duration> each,
    Duration otherwise,
    Duration introduction,
    Duration drain,
    int hanging,
    Crowd crowd,
    Breaking breaking) {
  public static final GateLimits DEFAULT =
      new GateLimits(
          Map.of(
              DeviceDriver.class, Duration.ofSeconds(1),
              PayloadEnvelope.class, Duration.ofSeconds(1),
              FrameProtocol.class, Duration.ofSeconds(1),
              Contribution.Alarm.class, Duration.ofSeconds(1),
              DispatchStrategy.class, Duration.ofSeconds(2),
              ScoringModel.class, Duration.ofSeconds(30),
              Contribution.Reaction.class, Duration.ofSeconds(10),
              Contribution.Job.class, Duration.ofMinutes(10)),
          Duration.ofSeconds(5),
          Duration.ofSeconds(10),
          Duration.ofSeconds(5),
          8);

  /** Those whose contract says that they are pure functions. */
  private static final Set<Class<?>> PURE =
      Set.of(
          DeviceDriver.class, PayloadEnvelope.class, FrameProtocol.class, Contribution.Alarm.class);

  /** The usual crowd, and the usual patience with those that fail. */
  public GateLimits(
      Map<Class<?>, Duration> each,
      Duration otherwise,
      Duration introduction,
      Duration drain,
      int hanging) {
    this(each, otherwise, introduction, drain, hanging, Crowd.DEFAULT, Breaking.DEFAULT);
  }

  public GateLimits {
    each = Map.copyOf(each);
    if (hanging < 1) {
      throw new IllegalArgumentException("at least one call may hang, not " + hanging);
    }
  }

  /** The limit of one question to plug-ins or contributions of this kind. */
  public Duration of(Class<?> asked) {
    return each.getOrDefault(asked, otherwise);
  }

  /** The same limits but for one kind. */
  public GateLimits with(Class<?> asked, Duration limit) {
    Map<Class<?>, Duration> changed = new HashMap<>(each);
    changed.put(asked, limit);
    return new GateLimits(changed, otherwise, introduction, drain, hanging, crowd, breaking);
  }

  /** The same limits with another crowd. */
  public GateLimits with(Crowd other) {
    return new GateLimits(each, otherwise, introduction, drain, hanging, other, breaking);
  }

  /** The same limits with other rules for those that fail. */
  public GateLimits with(Breaking other) {
    return new GateLimits(each, otherwise, introduction, drain, hanging, crowd, other);
  }

  Patience patience(Class<?> asked) {
    boolean pure = PURE.contains(asked);
    return new Patience(of(asked), pure, pure || !Contribution.class.isAssignableFrom(asked));
  }

  Patience patience(Contribution asked) {
    return asked instanceof Contribution.Command command
        ? new Patience(command.limit(), false, false)
        : patience(asked.getClass());
  }

  /**
   * How many may ask one plug-in.
   *
   * @param inside calls answered side by side; those made from within are not counted
   * @param waiting callers that may wait for one of these to end, each for as long as one question
   *     may take
   */
  public record Crowd(int inside, int waiting) {
    static final Crowd DEFAULT = new Crowd(32, 64);

    public Crowd {
      if (inside < 1 || waiting < 0) {
        throw new IllegalArgumentException("nobody could ask: " + inside + ", " + waiting);
      }
    }
  }

  /**
   * When one that fails is left alone.
   *
   * @param brokeInARow so many different questions it broke on, one after another
   * @param overran or so many different questions it overran on
   * @param within the time in which these count
   * @param pause how long it is left alone at first; doubled when that did not help
   * @param longestPause the longest such pause
   */
  public record Breaking(
      int brokeInARow, int overran, Duration within, Duration pause, Duration longestPause) {
    static final Breaking DEFAULT =
        new Breaking(10, 3, Duration.ofMinutes(1), Duration.ofSeconds(5), Duration.ofMinutes(5));
  }

  /**
   * How long one question may take, and what is done about it.
   *
   * @param pure whether the contract says so. Then an overrunning thread is interrupted, while
   *     others may be writing to the embedded database, whose file an interrupt closes; one that
   *     burns much gets what time others leave, while others may hold what is waited for; and a
   *     list of questions has a limit too, since a batch of the neighbours' messages waits for it.
   * @param blames whether what it throws is its own fault. Who follows cases or does jobs may fail
   *     for want of a database, and is tried again by those who ask.
   */
  record Patience(Duration limit, boolean pure, boolean blames) {
    /** How many questions' time a list may take before what is left of it is put off. */
    private static final int LIST = 2;

    Optional<Duration> list() {
      return pure ? Optional.of(limit.multipliedBy(LIST)) : Optional.empty();
    }
  }
}
