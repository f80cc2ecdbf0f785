package org.zhili.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Stations that speak HJ 212 and SL 651 over TCP, in a city that chose to hear such stations. */
@ExtendWith(SharedTown.class)
class StationIT {
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final String STATION = "ITSTATION0001";
  private static final String GAUGE = "0010100001";

  /** As SL 651-2014 prints it: the water stands at 0.55 m. */
  private static final String TIMED_REPORT =
      "7E7E010010100001A00032002B02000C200724172349F1F1001010000148F0F020072417232019000130"
          + "221900004039230000055038121268038397";

  /** Bytes of its confirmation. */
  private static final int CONFIRMATION = 25;

  private final Town town;

  StationIT(Town town) {
    this.town = town;
  }

  @Test
  void what_stations_say_is_stored_answered_and_there_to_read() throws IOException {
    int monitoring = listen("hj212");
    int hydrological = listen("sl651");
    town.people().administrator();
    town.console().run("feature:install zhili-listener");
    try {
      register(STATION, "outfall", "hj212");
      register(GAUGE, "river_gauge", "sl651");
      assertThat(Eventually.get(PATIENCE, () -> answer(monitoring)))
          .isEqualTo(
              packet(
                  "QN=20260511090000000;ST=91;CN=9014;PW=123456;MN="
                      + STATION
                      + ";Flag=4;CP=&&&&"));
      is_read(STATION, "water.cod", "40.1");
      assertThat(Eventually.get(PATIENCE, () -> confirmation(hydrological)))
          .startsWith("7E7E" + GAUGE + "01A00032800802000C");
      is_read(GAUGE, "water.level", "0.55");
    } finally {
      town.console().run("feature:uninstall zhili-listener");
      Files.deleteIfExists(settings("hj212"));
      Files.deleteIfExists(settings("sl651"));
    }
  }

  private Path settings(String protocol) {
    return town.home().resolve("etc/org.zhili.listener-" + protocol + ".cfg");
  }

  /** Let stations of a protocol be heard once the listener is there; on which port. */
  private int listen(String protocol) throws IOException {
    int port = Ports.free().mqtt();
    Files.writeString(
        settings(protocol),
        "protocol = %s\nhost = 127.0.0.1\nport = %d\nnetworks = 127.0.0.1\n"
            .formatted(protocol, port));
    return port;
  }

  private void register(String station, String type, String driver) {
    Rest administrator = town.people().administrator();
    String area = administrator.read("/devices/MC-001").path("area").asText();
    administrator
        .put(
            "/devices/" + station,
            """
            {"type": "%s", "driver": "%s", "area": "%s", "address": "中山路排口"}"""
                .formatted(type, driver, area))
        .expect(200);
  }

  private void is_read(String station, String... said) {
    Eventually.passes(
        () ->
            assertThat(town.people().operator().get("/devices/" + station + "/state").body())
                .contains(said));
  }

  /** The same with a timed report of the standard SL 651; the answer in hexadecimal digits. */
  private static String confirmation(int port) throws IOException {
    HexFormat hex = HexFormat.of().withUpperCase();
    try (Socket station = new Socket(InetAddress.getLoopbackAddress(), port)) {
      station.setSoTimeout(10_000);
      station.getOutputStream().write(hex.parseHex(TIMED_REPORT));
      return hex.formatHex(station.getInputStream().readNBytes(CONFIRMATION));
    }
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
