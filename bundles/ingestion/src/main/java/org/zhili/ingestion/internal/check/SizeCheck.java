package org.zhili.ingestion.internal.check;

import java.time.Duration;
import org.eclipse.paho.mqttv5.common.MqttException;

/** Whether messages as large as devices may send get through whole. */
final class SizeCheck implements Check {
  /** Somewhat below the 64 KiB that the embedded broker takes, name of the topic included. */
  private static final int BYTES = 60_000;

  private static final Duration QUIET = Duration.ofSeconds(4);

  @Override
  public String name() {
    return "size";
  }

  @Override
  public Finding run(Visit visit) throws MqttException {
    String topic = visit.topic(name());
    Visitor town = visit.arrive(name(), 10);
    town.subscribe(topic);
    boolean taken = isTaken(visit.device(), topic);
    boolean whole =
        taken && town.receive(1, QUIET).stream().anyMatch(arrival -> arrival.bytes() == BYTES);
    return whole ? Finding.holds("size.holds", BYTES) : Finding.broken("size.refused", BYTES);
  }

  /** Too large a message may also cost the connection. */
  private static boolean isTaken(Visitor device, String topic) {
    try {
      return device.publishLarge(topic, BYTES);
    } catch (MqttException e) {
      return false;
    }
  }
}
