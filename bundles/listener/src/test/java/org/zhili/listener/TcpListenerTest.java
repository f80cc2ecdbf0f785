package org.zhili.listener;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.zhili.device.Origin;
import org.zhili.device.Payload;
import org.zhili.driver.hj212.Hj212Protocol;
import org.zhili.id.DeviceId;

class TcpListenerTest {
  private static final Duration LONG = Duration.ofSeconds(60);
  private static final Duration SHORT = Duration.ofMillis(300);
  private static final Limits PATIENT = new Limits(10, 5, 4, 200, LONG, LONG, LONG, LONG);
  private static final String HOUR = "DataTime=20160801080000;";

  private final TestStations stations = TestStations.ofBoth();
  private TestInlet inlet = TestInlet.storing();
  private TcpListener listener = listener("hj212", PATIENT);

  @AfterEach
  void close() {
    listener.close();
  }

  private TcpListener listener(String protocol, Limits limits) {
    return listener(protocol, limits, "127.0.0.1");
  }

  private TcpListener listener(String protocol, Limits limits, String network) {
    if (listener != null) {
      listener.close();
    }
    Networks networks = new Networks(List.of(Networks.network(network).orElseThrow()));
    listener =
        new TcpListener(
            new ListenerSettings(protocol, "127.0.0.1", 0, networks, limits),
            new Town(stations, inlet, InstantSource.fixed(Samples.AT)));
    return listener;
  }

  @Test
  void a_station_is_answered_after_its_message_is_stored_and_not_before() {
    inlet = TestInlet.holding();
    try (StationClient station = new StationClient(listener("hj212", PATIENT))) {
      station.send(Samples.packet("2.2"));

      assertThat(inlet.await(1).get(0).message().origin())
          .isEqualTo(
              Origin.of("zhili/v1/demo/" + Samples.STATION + "/up", new DeviceId(Samples.STATION)));
      assertThat(inlet.taken().get(0).text()).isEqualTo(Samples.packet("2.2"));
      assertThat(station.hearsNothing()).isTrue();

      inlet.store();
      assertThat(station.receive(Samples.answer().size())).isEqualTo(Samples.answer());
    }
  }

  @Test
  void a_hydrological_station_is_confirmed_by_its_number_and_the_time_in_beijing() {
    try (StationClient station = new StationClient(listener("sl651", PATIENT))) {
      station.send(Samples.REPORT);
      assertThat(station.receive(Samples.CONFIRMATION.size())).isEqualTo(Samples.CONFIRMATION);
    }
  }

  @Test
  void a_station_that_asks_for_no_answer_gets_none() {
    String quiet = Samples.packet("2.2").replace("Flag=5", "Flag=4");
    try (StationClient station = new StationClient(listener)) {
      station.send(Samples.framed(quiet.substring(6, quiet.length() - 6)));
      inlet.await(1);
      assertThat(station.hearsNothing()).isTrue();
    }
  }

  @Test
  void a_damaged_frame_is_kept_and_not_answered() {
    try (StationClient station = new StationClient(listener)) {
      station.send(Samples.packet("2.2").replace("Rtd=2.2", "Rtd=2.3"));
      assertThat(inlet.await(1).get(0).text()).contains("Rtd=2.3");
      assertThat(station.hearsNothing()).isTrue();
    }
  }

  @Test
  void bytes_come_one_by_one() {
    try (StationClient station = new StationClient(listener)) {
      for (char c : Samples.packet("2.2").toCharArray()) {
        station.send(String.valueOf(c));
      }
      assertThat(station.receive(Samples.answer().size())).isEqualTo(Samples.answer());
    }
  }

  @Test
  void noise_before_a_frame_is_skipped_and_counted() {
    try (StationClient station = new StationClient(listener)) {
      station.send("\r\n+CSQ: 21\r\n" + Samples.packet("2.2"));
      station.receive(Samples.answer().size());
      assertThat(listener.status().noise()).isEqualTo(12);
      assertThat(inlet.taken()).hasSize(1);
    }
  }

