package org.zhili.broker.internal.door;

import io.netty.handler.codec.mqtt.MqttConnectReturnCode;

/** Why a client is not let in, and how each protocol version says it. */
enum Refusal {
  CREDENTIALS(
      "wrong username or password",
      MqttConnectReturnCode.CONNECTION_REFUSED_BAD_USERNAME_OR_PASSWORD,
      MqttConnectReturnCode.CONNECTION_REFUSED_BAD_USER_NAME_OR_PASSWORD),
  CLIENT_ID(
      "the client id must be the username",
      MqttConnectReturnCode.CONNECTION_REFUSED_CLIENT_IDENTIFIER_NOT_VALID,
      MqttConnectReturnCode.CONNECTION_REFUSED_IDENTIFIER_REJECTED),
  WILL(
      "its last will is on a topic it may not publish to",
      MqttConnectReturnCode.CONNECTION_REFUSED_NOT_AUTHORIZED_5,
      MqttConnectReturnCode.CONNECTION_REFUSED_NOT_AUTHORIZED),
  UNHEARD(
      "nobody listens yet to what it publishes",
      MqttConnectReturnCode.CONNECTION_REFUSED_SERVER_UNAVAILABLE_5,
      MqttConnectReturnCode.CONNECTION_REFUSED_SERVER_UNAVAILABLE),
  ACCOUNTS_AWAY(
      "the register of accounts is away",
      MqttConnectReturnCode.CONNECTION_REFUSED_SERVER_UNAVAILABLE_5,
      MqttConnectReturnCode.CONNECTION_REFUSED_SERVER_UNAVAILABLE),
  BUSY(
      "too many clients are knocking",
      MqttConnectReturnCode.CONNECTION_REFUSED_SERVER_BUSY,
      MqttConnectReturnCode.CONNECTION_REFUSED_SERVER_UNAVAILABLE);

  private final String reason;
  private final MqttConnectReturnCode version5;
  private final MqttConnectReturnCode version3;

  Refusal(String reason, MqttConnectReturnCode version5, MqttConnectReturnCode version3) {
    this.reason = reason;
    this.version5 = version5;
    this.version3 = version3;
  }

  String reason() {
    return reason;
  }

  MqttConnectReturnCode code(boolean mqtt5) {
    return mqtt5 ? version5 : version3;
  }
}
