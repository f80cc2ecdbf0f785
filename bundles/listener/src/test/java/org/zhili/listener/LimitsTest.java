package org.zhili.listener;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a listener bears with, and for how long. */
class LimitsTest {
  private final TestInlet inlet = TestInlet.storing();

  @Test
  void one_that_sends_noise_only_is_cut_off() {
    try (Listening listener = Listening.hj212(inlet);
        StationClient stranger = listener.station()) {
      stranger.send("GET / HTTP/1.1\r\nHost: town\r\n\r\n".repeat(10));
      stranger.awaitEnd();
      assertThat(listener.status().refused()).isEqualTo(1);
    }
    assertThat(inlet.taken()).isEmpty();
  }

  @Test
  void one_that_never_finishes_its_frame_is_cut_off() {
    try (Listening listener = Listening.hj212(inlet);
        StationClient slow = listener.station();
        StationClient other = listener.station()) {
      slow.send("noise" + Samples.packet("2.2").substring(0, 50));
      Awaiting.until("read", () -> listener.status().noise() == 5);
      other.send(Samples.packet("2.2")).receive(Samples.answer().size());
      listener.pass(Listening.TOO_LONG);
      slow.awaitEnd();
      Awaiting.until("counted", () -> listener.status().halves() == 1);
    }
  }

  @Test
  void a_frame_that_is_longer_than_its_protocol_allows_is_cut_off() {
    TestStations brief = TestStations.ofBoth().longestFrame(100);
    try (Listening listener = new Listening("hj212", Listening.LIMITS, brief, inlet);
        StationClient station = listener.station()) {
      station.send(Samples.packet("2.2").substring(0, 110)).awaitEnd();
      assertThat(listener.status().refused()).isEqualTo(1);
    }
  }

  @Test
  void a_silent_connection_is_closed() {
    try (Listening listener = Listening.hj212(inlet);
        StationClient station = listener.station()) {
      Awaiting.until("connected", () -> listener.status().connections() == 1);
      listener.pass(Listening.TOO_LONG);
      station.awaitEnd();
      Awaiting.until("forgotten", () -> listener.status().connections() == 0);
    }
  }

  @Test
  void a_connection_reads_on_only_when_its_messages_are_stored() {
    TestInlet holding = TestInlet.holding();
    int open = Listening.LIMITS.open();
    try (Listening listener = Listening.hj212(holding);
        StationClient station = listener.station()) {
      IntStream.range(0, 10).forEach(i -> station.send(Samples.packet(i + ".1")));
      holding.await(open);
      assertThat(station.hearsNothing()).isTrue();
      assertThat(holding.taken()).hasSize(open);

      holding.store();
      station.receive(10 * Samples.answer().size());
      assertThat(holding.taken())
          .extracting(taken -> taken.text().replaceAll(".*Rtd=(\\d).*\\r\\n", "$1"))
          .containsExactly("0", "1", "2", "3", "4", "5", "6", "7", "8", "9");
    }
  }

  @Test
  void all_connections_together_fill_no_more_than_their_share_of_the_town() {
    TestInlet holding = TestInlet.holding().withWindow(12);
    try (Listening listener =
            new Listening("hj212", Listening.LIMITS.share(25), TestStations.ofBoth(), holding);
        StationClient one = listener.station();
        StationClient another = listener.station()) {
      for (StationClient station : List.of(one, another)) {
        station.send(Samples.packet("1.1") + Samples.packet("2.2"));
      }
      holding.await(3);
      assertThat(one.hearsNothing()).isTrue();
      assertThat(holding.taken()).hasSize(3);

      holding.store();
      one.receive(2 * Samples.answer().size());
      another.receive(2 * Samples.answer().size());
      assertThat(holding.taken()).hasSize(4);
    }
  }

  @Test
  void a_place_in_the_town_is_kept_when_the_connection_ends_and_free_when_it_is_stored() {
    TestInlet holding = TestInlet.holding().withWindow(1);
    try (Listening listener = Listening.hj212(holding)) {
      try (StationClient gone = listener.station()) {
        gone.send(Samples.packet("1.1"));
        holding.await(1);
      }
      try (StationClient station = listener.station()) {
        station.send(Samples.packet("2.2"));
        assertThat(station.hearsNothing()).isTrue();
        assertThat(holding.taken()).hasSize(1);
        holding.store();
        station.receive(Samples.answer().size());
      }
    }
  }

  @Test
  void what_the_town_lost_takes_no_place_for_ever() {
    Room room = new Room(1);
    assertThat(room.take(delivery(0), 0)).isTrue();
    assertThat(room.take(delivery(1), 1)).isFalse();
    long later = Room.LOST.plusSeconds(1).toNanos();
    assertThat(room.take(delivery(later), later)).isTrue();
    assertThat(room.isThere(later)).isFalse();
  }

  private static Delivery delivery(long at) {
    return Delivery.of(Samples.message(Samples.packet("1.1")), at);
  }

  @Test
  void a_message_that_is_never_stored_ends_its_connection_so_that_it_comes_again() {
    TestInlet holding = TestInlet.holding();
    try (Listening listener = Listening.hj212(holding);
        StationClient station = listener.station()) {
      station.send(Samples.packet("2.2"));
      holding.await(1);
      listener.pass(Listening.TOO_LONG);
      station.awaitEnd();
    }
  }

  @Test
  void a_network_that_is_not_named_cannot_connect() {
    TestStations stations = TestStations.ofBoth();
    try (Listening listener =
            new Listening("hj212", Listening.LIMITS, "10.1.0.0/16", stations, inlet);
        StationClient stranger = listener.station()) {
      stranger.awaitEnd();
      assertThat(listener.status().refused()).isEqualTo(1);
    }
  }

  @Test
  void one_address_cannot_take_all_connections() {
    Limits single = Listening.LIMITS.connections(10, 1);
    try (Listening listener = new Listening("hj212", single, TestStations.ofBoth(), inlet)) {
      try (StationClient first = listener.station();
          StationClient second = listener.station()) {
        second.awaitEnd();
        first.send(Samples.packet("2.2")).receive(Samples.answer().size());
      }
      Awaiting.until("room again", () -> listener.status().connections() == 0);
      try (StationClient third = listener.station()) {
        third.send(Samples.packet("2.2")).receive(Samples.answer().size());
      }
    }
  }

  @Test
  void a_share_is_some_percent() {
    assertThat(Limits.DEFAULT.share()).isEqualTo(25);
    assertThat(Limits.DEFAULT.patience(Duration.ofSeconds(1), Duration.ofSeconds(7)).join())
        .isEqualTo(Duration.ofSeconds(7));
    assertThatIllegalArgumentException().isThrownBy(() -> Limits.DEFAULT.share(101));
  }
}