  @Test
  void one_that_sends_noise_only_is_cut_off() {
    try (StationClient stranger = new StationClient(listener)) {
      stranger.send("GET / HTTP/1.1\r\nHost: town\r\n\r\n".repeat(10));
      stranger.awaitEnd();
    }
    assertThat(listener.status().refused()).isEqualTo(1);
    assertThat(inlet.taken()).isEmpty();
  }

  @Test
  void one_that_never_finishes_its_frame_is_cut_off() {
    listener("hj212", new Limits(10, 5, 4, 200, LONG, SHORT, LONG, LONG));
    try (StationClient slow = new StationClient(listener);
        StationClient other = new StationClient(listener)) {
      slow.send(Samples.packet("2.2").substring(0, 50));
      slow.awaitEnd();
      other.send(Samples.packet("2.2"));
      assertThat(other.receive(Samples.answer().size())).isEqualTo(Samples.answer());
    }
    assertThat(listener.status().halves()).isEqualTo(1);
  }

  @Test
  void a_silent_connection_is_closed() {
    listener("hj212", new Limits(10, 5, 4, 200, SHORT, LONG, LONG, LONG));
    try (StationClient station = new StationClient(listener)) {
      station.awaitEnd();
    }
    Awaiting.until("forgotten", () -> listener.status().connections() == 0);
  }

  @Test
  void a_connection_reads_on_only_when_its_messages_are_stored() {
    inlet = TestInlet.holding();
    listener("hj212", PATIENT);
    try (StationClient station = new StationClient(listener)) {
      IntStream.range(0, 10).forEach(i -> station.send(Samples.packet(i + ".1")));
      inlet.await(PATIENT.open());
      assertThat(station.hearsNothing()).isTrue();
      assertThat(inlet.taken()).hasSize(PATIENT.open());

      inlet.store();
      station.receive(10 * Samples.answer().size());
      assertThat(inlet.taken())
          .extracting(taken -> taken.text().replaceAll(".*Rtd=(\\d).*\\r\\n", "$1"))
          .containsExactly("0", "1", "2", "3", "4", "5", "6", "7", "8", "9");
    }
  }

  @Test
  void a_message_that_is_never_stored_ends_its_connection_so_that_it_comes_again() {
    inlet = TestInlet.holding();
    listener("hj212", new Limits(10, 5, 4, 200, LONG, LONG, LONG, SHORT));
    try (StationClient station = new StationClient(listener)) {
      station.send(Samples.packet("2.2")).awaitEnd();
    }
  }

  @Test
  void a_station_that_hangs_up_is_still_answered() {
    inlet = TestInlet.holding();
    listener("hj212", PATIENT);
    try (StationClient station = new StationClient(listener)) {
      station.send(Samples.packet("2.2")).hangUp();
      inlet.await(1);
      inlet.store();
      station.receive(Samples.answer().size());
      station.awaitEnd();
    }
  }

  @Test
  void parts_that_follow_each_other_are_one_message_and_each_is_answered() {
    String first = Samples.part(7, 1, HOUR + "w01018-Av");
    String second = Samples.part(7, 2, "g=40.1,w01018-Flag=N");
    try (StationClient station = new StationClient(listener)) {
      station.send(second + first);
      station.receive(2 * Samples.answer().size());
      assertThat(inlet.taken())
          .hasSize(1)
          .first()
          .extracting(TestInlet.Taken::text)
          .isEqualTo(first + second);
    }
  }

  @Test
  void a_part_whose_station_waits_for_an_answer_is_a_message_by_itself() {
    listener("hj212", new Limits(10, 5, 4, 200, LONG, LONG, SHORT, LONG));
    String first = Samples.part(7, 1, HOUR + "w01001-Avg=7.5");
    String second = Samples.part(7, 2, HOUR + "w01018-Avg=40.1");
    try (StationClient station = new StationClient(listener)) {
      station.send(first).receive(Samples.answer().size());
      station.send(second).receive(Samples.answer().size());
      assertThat(inlet.taken()).extracting(TestInlet.Taken::text).containsExactly(first, second);
    }
  }

