package org.zhili.listener;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whoever takes long to answer the listener delays those who wait for that, and nobody else. */
class NeverWaitingTest {
  /** As many as workers at most, so that one is left. */
  private static final int WAITING = 3;

  /** Somebody of the town who does not answer until the test says so. */
  private record Slow(String who, TestStations stations, TestInlet inlet, Gate gate) {
    @Override
    public String toString() {
      return who;
    }
  }

  static Stream<Slow> slow() {
    Gate gate = new Gate();
    return Stream.of(
        new Slow("a full town", TestStations.ofBoth(), TestInlet.storing().behind(gate), gate),
        slowStations("a protocol that hangs", TestStations.ofBoth(), TestStations::readBehind),
        slowStations("a slow database", TestStations.ofBoth(), TestStations::admitBehind));
  }

  private interface Slowing {
    void slow(TestStations stations, Gate gate);
  }

  private static Slow slowStations(String who, TestStations stations, Slowing slowing) {
    Gate gate = new Gate();
    slowing.slow(stations, gate);
    return new Slow(who, stations, TestInlet.storing(), gate);
  }

  @ParameterizedTest
  @MethodSource("slow")
  void a_station_is_answered_while_the_town_does_not_answer_for_others(Slow slow) {
    try (Listening listener =
        new Listening("hj212", Listening.LIMITS, slow.stations(), slow.inlet())) {
      try (StationClient one = listener.station();
          StationClient two = listener.station();
          StationClient three = listener.station();
          StationClient quick = listener.station()) {
        slow.gate().close();
        Stream.of(one, two, three).forEach(station -> station.send(Samples.packet("1.1")));
        slow.gate().await(WAITING);
        slow.gate().letOthersPass();
        quick.send(Samples.packet("2.2")).receive(Samples.answer().size());
        slow.gate().open();
        Stream.of(one, two, three).forEach(station -> station.receive(Samples.answer().size()));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("slow")
  void limits_hold_although_nobody_in_the_town_answers_at_all(Slow slow) {
    try (Listening listener =
        new Listening("hj212", Listening.LIMITS, slow.stations(), slow.inlet())) {
      try (StationClient waiting = listener.station();
          StationClient silent = listener.station()) {
        slow.gate().close();
        waiting.send(Samples.packet("1.1"));
        slow.gate().await(1);
        Awaiting.until("connected", () -> listener.status().connections() == 2);
        listener.pass(Listening.TOO_LONG);
        silent.awaitEnd();
        slow.gate().open();
      }
    }
    assertThat(slow.gate().isOpen()).isTrue();
  }
}
