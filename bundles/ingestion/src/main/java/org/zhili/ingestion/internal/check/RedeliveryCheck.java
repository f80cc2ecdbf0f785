package org.zhili.ingestion.internal.check;

import java.time.Duration;
import java.util.List;
import org.eclipse.paho.mqttv5.common.MqttException;

/** Whether what the town had not acknowledged when its connection broke comes again. */
final class RedeliveryCheck implements Check {
  private static final int MESSAGES = 20;
  private static final int WINDOW = 100;
  private static final Duration QUIET = Duration.ofSeconds(4);

  @Override
  public String name() {
    return "redelivery";
  }

  @Override
  public Finding run(Visit visit) throws MqttException {
    String topic = visit.topic(name());
    Visitor town = visit.arrive(name(), WINDOW);
    town.subscribe(topic);
    int taken = visit.device().publish(topic, MESSAGES);
    int held = Arrival.different(town.hold(taken, QUIET));
    town.vanish();
    List<Arrival> again = visit.again(name(), WINDOW).visitor().receive(taken, QUIET);
    if (Arrival.different(again) < taken) {
      return Finding.broken("redelivery.lost", taken, held, Arrival.different(again));
    }
    return again.stream().filter(Arrival::duplicate).count() >= held
        ? Finding.holds("redelivery.marked", held)
        : Finding.holds("redelivery.unmarked", held);
  }
}
