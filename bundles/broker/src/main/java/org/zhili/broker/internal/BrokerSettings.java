package org.zhili.broker.internal;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What the broker needs to know, checked.
 *
 * @param port 0 takes a free one
 * @param directory where the journal is kept
 * @param maxConnections clients at the same time
 * @param globalMaxSizeMegabytes messages kept in memory before they are paged to disk
 * @param maxDiskPercent how full the disk may be before publishers are held back
 * @param sessionExpirySeconds how long sessions of MQTT 3.1.1 clients outlive their connection
 * @param receiveMaximum messages under way to a client that sets no limit of its own
 * @param refuseUnheard whether messages are refused that nobody has subscribed to
 */
record BrokerSettings(
    String host,
    int port,
    Path directory,
    int maxPacketBytes,
    int maxConnections,
    int globalMaxSizeMegabytes,
    int maxDiskPercent,
    int sessionExpirySeconds,
    int receiveMaximum,
    boolean refuseUnheard) {

  /** Settings, or the first thing that is wrong with them. */
  sealed interface Reading {
    record Sound(BrokerSettings settings) implements Reading {}

    record Faulty(Fault fault) implements Reading {}
  }

  static Reading read(BrokerConfiguration configuration) {
    Reader reader = new Reader();
    String host = reader.text("host", configuration::host);
    String directory = reader.text("directory", configuration::directory);
    BrokerSettings settings =
        new BrokerSettings(
            host,
            reader.number("port", configuration::port, 0, 65_535),
            reader.path("directory", directory),
            reader.number("maxPacketBytes", configuration::maxPacketBytes, 1_024, 16_777_216),
            reader.number("maxConnections", configuration::maxConnections, 1, 1_000_000),
            reader.number(
                "globalMaxSizeMegabytes", configuration::globalMaxSizeMegabytes, 8, 65_536),
            reader.number("maxDiskPercent", configuration::maxDiskPercent, 1, 100),
            reader.number(
                "sessionExpirySeconds", configuration::sessionExpirySeconds, 60, 2_592_000),
            reader.number("receiveMaximum", configuration::receiveMaximum, 1, 65_535),
            reader.value("refuseUnheard", configuration::refuseUnheard, true));
    return reader
        .fault
        .<Reading>map(Reading.Faulty::new)
        .orElseGet(() -> new Reading.Sound(settings));
  }

  /** Reads value by value and remembers the first fault. */
  private static final class Reader {
    private Optional<Fault> fault = Optional.empty();

    /** A value of the wrong type shows when it is asked for. */
    <T> T value(String name, Supplier<T> source, T otherwise) {
      try {
        return source.get();
      } catch (RuntimeException e) {
        found(Fault.of(Fault.Code.NOT_A_VALUE, name));
        return otherwise;
      }
    }

    int number(String name, Supplier<Integer> source, int least, int most) {
      int value = value(name, source, least);
      if (value < least || value > most) {
        found(Fault.of(Fault.Code.OUT_OF_RANGE, name, value, least, most));
      }
      return value;
    }

    String text(String name, Supplier<String> source) {
      String value = Optional.ofNullable(value(name, source, "")).orElse("");
      if (value.isBlank()) {
        found(Fault.of(Fault.Code.NOT_A_VALUE, name));
      }
      return value;
    }

    Path path(String name, String text) {
      try {
        return Path.of(text);
      } catch (InvalidPathException e) {
        found(Fault.of(Fault.Code.NOT_A_VALUE, name));
        return Path.of("");
      }
    }

    private void found(Fault found) {
      if (fault.isEmpty()) {
        fault = Optional.of(found);
      }
    }
  }
}
