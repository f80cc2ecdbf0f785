package org.zhili.ingestion;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** Finds the first thing that is wrong with settings. */
final class SettingsCheck {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_:-]{1,100}");
  private static final int LAST_PORT = 65_535;
  private static final Duration LONGEST_EXPIRY = Duration.ofDays(30);

  private SettingsCheck() {}

  static Optional<Fault> fault(MqttSettings settings) {
    return first(
        List.of(
            () -> uri(settings.broker().uri()),
            () -> settings.broker().trustedCertificates().flatMap(SettingsCheck::certificates),
            () -> session(settings.session()),
            () -> intake(settings.intake()),
            () -> sharing(settings)));
  }

  private static Optional<Fault> uri(String text) {
    try {
      URI uri = new URI(text);
      boolean good =
          List.of("tcp", "ssl").contains(String.valueOf(uri.getScheme()))
              && uri.getHost() != null
              && uri.getPort() >= 1
              && uri.getPort() <= LAST_PORT
              && uri.getUserInfo() == null
              && uri.getPath().isEmpty();
      return good ? Optional.empty() : Optional.of(Fault.of(Fault.Code.BROKER_URI, text));
    } catch (URISyntaxException e) {
      return Optional.of(Fault.of(Fault.Code.BROKER_URI, text));
    }
  }

  private static Optional<Fault> certificates(Path file) {
    try {
      Certificates.trusting(file);
      return Optional.empty();
    } catch (IOException | GeneralSecurityException e) {
      return Optional.of(Fault.of(Fault.Code.CERTIFICATES, file, e));
    }
  }

  private static Optional<Fault> session(MqttSettings.Session session) {
    return first(
        List.of(
            () ->
                NAME.matcher(session.clientId()).matches()
                    ? Optional.empty()
                    : Optional.of(Fault.of(Fault.Code.CLIENT_ID, session.clientId())),
            () -> range("connections", session.connections(), 1, 16),
            () -> range("keepAliveSeconds", session.keepAlive().toSeconds(), 5, 3_600),
            () ->
                range(
                    "sessionExpirySeconds",
                    session.expiry().toSeconds(),
                    60,
                    LONGEST_EXPIRY.toSeconds())));
  }

  private static Optional<Fault> intake(MqttSettings.Intake intake) {
    return first(
        List.of(
            () ->
                intake.topics().isEmpty()
                    ? Optional.of(Fault.of(Fault.Code.TOPIC, ""))
                    : intake.topics().stream()
                        .filter(topic -> !isFilter(topic))
                        .map(topic -> Fault.of(Fault.Code.TOPIC, topic))
                        .findFirst(),
            () ->
                intake
                    .shareGroup()
                    .filter(group -> !NAME.matcher(group).matches())
                    .map(group -> Fault.of(Fault.Code.SHARE_GROUP, group)),
            () -> range("receiveMaximum", intake.receiveMaximum(), 1, 65_535),
            () -> range("maximumPacketBytes", intake.maximumPacketBytes(), 1_024, 16_777_216)));
  }

  private static Optional<Fault> sharing(MqttSettings settings) {
    int connections = settings.session().connections();
    return connections > 1 && settings.intake().shareGroup().isEmpty()
        ? Optional.of(Fault.of(Fault.Code.NOT_SHARED, connections))
        : Optional.empty();
  }

  private static boolean isFilter(String topic) {
    if (topic.isEmpty() || topic.indexOf('\0') >= 0 || topic.startsWith("$share/")) {
      return false;
    }
    List<String> levels = List.of(topic.split("/", -1));
    for (int i = 0; i < levels.size(); i++) {
      String level = levels.get(i);
      boolean wildcard = level.equals("+") || (level.equals("#") && i == levels.size() - 1);
      if (!wildcard && (level.contains("+") || level.contains("#"))) {
        return false;
      }
    }
    return true;
  }

  private static Optional<Fault> range(String name, long value, long least, long most) {
    return value < least || value > most
        ? Optional.of(Fault.of(Fault.Code.OUT_OF_RANGE, name, value, least, most))
        : Optional.empty();
  }

  private static Optional<Fault> first(List<Supplier<Optional<Fault>>> checks) {
    return checks.stream().map(Supplier::get).flatMap(Optional::stream).findFirst();
  }
}
