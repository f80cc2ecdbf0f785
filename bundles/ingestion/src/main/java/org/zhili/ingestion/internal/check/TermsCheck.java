package org.zhili.ingestion.internal.check;

import java.time.Duration;
import org.eclipse.paho.mqttv5.common.MqttException;

/** On what terms the broker lets the town in. */
final class TermsCheck implements Check {
  private static final int AT_LEAST_ONCE = 1;

  @Override
  public String name() {
    return "terms";
  }

  @Override
  public Finding run(Visit visit) throws MqttException {
    Duration asked = visit.target().expiry();
    Welcome welcome = visit.terms("terms", asked);
    if (welcome.qos() < AT_LEAST_ONCE) {
      return Finding.broken("terms.qos");
    }
    return welcome.expiry().compareTo(asked) < 0
        ? Finding.broken("terms.expiry", welcome.expiry().toSeconds(), asked.toSeconds())
        : Finding.holds("terms.holds", asked.toSeconds());
  }
}
