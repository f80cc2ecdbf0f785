package org.zhili.broker.internal.door;

import io.netty.handler.codec.mqtt.MqttConnectMessage;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * What a client says when it knocks.
 *
 * @param will the topic of its last will, if it leaves one
 */
record Attempt(String username, String password, String clientId, Optional<String> will) {

  static Attempt of(MqttConnectMessage connect) {
    String username = connect.payload().userName();
    byte[] password = connect.payload().passwordInBytes();
    return new Attempt(
        username == null ? "" : username,
        password == null ? "" : new String(password, StandardCharsets.UTF_8),
        connect.payload().clientIdentifier(),
        connect.variableHeader().isWillFlag()
            ? Optional.of(connect.payload().willTopic())
            : Optional.empty());
  }

  @Override
  public String toString() {
    return "Attempt[" + username + " as " + clientId + "]";
  }
}
