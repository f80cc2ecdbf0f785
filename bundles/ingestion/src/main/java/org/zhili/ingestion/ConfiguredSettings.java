package org.zhili.ingestion;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.zhili.device.DeviceAccounts.Credentials;

/**
 * Settings as they were configured.
 *
 * @param login the configured account; when empty, the town's own connector account is used
 */
record ConfiguredSettings(MqttSettings settings, Optional<Credentials> login) {
  /** Settings that make sense, or the first thing that is wrong with them. */
  sealed interface Reading {
    record Sound(ConfiguredSettings configured) implements Reading {}

    record Faulty(Fault fault) implements Reading {}
  }

  static Reading read(IngestionConfiguration configuration) {
    var reader = new Reader();
    var configured = reader.read(configuration);
    return reader
        .fault
        .or(() -> SettingsCheck.fault(configured.settings()))
        .<Reading>map(Reading.Faulty::new)
        .orElseGet(() -> new Reading.Sound(configured));
  }

  /** Reads value by value and remembers the first that cannot be read. */
  private static final class Reader {
    private Optional<Fault> fault = Optional.empty();

    ConfiguredSettings read(IngestionConfiguration configuration) {
      String user = text("user", configuration::user);
      String password = text("password", configuration::password);
      return new ConfiguredSettings(
          new MqttSettings(
              new MqttSettings.Broker(
                  text("uri", configuration::uri),
                  value(
                      "trustedCertificates",
                      () -> optional(configuration.trustedCertificates()).map(Path::of),
                      Optional.empty())),
              new MqttSettings.Session(
                  text("clientId", configuration::clientId),
                  value("connections", configuration::connections, 1),
                  seconds("keepAliveSeconds", configuration::keepAliveSeconds),
                  seconds("sessionExpirySeconds", configuration::sessionExpirySeconds)),
              new MqttSettings.Intake(
                  value("topics", () -> topics(configuration.topics()), List.of()),
                  optional(text("shareGroup", configuration::shareGroup)),
                  value("receiveMaximum", configuration::receiveMaximum, 1),
                  value("maximumPacketBytes", configuration::maximumPacketBytes, 1))),
          optional(user).map(name -> new Credentials(name, password)));
    }

    /** A value of the wrong type shows when it is asked for. */
    private <T> T value(String name, Supplier<T> source, T otherwise) {
      try {
        return source.get();
      } catch (RuntimeException e) {
        fault = fault.or(() -> Optional.of(Fault.of(Fault.Code.NOT_A_VALUE, name)));
        return otherwise;
      }
    }

    private String text(String name, Supplier<String> source) {
      return value(name, () -> source.get().strip(), "");
    }

    private Duration seconds(String name, Supplier<Integer> source) {
      return Duration.ofSeconds(value(name, source, 0));
    }

    /** One filter for each value, or several in one value with commas between them. */
    private static List<String> topics(String... values) {
      return List.of(String.join(",", values).split(",", -1)).stream().map(String::strip).toList();
    }

    private static Optional<String> optional(String text) {
      return Optional.of(text.strip()).filter(value -> !value.isEmpty());
    }
  }
}
