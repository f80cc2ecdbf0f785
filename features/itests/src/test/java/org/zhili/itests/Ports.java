package org.zhili.itests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;

/** Where a town listens, on 127.0.0.1. */
record Ports(int http, int ssh, int mqtt) {
  /** Three that nobody uses now. */
  static Ports free() {
    try (ServerSocket http = taken();
        ServerSocket ssh = taken();
        ServerSocket mqtt = taken()) {
      return new Ports(http.getLocalPort(), ssh.getLocalPort(), mqtt.getLocalPort());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The variables that tell a town to listen there. */
  Map<String, String> environment() {
    return Map.of(
        "ZHILI_HTTP_PORT", Integer.toString(http),
        "ZHILI_SSH_PORT", Integer.toString(ssh),
        "ZHILI_MQTT_PORT", Integer.toString(mqtt));
  }

  private static ServerSocket taken() throws IOException {
    return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
  }
}
