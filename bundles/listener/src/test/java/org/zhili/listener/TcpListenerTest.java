package org.zhili.listener;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.zhili.device.Origin;
import org.zhili.driver.hj212.Hj212Protocol;
import org.zhili.id.DeviceId;

/** What stations send is stored, and then answered. */
class TcpListenerTest {
  private final TestStations stations = TestStations.ofBoth();
  private final TestInlet inlet = TestInlet.storing();

  @Test
  void a_station_is_answered_after_its_message_is_stored_and_not_before() {
    TestInlet holding = TestInlet.holding();
    try (Listening listener = Listening.hj212(holding);
        StationClient station = listener.station()) {
      station.send(Samples.packet("2.2"));

      assertThat(holding.await(1).get(0).message().origin())
          .isEqualTo(
              Origin.of("zhili/v1/demo/" + Samples.STATION + "/up", new DeviceId(Samples.STATION)));
      assertThat(holding.taken().get(0).text()).isEqualTo(Samples.packet("2.2"));
      assertThat(station.hearsNothing()).isTrue();

      holding.store();
      assertThat(station.receive(Samples.answer().size())).isEqualTo(Samples.answer());
    }
  }

  @Test
  void a_hydrological_station_is_confirmed_by_its_number_and_the_time_in_beijing() {
    try (Listening listener = Listening.sl651(inlet);
        StationClient station = listener.station()) {
      station.send(Samples.REPORT);
      assertThat(station.receive(Samples.CONFIRMATION.size())).isEqualTo(Samples.CONFIRMATION);
    }
  }

  @Test
  void a_station_that_asks_for_no_answer_gets_none() {
    String quiet = Samples.packet("2.2").replace("Flag=5", "Flag=4");
    try (Listening listener = Listening.hj212(inlet);
        StationClient station = listener.station()) {
      station.send(Samples.framed(quiet.substring(6, quiet.length() - 6)));
      inlet.await(1);
      assertThat(station.hearsNothing()).isTrue();
    }
  }

  @Test
  void a_damaged_frame_is_kept_and_not_answered() {
    try (Listening listener = Listening.hj212(inlet);
        StationClient station = listener.station()) {
      station.send(Samples.packet("2.2").replace("Rtd=2.2", "Rtd=2.3"));
      assertThat(inlet.await(1).get(0).text()).contains("Rtd=2.3");
      assertThat(station.hearsNothing()).isTrue();
    }
  }

  @Test
  void bytes_come_one_by_one() {
    try (Listening listener = Listening.hj212(inlet);
        StationClient station = listener.station()) {
      for (char c : Samples.packet("2.2").toCharArray()) {
        station.send(String.valueOf(c));
      }
      assertThat(station.receive(Samples.answer().size())).isEqualTo(Samples.answer());
    }
  }

  @Test
  void noise_before_a_frame_is_skipped_and_counted() {
    try (Listening listener = Listening.hj212(inlet);
        StationClient station = listener.station()) {
      station.send("\r\n+CSQ: 21\r\n" + Samples.packet("2.2"));
      station.receive(Samples.answer().size());
      assertThat(listener.status().noise()).isEqualTo(12);
      assertThat(inlet.taken()).hasSize(1);
    }
  }

  @Test
  void a_station_that_hangs_up_is_still_answered() {
    TestInlet holding = TestInlet.holding();
    try (Listening listener = Listening.hj212(holding);
        StationClient station = listener.station()) {
      station.send(Samples.packet("2.2")).hangUp();
      holding.await(1);
      holding.store();
      station.receive(Samples.answer().size());
      station.awaitEnd();
    }
  }

  @Test
  void a_wrong_password_is_neither_stored_nor_answered_nor_logged() {
    stations.password(Samples.STATION, "654321");
    try (Listening listener = new Listening("hj212", Listening.LIMITS, stations, inlet)) {
      try (LogLines log = new LogLines();
          StationClient station = listener.station()) {
        station.send(Samples.packet("2.2")).awaitEnd();
        assertThat(inlet.taken()).isEmpty();
        assertThat(log.with("ZL-4212")).hasSize(1).first().asString().contains(Samples.STATION);
        assertThat(log.with("123456")).isEmpty();
      }
      stations.password(Samples.STATION, "123456");
      try (StationClient station = listener.station()) {
        station.send(Samples.packet("2.2")).receive(Samples.answer().size());
      }
    }
  }

  @Test
  void stations_wait_while_nobody_knows_their_protocol() {
    TestStations nobody = new TestStations();
    try (Listening listener = new Listening("hj212", Listening.LIMITS, nobody, inlet);
        StationClient station = listener.station()) {
      station.send(Samples.packet("2.2"));
      assertThat(station.hearsNothing()).isTrue();
      nobody.comes(new Hj212Protocol());
      listener.pass(Listening.LIMITS.frame().dividedBy(2)); // it asks again after a while
      assertThat(station.receive(Samples.answer().size())).isEqualTo(Samples.answer());
    }
  }

  @Test
  void a_town_that_leaves_ends_the_connections_and_another_takes_what_comes_again() {
    try (Listening listener = Listening.hj212(inlet);
        StationClient station = listener.station()) {
      station.send(Samples.packet("1.1")).receive(Samples.answer().size());
      inlet.leave();
      station.send(Samples.packet("2.2")).awaitEnd();
    }
    TestInlet another = TestInlet.storing();
    try (Listening listener = Listening.hj212(another);
        StationClient station = listener.station()) {
      station.send(Samples.packet("2.2")).receive(Samples.answer().size());
      assertThat(another.taken()).hasSize(1);
    }
  }

  @Test
  void a_listener_that_closes_ends_its_connections() {
    try (Listening listener = Listening.hj212(inlet);
        StationClient station = listener.station()) {
      station.send(Samples.packet("2.2")).receive(Samples.answer().size());
      listener.stop();
      station.awaitEnd();
    }
  }

  @Test
  void what_arrives_as_the_listener_closes_is_not_answered_and_may_be_stored_all_the_same() {
    Gate gate = new Gate();
    TestInlet holding = TestInlet.holding().behind(gate);
    try (Listening listener = Listening.hj212(holding);
        StationClient waiting = listener.station();
        StationClient taken = listener.station()) {
      taken.send(Samples.packet("1.1"));
      holding.await(1);
      gate.close();
      waiting.send(Samples.packet("2.2") + Samples.packet("3.3"));
      gate.await(1);
      listener.stop();
      waiting.awaitEnd();
      taken.awaitEnd();

      gate.open();
      holding.await(2);
      holding.store(); // the receipts of both find nobody to answer, and that is no failure
      assertThat(holding.taken()).extracting(TestInlet.Taken::text).contains(Samples.packet("2.2"));
      assertThat(holding.taken()).as("the one not begun comes again").hasSize(2);
    }
  }
}