  @Test
  void packets_of_a_hydrological_text_are_confirmed_once_when_all_are_there() {
    Payload first =
        Samples.withModbus("7E7E 01 0010100001 A000 32 000E 16 002001 000C 200724172349 F1F100 17");
    Payload second = Samples.withModbus("7E7E 01 0010100001 A000 32 0005 16 002002 1010 03");
    try (StationClient station = new StationClient(listener("sl651", PATIENT))) {
      station.send(first);
      assertThat(station.hearsNothing()).isTrue();
      station.send(second);
      Payload confirmation =
          Samples.withModbus("7E7E 0010100001 01 A000 32 800B 16 002002 000C 200724173000 04");
      assertThat(station.receive(confirmation.size())).isEqualTo(confirmation);
      assertThat(inlet.taken()).hasSize(1);
    }
  }

  @Test
  void packets_of_a_hydrological_text_that_stay_alone_are_dropped_and_counted() {
    listener("sl651", new Limits(10, 5, 4, 200, LONG, LONG, SHORT, LONG));
    try (StationClient station = new StationClient(listener)) {
      station.send(Samples.withModbus("7E7E 01 0010100001 A000 32 0005 16 002002 1010 03"));
      Awaiting.until("dropped", () -> listener.status().dropped() == 1);
      assertThat(inlet.taken()).isEmpty();
    }
  }

  @Test
  void a_wrong_password_is_neither_stored_nor_answered_nor_logged() {
    stations.password(Samples.STATION, "654321");
    try (LogLines log = new LogLines();
        StationClient station = new StationClient(listener)) {
      station.send(Samples.packet("2.2")).awaitEnd();
      assertThat(inlet.taken()).isEmpty();
      assertThat(log.with("ZL-4212")).hasSize(1).first().asString().contains(Samples.STATION);
      assertThat(log.with("123456")).isEmpty();
    }
    stations.password(Samples.STATION, "123456");
    try (StationClient station = new StationClient(listener)) {
      station.send(Samples.packet("2.2")).receive(Samples.answer().size());
    }
  }

  @Test
  void a_network_that_is_not_named_cannot_connect() {
    try (StationClient stranger = new StationClient(listener("hj212", PATIENT, "10.1.0.0/16"))) {
      stranger.awaitEnd();
    }
    assertThat(listener.status().refused()).isEqualTo(1);
  }

  @Test
  void one_address_cannot_take_all_connections() {
    listener("hj212", new Limits(10, 1, 4, 200, LONG, LONG, LONG, LONG));
    try (StationClient first = new StationClient(listener);
        StationClient second = new StationClient(listener)) {
      second.awaitEnd();
      first.send(Samples.packet("2.2")).receive(Samples.answer().size());
    }
    Awaiting.until("room again", () -> listener.status().connections() == 0);
    try (StationClient third = new StationClient(listener)) {
      third.send(Samples.packet("2.2")).receive(Samples.answer().size());
    }
  }

  @Test
  void stations_wait_while_nobody_knows_their_protocol() {
    TestStations nobody = new TestStations();
    listener.close();
    listener =
        new TcpListener(
            new ListenerSettings(
                "hj212",
                "127.0.0.1",
                0,
                new Networks(List.of(Networks.network("127.0.0.1").orElseThrow())),
                PATIENT),
            new Town(nobody, inlet, InstantSource.fixed(Samples.AT)));
    try (StationClient station = new StationClient(listener)) {
      station.send(Samples.packet("2.2"));
      assertThat(station.hearsNothing()).isTrue();
      nobody.comes(new Hj212Protocol());
      assertThat(station.receive(Samples.answer().size())).isEqualTo(Samples.answer());
    }
  }

  @Test
  void a_town_that_leaves_ends_the_connections_and_another_takes_what_comes_again() {
    try (StationClient station = new StationClient(listener)) {
      station.send(Samples.packet("1.1")).receive(Samples.answer().size());
      inlet.leave();
      station.send(Samples.packet("2.2")).awaitEnd();
    }
    inlet = TestInlet.storing();
    try (StationClient station = new StationClient(listener("hj212", PATIENT))) {
      station.send(Samples.packet("2.2")).receive(Samples.answer().size());
      assertThat(inlet.taken()).hasSize(1);
    }
  }

  @Test
  void a_listener_that_closes_ends_its_connections() {
    try (StationClient station = new StationClient(listener)) {
      station.send(Samples.packet("2.2")).receive(Samples.answer().size());
      listener.close();
      station.awaitEnd();
    }
  }
}
