package org.zhili.ingestion.internal.check;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.paho.mqttv5.common.MqttException;

/** Whether several nodes that share a subscription get each message once among them. */
final class SharingCheck implements Check {
  private static final int MESSAGES = 200;
  private static final int WINDOW = 100;
  private static final Duration QUIET = Duration.ofMillis(800);

  @Override
  public String name() {
    return "sharing";
  }

  @Override
  public Finding run(Visit visit) throws MqttException {
    String topic = visit.topic(name());
    String filter = visit.shared(name(), topic);
    Visitor one = visit.arrive("sharing-1", WINDOW);
    Visitor other = visit.arrive("sharing-2", WINDOW);
    // one after the other: two at once on a new group have left one without messages
    if (!one.subscribe(filter) || !other.subscribe(filter)) {
      return Finding.broken("sharing.refused");
    }
    int taken = visit.device().publish(topic, MESSAGES);
    List<Arrival> arrivals = new ArrayList<>();
    int before;
    do {
      before = arrivals.size();
      arrivals.addAll(one.receive(taken, QUIET));
      arrivals.addAll(other.receive(taken, QUIET));
    } while (arrivals.size() > before);
    if (Arrival.different(arrivals) < taken) {
      return Finding.broken("sharing.lost", taken, Arrival.different(arrivals));
    }
    return arrivals.size() > taken
        ? Finding.broken("sharing.twice", taken, arrivals.size())
        : Finding.holds("sharing.holds", taken);
  }
}
