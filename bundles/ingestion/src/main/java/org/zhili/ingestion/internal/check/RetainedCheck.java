package org.zhili.ingestion.internal.check;

import java.time.Duration;
import java.util.List;
import org.eclipse.paho.mqttv5.common.MqttException;

/** Whether old values that the broker repeats to a newcomer can be told from new ones. */
final class RetainedCheck implements Check {
  private static final Duration QUIET = Duration.ofSeconds(2);

  @Override
  public String name() {
    return "retained";
  }

  @Override
  public Finding run(Visit visit) throws MqttException {
    String topic = visit.topic(name());
    if (!isTaken(visit, topic)) {
      return Finding.holds("retained.none");
    }
    Visitor town = visit.arrive(name(), 10);
    town.subscribe(topic);
    List<Arrival> old = town.receive(1, QUIET);
    if (old.isEmpty()) {
      return Finding.holds("retained.none");
    }
    return old.get(0).retained()
        ? Finding.holds("retained.marked")
        : Finding.broken("retained.unmarked");
  }

  /** Retaining may also cost the connection. */
  private static boolean isTaken(Visit visit, String topic) throws MqttException {
    Visitor device = visit.device();
    try {
      return visit.retain(device, topic);
    } catch (MqttException e) {
      return false;
    }
  }
}
