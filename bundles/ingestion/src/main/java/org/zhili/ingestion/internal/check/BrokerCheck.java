package org.zhili.ingestion.internal.check;

import java.time.Duration;
import java.util.List;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zhili.ingestion.Reasons;
import org.zhili.module.Reply;
import org.zhili.text.Text;

/**
 * Finds out whether a broker keeps what the town promises: that no acknowledged message is lost,
 * and that devices are heard in their order.
 *
 * <p>It plays the town and its devices under names of its own, on topics that no device has, and
 * leaves nothing behind. A running connector is not disturbed, but for the load of some thousand
 * small messages. Takes 60 s at most, 20 to 40 s on a broker that is well.
 */
public final class BrokerCheck {
  /** What the topics of checks begin with; the account that checks must be let in there. */
  public static final String TOPICS = "zhili/check/";

  private static final Logger LOG = LoggerFactory.getLogger(BrokerCheck.class);

  /** No check is begun later; the longest, and tidying up, still fit into a minute. */
  private static final Duration LAST_BEGIN = Duration.ofSeconds(40);

  private static final Duration QUIET = Duration.ofSeconds(3);

  private static final List<Check> CHECKS =
      List.of(
          new TermsCheck(),
          new AbsenceCheck(),
          new RedeliveryCheck(),
          new WindowCheck(),
          new SizeCheck(),
          new RetainedCheck());

  /** What only towns of several nodes need. */
  private static final List<Check> FOR_SEVERAL = List.of(new SharingCheck(), new HandOverCheck());

  private final Target target;
  private final boolean several;
  private final long begun = System.nanoTime();

  /**
   * @param several whether the town has several nodes that share its subscriptions, or will have
   */
  public BrokerCheck(Target target, boolean several) {
    this.target = target;
    this.several = several;
  }

  /** Try it out, once: a line for each check, and the verdict as the last one. */
  public Reply run() {
    try (Visit visit = new Visit(target)) {
      if (!isHeard(visit)) {
        return Reply.failed(Text.of("ingestion.check.not-allowed", target.uri(), TOPICS + "#"));
      }
      return new Report(find(CHECKS, visit), find(FOR_SEVERAL, visit), several).reply(target.uri());
    } catch (MqttException e) {
      LOG.debug("the broker cannot be checked", e);
      String key = Reasons.isAccessRefused(e) ? "refused" : "unreachable";
      return Reply.failed(Text.of("ingestion.check." + key, target.uri(), Reasons.of(e)));
    }
  }

  /** Whether the account may say and hear something on the topics of checks. */
  private static boolean isHeard(Visit visit) throws MqttException {
    String topic = visit.topic("echo");
    Visitor town = visit.arrive("echo", 10);
    return town.subscribe(topic)
        && visit.device().publish(topic, 1) == 1
        && !town.receive(1, QUIET).isEmpty();
  }

  private List<Finding> find(List<Check> checks, Visit visit) {
    return checks.stream().map(check -> find(check, visit)).toList();
  }

  private Finding find(Check check, Visit visit) {
    if (System.nanoTime() - begun > LAST_BEGIN.toNanos()) {
      return Finding.broken("late", check.name());
    }
    try {
      return check.run(visit);
    } catch (MqttException e) {
      LOG.debug("the check {} broke off", check.name(), e);
      return Finding.broken("broke", check.name(), Reasons.of(e));
    }
  }
}
