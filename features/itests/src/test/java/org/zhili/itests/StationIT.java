package org.zhili.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A station that speaks HJ 212 over TCP, in a city that chose to hear such stations. */
@ExtendWith(SharedTown.class)
class StationIT {
  private static final String STATION = "ITSTATION0001";

  private final Town town;
  private final Path settings;

  StationIT(Town town) {
    this.town = town;
    this.settings = town.home().resolve("etc/org.zhili.listener-hj212.cfg");
  }

  @Test
  void what_a_station_says_is_stored_answered_and_there_to_read() throws IOException {
    int port = Ports.free().mqtt();
    Files.writeString(
        settings,
        "protocol = hj212\nhost = 127.0.0.1\nport = %d\nnetworks = 127.0.0.1\n".formatted(port));
    town.people().administrator();
    town.console().run("feature:install zhili-listener");
    try {
      register();
      assertThat(Eventually.get(Duration.ofSeconds(90), () -> answer(port)))
          .isEqualTo(
              packet(
                  "QN=20260511090000000;ST=91;CN=9014;PW=123456;MN="
                      + STATION
                      + ";Flag=4;CP=&&&&"));
      Eventually.passes(
          () ->
              assertThat(town.people().operator().get("/devices/" + STATION + "/state").body())
                  .contains("water.cod", "40.1"));
    } finally {
      town.console().run("feature:uninstall zhili-listener");
      Files.deleteIfExists(settings);
      Files.deleteIfExists(settings.resolveSibling("org.zhili.listener-sl651.cfg"));
    }
  }

  private void register() {
    Rest administrator = town.people().administrator();
    String area = administrator.read("/devices/MC-001").path("area").asText();
    administrator
        .put(
            "/devices/" + STATION,
            """
            {"type": "outfall", "driver": "hj212", "area": "%s", "address": "中山路排口"}"""
                .formatted(area))
        .expect(200);
  }

  /** Connect, say something, and hear the answer; the town may not be listening yet. */
  private static String answer(int port) throws IOException {
    String upload =
        packet(
            "QN=20260511090000000;ST=32;CN=2011;PW=123456;MN="
                + STATION
                + ";Flag=5;CP=&&DataTime=20260511090000;w01018-Rtd=40.1,w01018-Flag=N&&");
    try (Socket station = new Socket(InetAddress.getLoopbackAddress(), port)) {
      station.setSoTimeout(10_000);
      station.getOutputStream().write(upload.getBytes(StandardCharsets.US_ASCII));
      byte[] head = station.getInputStream().readNBytes(6);
      int data = Integer.parseInt(new String(head, 2, 4, StandardCharsets.US_ASCII));
      byte[] rest = station.getInputStream().readNBytes(data + 6);
      return new String(head, StandardCharsets.US_ASCII)
          + new String(rest, StandardCharsets.US_ASCII);
    }
  }

  /** A packet by the standard's appendix A. */
  private static String packet(String data) {
    int register = 0xFFFF;
    for (byte b : data.getBytes(StandardCharsets.US_ASCII)) {
      register = (register >> 8) ^ b;
      for (int bit = 0; bit < 8; bit++) {
        register = (register & 1) == 0 ? register >> 1 : (register >> 1) ^ 0xA001;
      }
    }
    return "##%04d%s%04X\r\n".formatted(data.length(), data, register);
  }
}
