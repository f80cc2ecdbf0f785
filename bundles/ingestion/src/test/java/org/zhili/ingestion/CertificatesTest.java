package org.zhili.ingestion;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("try") // a connector works by being there
class CertificatesTest {
  @Test
  void a_broker_with_a_trusted_certificate_is_connected_to_and_another_one_is_not(
      @TempDir Path directory) throws IOException, InterruptedException, MqttException {
    Path own = certificate(directory, "broker");
    Path other = certificate(directory, "other");
    try (var broker =
            new TestBroker(
                directory.resolve("data"),
                ";sslEnabled=true;keyStorePassword=changeit;keyStorePath="
                    + directory.resolve("broker.p12"));
        var log = new LogLines();
        var inlet = TestInlet.storing()) {
      try (var wrong = connector(broker, other, inlet)) {
        Awaiting.until("the warning", () -> !log.with("ZL-4115").isEmpty());
        assertThat(log.with("WARN")).hasSize(1).first().asString().contains("PKIX");
      }
      try (var right = connector(broker, own, inlet)) {
        Awaiting.until("connected", right::isConnected);
      }
    }
  }

  private static MqttConnector connector(TestBroker broker, Path trusted, TestInlet inlet) {
    return new MqttConnector(
        new MqttSettings(
            new MqttSettings.Broker("ssl://localhost:" + broker.port(), Optional.of(trusted)),
            MqttSettings.Session.DEFAULT,
            MqttSettings.Intake.DEFAULT),
        () -> TestBroker.TOWN,
        inlet,
        InstantSource.system());
  }

  /** Make a key in a store and its certificate in a PEM file of the same name. */
  private static Path certificate(Path directory, String name)
      throws IOException, InterruptedException {
    String store = directory.resolve(name + ".p12").toString();
    Path file = directory.resolve(name + ".pem");
    keytool(
        List.of("-genkeypair", "-keyalg", "EC", "-dname", "CN=localhost"),
        List.of("-ext", "SAN=dns:localhost", "-alias", name, "-keystore", store));
    keytool(
        List.of("-exportcert", "-rfc", "-file", file.toString()),
        List.of("-alias", name, "-keystore", store));
    return file;
  }

  private static void keytool(List<String> what, List<String> where)
      throws IOException, InterruptedException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(what);
    command.addAll(where);
    command.addAll(List.of("-storepass", "changeit"));
    var process = new ProcessBuilder(command).redirectErrorStream(true).start();
    var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
  }
}
