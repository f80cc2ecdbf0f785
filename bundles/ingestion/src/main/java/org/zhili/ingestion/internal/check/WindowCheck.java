package org.zhili.ingestion.internal.check;

import java.time.Duration;
import org.eclipse.paho.mqttv5.common.MqttException;

/** Whether no more is sent than the town said it can hold unstored. */
final class WindowCheck implements Check {
  private static final int MESSAGES = 60;
  private static final int WINDOW = 10;
  private static final Duration QUIET = Duration.ofMillis(1_500);

  @Override
  public String name() {
    return "window";
  }

  @Override
  public Finding run(Visit visit) throws MqttException {
    String topic = visit.topic(name());
    Visitor town = visit.arrive(name(), WINDOW);
    town.subscribe(topic);
    visit.device().publish(topic, MESSAGES);
    int held = Arrival.different(town.hold(MESSAGES, QUIET));
    return held > WINDOW
        ? Finding.condition("window.exceeded", WINDOW, held)
        : Finding.holds("window.holds", WINDOW);
  }
}
