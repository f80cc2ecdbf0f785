package org.zhili.itests.kill;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;

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

  private static ServerSocket taken() throws IOException {
    return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
  }
}
