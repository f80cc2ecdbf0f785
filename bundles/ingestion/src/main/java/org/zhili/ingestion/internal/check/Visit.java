package org.zhili.ingestion.internal.check;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One visit to a broker, under names nobody else has. Closing it leaves nothing behind: no session,
 * no retained message. Should the town die meanwhile, the broker forgets them by itself in five
 * minutes.
 */
final class Visit implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Visit.class);
  private static final Duration KEPT = Duration.ofMinutes(5);

  private final Target target;
  private final String name;
  private final Set<String> sessions = new LinkedHashSet<>();
  private final List<Visitor> present = new ArrayList<>();
  private final Set<String> retained = new LinkedHashSet<>();

  Visit(Target target) {
    this.target = target;
    name = String.format(Locale.ROOT, "zhili-check-%08x", ThreadLocalRandom.current().nextInt());
  }

  Target target() {
    return target;
  }

  /** A topic of this visit's own. */
  String topic(String part) {
    return BrokerCheck.TOPICS + name + "/" + part;
  }

  /** A filter that visitors share among them. */
  String shared(String group, String topic) {
    return "$share/" + name + "-" + group + "/" + topic;
  }

  /** A visitor that has not come in yet. */
  Visitor visitor(String part) throws MqttException {
    Visitor visitor = new Visitor(target, name + "-" + part);
    present.add(visitor);
    return visitor;
  }

  /** What the broker says to somebody whose session is to be kept for so long. */
  Welcome terms(String part, Duration expiry) throws MqttException {
    Visitor visitor = visitor(part);
    try {
      Welcome welcome = visitor.connect(new Coming(true, expiry, 10));
      sessions.add(part);
      return welcome;
    } finally {
      visitor.leave();
    }
  }

  /** A visitor whose session outlives its connection, and begins with nothing. */
  Visitor arrive(String part, int receiveMaximum) throws MqttException {
    Visitor visitor = visitor(part);
    visitor.connect(new Coming(true, KEPT, receiveMaximum));
    sessions.add(part);
    return visitor;
  }

  /** The same visitor again, after it left or vanished. */
  Return again(String part, int receiveMaximum) throws MqttException {
    Visitor visitor = visitor(part);
    return new Return(visitor, visitor.connect(new Coming(false, KEPT, receiveMaximum)).resumed());
  }

  /**
   * A visitor that came again.
   *
   * @param resumed whether the broker still had its session
   */
  record Return(Visitor visitor, boolean resumed) {}

  /** A visitor that only publishes, and is forgotten as soon as it goes. */
  Visitor device() throws MqttException {
    Visitor visitor = visitor("device-" + present.size());
    visitor.connect(new Coming(true, Duration.ZERO, 10));
    return visitor;
  }

  /** Have the broker keep a message until the visit is over; says whether it took it. */
  boolean retain(Visitor device, String topic) throws MqttException {
    retained.add(topic);
    return device.publishRetained(topic, "1");
  }

  @Override
  public void close() {
    present.forEach(Visitor::leave);
    try {
      for (String part : sessions) {
        brieflyAs(part, last -> {});
      }
      if (!retained.isEmpty()) {
        brieflyAs("clear", this::clear);
      }
    } catch (MqttException e) {
      LOG.warn("The broker has to forget {} by itself, which it does in five minutes", name, e);
    }
  }

  /** Come in with a new session that ends at once. */
  private void brieflyAs(String part, Last work) throws MqttException {
    Visitor last = new Visitor(target, name + "-" + part);
    try {
      last.connect(new Coming(true, Duration.ZERO, 10));
      work.by(last);
    } finally {
      last.leave();
    }
  }

  private void clear(Visitor last) throws MqttException {
    for (String topic : retained) {
      last.publishRetained(topic, "");
    }
  }

  @FunctionalInterface
  private interface Last {
    void by(Visitor visitor) throws MqttException;
  }
}
