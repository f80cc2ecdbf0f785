package org.zhili.listener;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Reads settings as they were configured. */
final class ConfiguredSettings {
  /** Settings that make sense, or the first thing that is wrong with them. */
  sealed interface Reading {
    record Sound(ListenerSettings settings) implements Reading {}

    record Faulty(Fault fault) implements Reading {}
  }

  private static final int LAST_PORT = 65_535;
  private static final int MOST_CONNECTIONS = 10_000;
  private static final int LONGEST_IDLE = 86_400;
  private static final int LONGEST_PARTS = 600;

  private Optional<Fault> fault = Optional.empty();

  private ConfiguredSettings() {}

  static Reading read(ListenerConfiguration configuration) {
    ConfiguredSettings reader = new ConfiguredSettings();
    ListenerSettings settings = reader.settings(configuration);
    return reader
        .fault
        .<Reading>map(Reading.Faulty::new)
        .orElseGet(() -> new Reading.Sound(settings));
  }

  private ListenerSettings settings(ListenerConfiguration configuration) {
    String protocol = value("protocol", () -> configuration.protocol().strip(), "-");
    if (!protocol.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,99}")) {
      fault(Fault.Code.PROTOCOL, protocol);
    }
    Limits limits =
        Limits.DEFAULT
            .connections(
                number("connections", configuration::connections, 1, MOST_CONNECTIONS),
                number(
                    "connectionsPerAddress",
                    configuration::connectionsPerAddress,
                    1,
                    MOST_CONNECTIONS))
            .share(number("windowPercent", configuration::windowPercent, 1, 100))
            .patience(
                seconds("idleSeconds", configuration::idleSeconds, LONGEST_IDLE),
                seconds("partsSeconds", configuration::partsSeconds, LONGEST_PARTS));
    return new ListenerSettings(
        protocol,
        host(value("host", () -> configuration.host().strip(), "127.0.0.1")),
        number("port", configuration::port, 1, LAST_PORT),
        networks(value("networks", configuration::networks, new String[0])),
        limits);
  }

  private String host(String host) {
    try {
      InetAddress.getByName(host);
    } catch (UnknownHostException e) {
      fault(Fault.Code.HOST, host);
    }
    return host;
  }

  /** One network for each value, or several in one value with commas between them. */
  private Networks networks(String... values) {
    List<Networks.Network> all = new ArrayList<>();
    for (String text : String.join(",", values).split(",", -1)) {
      Optional<Networks.Network> network = Networks.network(text.strip());
      if (network.isEmpty()) {
        fault(Fault.Code.NETWORK, text.strip());
      }
      network.ifPresent(all::add);
    }
    return new Networks(all);
  }

  private Duration seconds(String name, Supplier<Integer> source, int most) {
    return Duration.ofSeconds(number(name, source, 1, most));
  }

  private int number(String name, Supplier<Integer> source, int least, int most) {
    int number = value(name, source, least);
    if (number < least || number > most) {
      fault(Fault.Code.OUT_OF_RANGE, name, number, least, most);
      return least;
    }
    return number;
  }

  /** A value of the wrong type shows when it is asked for. */
  private <T> T value(String name, Supplier<T> source, T otherwise) {
    try {
      return source.get();
    } catch (RuntimeException e) {
      fault(Fault.Code.NOT_A_VALUE, name);
      return otherwise;
    }
  }

  private void fault(Fault.Code code, Object... arguments) {
    fault = fault.or(() -> Optional.of(Fault.of(code, arguments)));
  }
}
