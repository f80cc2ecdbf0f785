package org.zhili.ingestion;

import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalInt;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.zhili.device.Origin;
import org.zhili.device.Payload;
import org.zhili.id.DeviceId;
import org.zhili.message.IncomingMessage;
import org.zhili.message.MessageInlet;
import org.zhili.message.Receipt;

/** Hands messages to the town. Does nothing else: it runs on the thread that reads the network. */
final class Delivery {
  private static final String PREFIX = "zhili/v1/";
  private static final String SUFFIX = "/up";

  private final MessageInlet inlet;
  private final InstantSource clock;

  Delivery(MessageInlet inlet, InstantSource clock) {
    this.inlet = inlet;
    this.clock = clock;
  }

  /**
   * How many messages a connection may have unacknowledged so that the inlet never blocks it: all
   * connections together fill half of it, and leave the rest to other connectors.
   */
  int window(MqttSettings settings) {
    int share = Math.max(1, inlet.window() / 2 / settings.session().connections());
    return Math.min(settings.intake().receiveMaximum(), share);
  }

  void deliver(String topic, MqttMessage message, Receipt receipt) {
    inlet.offer(
        new IncomingMessage(
            origin(topic),
            Payload.of(message.getPayload()),
            clock.instant(),
            message.isRetained(),
            message.isDuplicate()),
        receipt);
  }

  static Origin origin(String topic) {
    return new Origin(topic, sender(topic), OptionalInt.empty(), Optional.empty());
  }

  /**
   * The device whose own topic this is: {@code zhili/v1/<tenant>/<device>/up}. The broker lets
   * nobody else publish there, so the topic is believed.
   */
  private static Optional<DeviceId> sender(String topic) {
    if (!topic.startsWith(PREFIX) || !topic.endsWith(SUFFIX)) {
      return Optional.empty();
    }
    int tenantEnd = topic.indexOf('/', PREFIX.length());
    int deviceEnd = topic.length() - SUFFIX.length();
    if (tenantEnd <= PREFIX.length() || tenantEnd >= deviceEnd) {
      return Optional.empty();
    }
    String device = topic.substring(tenantEnd + 1, deviceEnd);
    return DeviceId.isWellFormed(device) ? Optional.of(new DeviceId(device)) : Optional.empty();
  }
}
