package org.zhili.ingestion;

import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.zhili.device.Origin;
import org.zhili.device.Payload;
import org.zhili.id.DeviceId;
import org.zhili.message.IncomingMessage;
import org.zhili.message.MessageInlet;
import org.zhili.message.Receipt;

/** Hands messages to the town. Does nothing else: it runs on the thread that reads the network. */
final class Delivery {
  /** A device's own topic; the broker lets nobody else publish there, so the topic is believed. */
  private static final Pattern OWN_TOPIC =
      Pattern.compile("zhili/v1/[^/]+/([A-Za-z0-9_:-]{1,64})/up");

  private final MessageInlet inlet;
  private final InstantSource clock;

  Delivery(MessageInlet inlet, InstantSource clock) {
    this.inlet = inlet;
    this.clock = clock;
  }

  /** How many messages a connection may have unacknowledged so that the inlet never blocks it. */
  int window(MqttSettings settings) {
    int share = Math.max(1, inlet.window() / settings.session().connections());
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
    var own = OWN_TOPIC.matcher(topic);
    return new Origin(
        topic,
        own.matches() ? Optional.of(new DeviceId(own.group(1))) : Optional.empty(),
        OptionalInt.empty(),
        Optional.empty());
  }
}
