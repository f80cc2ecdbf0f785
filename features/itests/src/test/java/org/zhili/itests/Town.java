package org.zhili.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;

/** A running town, as those who live with it know it: its folder, its ports, its people. */
final class Town {
  /** When the business clock of the tests starts: Monday, 11 May 2026, nine in the morning. */
  static final String CLOCK_START = "2026-05-11T01:00:00Z";

  private final Path home;
  private final Ports ports;
  private final People people;

  Town(Path home, Ports ports) {
    this.home = home;
    this.ports = ports;
    this.people = new People(anybody(), home.resolve("data/first-logins.txt"));
  }

  Path home() {
    return home;
  }

  Ports ports() {
    return ports;
  }

  /** REST without a login. */
  Rest anybody() {
    return Rest.anonymous(ports.http());
  }

  People people() {
    return people;
  }

  Log log() {
    return new Log(home.resolve("data/log/karaf.log"));
  }

  Console console() {
    return new Console(home, ports.ssh());
  }

  /** Wait until it says that it is up. */
  Town ready() {
    Eventually.passes(() -> anybody().get("/health").expect(200));
    Eventually.passes(() -> anybody().get("/cases").expect(401));
    Eventually.passes(
        () -> assertThat(log().lines()).anyMatch(line -> line.contains("MQTT connected to")));
    return this;
  }

  /** A registered device with a new credential, connected. */
  Device device(String id) {
    JsonNode credential =
        people.administrator().post("/devices/" + id + "/credential").expect(200).json();
    return Device.connected(ports.mqtt(), credential);
  }

  /** A gateway, which may publish for every device, connected. */
  Device gateway(String name) {
    JsonNode credential =
        people.administrator().post("/gateways/" + name + "/credential").expect(200).json();
    return Device.connected(ports.mqtt(), credential);
  }
}
