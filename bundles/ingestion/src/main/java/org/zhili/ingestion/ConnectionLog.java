package org.zhili.ingestion;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says what a person needs to know of a session: one line when it is there, one when it is gone,
 * one for each cause that only a person can remove. Not thread-safe.
 */
final class ConnectionLog {
  private static final Logger LOG = LoggerFactory.getLogger(MqttConnector.class);

  /** Broker and town start in any order: about 8 s pass before somebody is told. */
  private static final int PATIENCE = 5;

  private final String uri;
  private final String clientId;
  private String said = "";
  private int failures;
  private boolean known;

  ConnectionLog(String uri, String clientId) {
    this.uri = uri;
    this.clientId = clientId;
  }

  void connected(boolean resumed) {
    if (known && !resumed) {
      LOG.warn(Fault.of(Fault.Code.FORGOTTEN, uri, clientId).line());
    }
    LOG.info("MQTT connected to {} as {}, {} session", uri, clientId, resumed ? "resumed" : "new");
    known = true;
    failures = 0;
    said = "";
  }

  void lost(String reason, int code) {
    if (Reasons.isTakenOver(code)) {
      once(Fault.of(Fault.Code.TAKEN_OVER, clientId, uri).line());
    } else {
      LOG.warn("MQTT connection of {} to {} lost ({}); connecting again", clientId, uri, reason);
      failures = PATIENCE;
    }
  }

  void refused() {
    LOG.info("MQTT connection of {} closed: the town takes no more messages", clientId);
  }

  void notSubscribed(String filter, int code) {
    once(Fault.of(Fault.Code.NOT_SUBSCRIBED, filter, code, uri).line());
  }

  void failed(Exception exception) {
    failures++;
    if (Reasons.isAccessRefused(exception)) {
      once(Fault.of(Fault.Code.ACCESS_REFUSED, uri, Reasons.of(exception)).line());
    } else if (Reasons.isUntrusted(exception)) {
      once(Fault.of(Fault.Code.UNTRUSTED, uri, Reasons.of(exception)).line());
    } else if (failures == PATIENCE) {
      LOG.warn("MQTT broker {} cannot be reached ({}); trying on", uri, Reasons.of(exception));
    }
  }

  private void once(String line) {
    if (!line.equals(said)) {
      LOG.warn(line);
      said = line;
    }
  }
}
