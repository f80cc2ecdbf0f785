package org.zhili.ingestion.internal.check;

import java.time.Duration;
import java.util.List;
import org.eclipse.paho.mqttv5.common.MqttException;

/** Whether what is sent while the town is away is kept, all of it and in its order. */
final class AbsenceCheck implements Check {
  /** What a city sends in a minute of absence; the default of some brokers is less. */
  private static final int MESSAGES = 2_000;

  private static final int WINDOW = 100;
  private static final Duration QUIET = Duration.ofSeconds(4);

  @Override
  public String name() {
    return "absence";
  }

  @Override
  public Finding run(Visit visit) throws MqttException {
    String topic = visit.topic(name());
    Visitor town = visit.arrive(name(), WINDOW);
    town.subscribe(topic);
    town.leave();
    int taken = visit.device().publish(topic, MESSAGES);
    Visit.Return back = visit.again(name(), WINDOW);
    if (!back.resumed()) {
      return Finding.broken("absence.forgotten", taken);
    }
    List<Arrival> arrivals = back.visitor().receive(taken, QUIET);
    int kept = Arrival.different(arrivals);
    if (kept < taken) {
      return Finding.broken("absence.lost", taken, kept);
    }
    if (!Arrival.inOrder(arrivals)) {
      return Finding.broken("absence.order");
    }
    return taken < MESSAGES
        ? Finding.condition("absence.full", taken)
        : Finding.holds("absence.holds", taken);
  }
}
