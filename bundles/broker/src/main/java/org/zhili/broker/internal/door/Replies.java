package org.zhili.broker.internal.door;

import io.netty.handler.codec.mqtt.MqttFixedHeader;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttMessageBuilders;
import io.netty.handler.codec.mqtt.MqttMessageIdAndPropertiesVariableHeader;
import io.netty.handler.codec.mqtt.MqttMessageType;
import io.netty.handler.codec.mqtt.MqttProperties;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.netty.handler.codec.mqtt.MqttReasonCodes.Disconnect;
import io.netty.handler.codec.mqtt.MqttReasonCodes.SubAck;
import io.netty.handler.codec.mqtt.MqttSubAckMessage;
import io.netty.handler.codec.mqtt.MqttSubAckPayload;
import io.netty.handler.codec.mqtt.MqttSubscribeMessage;
import java.util.Collections;

/** What the door itself answers. */
final class Replies {
  private Replies() {}

  static MqttMessage refused(Refusal refusal, boolean mqtt5) {
    return MqttMessageBuilders.connAck()
        .returnCode(refusal.code(mqtt5))
        .sessionPresent(false)
        .build();
  }

  static MqttMessage goodbye(Disconnect reason) {
    return MqttMessageBuilders.disconnect().reasonCode(reason.byteValue()).build();
  }

  /** None of the subscriptions of this packet is granted. */
  static MqttMessage notSubscribed(MqttSubscribeMessage packet, boolean mqtt5) {
    SubAck reason = mqtt5 ? SubAck.NOT_AUTHORIZED : SubAck.UNSPECIFIED_ERROR;
    int filters = packet.payload().topicSubscriptions().size();
    return new MqttSubAckMessage(
        new MqttFixedHeader(MqttMessageType.SUBACK, false, MqttQoS.AT_MOST_ONCE, false, 0),
        new MqttMessageIdAndPropertiesVariableHeader(
            packet.variableHeader().messageId(), MqttProperties.NO_PROPERTIES),
        new MqttSubAckPayload(Collections.nCopies(filters, reason.byteValue() & 0xff)));
  }
}
