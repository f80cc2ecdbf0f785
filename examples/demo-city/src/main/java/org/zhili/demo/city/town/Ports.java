package org.zhili.demo.city.town;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.IntSupplier;

/**
 * Where the town listens on this machine.
 *
 * @param moved the ports that were taken, so that others had to be found
 */
public record Ports(int http, int ssh, int mqtt, Set<Integer> moved) {
  private static final String HTTP = "ZHILI_HTTP_PORT";
  private static final String SSH = "ZHILI_SSH_PORT";
  private static final String MQTT = "ZHILI_MQTT_PORT";

  /** Choose ports on this machine: those of the environment, the usual ones, or free ones. */
  public static Ports choose(Map<String, String> environment) {
    return choose(environment, Ports::isFree, Ports::another);
  }

  static Ports choose(Map<String, String> environment, IntPredicate free, IntSupplier another) {
    Set<Integer> moved = new HashSet<>();
    int[] ports = {
      wanted(environment, HTTP, 8181),
      wanted(environment, SSH, 8101),
      wanted(environment, MQTT, 1883)
    };
    for (int i = 0; i < ports.length; i++) {
      if (!free.test(ports[i])) {
        moved.add(ports[i]);
        ports[i] = another.getAsInt();
      }
    }
    return new Ports(ports[0], ports[1], ports[2], Set.copyOf(moved));
  }

  /** The settings by which the town is told. */
  public Map<String, String> settings() {
    return Map.of(
        HTTP, Integer.toString(http), SSH, Integer.toString(ssh), MQTT, Integer.toString(mqtt));
  }

  private static int wanted(Map<String, String> environment, String name, int usual) {
    String text = environment.getOrDefault(name, "");
    return text.matches("[1-9][0-9]{0,4}") ? Integer.parseInt(text) : usual;
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static int another() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException("this machine has no free port", e);
    }
  }
}
