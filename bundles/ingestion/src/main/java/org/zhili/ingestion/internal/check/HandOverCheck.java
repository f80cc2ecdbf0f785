package org.zhili.ingestion.internal.check;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.paho.mqttv5.common.MqttException;

/** What becomes of messages that a node of a share group had not stored when it died. */
final class HandOverCheck implements Check {
  private static final int MESSAGES = 100;
  private static final int HELD = 20;
  private static final Duration QUIET = Duration.ofMillis(1_500);
  private static final Duration LONG_QUIET = Duration.ofSeconds(4);
  private static final String DYING = "hand-over-1";

  @Override
  public String name() {
    return "hand-over";
  }

  @Override
  public Finding run(Visit visit) throws MqttException {
    String topic = visit.topic(name());
    String filter = visit.shared(name(), topic);
    Visitor dying = visit.arrive(DYING, HELD);
    Visitor survivor = visit.arrive("hand-over-2", MESSAGES);
    if (!dying.subscribe(filter) || !survivor.subscribe(filter)) {
      return Finding.broken("sharing.refused");
    }
    int taken = visit.device().publish(topic, MESSAGES);
    int held = Arrival.different(dying.hold(taken, QUIET));
    List<Arrival> stored = new ArrayList<>(survivor.receive(taken - held, QUIET));
    dying.vanish();
    stored.addAll(survivor.receive(taken - Arrival.different(stored), LONG_QUIET));
    int stranded = taken - Arrival.different(stored);
    if (held == 0) {
      return Finding.unseen("hand-over.idle");
    }
    if (stranded == 0) {
      return Finding.holds("hand-over.holds", taken, held);
    }
    stored.addAll(visit.again(DYING, MESSAGES).visitor().receive(stranded, LONG_QUIET));
    int lost = taken - Arrival.different(stored);
    return lost == 0
        ? Finding.condition("hand-over.waits", taken, stranded)
        : Finding.broken("hand-over.lost", taken, lost);
  }
}
