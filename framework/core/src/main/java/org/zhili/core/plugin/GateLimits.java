package org.zhili.core.plugin;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.zhili.device.DeviceDriver;
import org.zhili.dispatch.DispatchStrategy;
import org.zhili.module.Contribution;
import org.zhili.scoring.ScoringModel;

/**
 * How long plug-ins may take.
 *
 * @param each limit of one question, by SPI or by kind of contribution
 * @param otherwise limit of one question to any other
 * @param introduction limit within which a newcomer says who it is and what it brings; generous,
 *     since its classes are loaded on the way
 * @param drain how long a departure waits for calls in flight
 * @param hanging calls of one plug-in that may hang past their limit; at that many it is asked
 *     nothing more until one comes back
 */
public record GateLimits(
    Map<Class<?>, Duration> each,
    Duration otherwise,
    Duration introduction,
    Duration drain,
    int hanging) {
  public static final GateLimits DEFAULT =
      new GateLimits(
          Map.of(
              DeviceDriver.class, Duration.ofSeconds(1),
              Contribution.Alarm.class, Duration.ofSeconds(1),
              DispatchStrategy.class, Duration.ofSeconds(2),
              ScoringModel.class, Duration.ofSeconds(30),
              Contribution.Reaction.class, Duration.ofSeconds(10),
              Contribution.Command.class, Duration.ofSeconds(30),
              Contribution.Job.class, Duration.ofMinutes(10)),
          Duration.ofSeconds(5),
          Duration.ofSeconds(10),
          Duration.ofSeconds(5),
          8);

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
    return new GateLimits(changed, otherwise, introduction, drain, hanging);
  }

  Patience patience(Class<?> asked) {
    return new Patience(
        of(asked), asked == DeviceDriver.class || asked == Contribution.Alarm.class);
  }

  /**
   * How long one question may take, and what is done about it.
   *
   * @param interrupts whether an overrunning thread is interrupted. Only where the contract says
   *     pure: others may be writing to the embedded database, whose file an interrupt closes.
   */
  record Patience(Duration limit, boolean interrupts) {}
}
