package org.zhili.listener;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.zhili.device.Payload;

/** Parts of a message are joined, and never those of two. */
class JoiningTest {
  private static final String HOUR = "DataTime=20160801080000;";
  private static final Payload FIRST =
      Samples.withModbus("7E7E 01 0010100001 A000 32 000E 16 002001 000C 200724172349 F1F100 17");
  private static final Payload LAST =
      Samples.withModbus("7E7E 01 0010100001 A000 32 0005 16 002002 1010 03");
  private static final Payload NEXT_FIRST =
      Samples.withModbus("7E7E 01 0010100001 A000 32 000E 16 002001 000D 200724182349 F1F100 17");
  private static final Payload CONFIRMATION =
      Samples.withModbus("7E7E 0010100001 01 A000 32 800B 16 002002 000C 200724173000 04");

  /** Patient with all but parts. */
  private static final Limits ONLY_PARTS =
      new Limits(
          10,
          5,
          4,
          100,
          200,
          Duration.ofDays(1),
          Duration.ofDays(1),
          Duration.ofSeconds(10),
          Duration.ofDays(1));

  private final TestInlet inlet = TestInlet.storing();

  @Test
  void parts_that_follow_each_other_are_one_message_and_each_is_answered() {
    String first = Samples.part(7, 1, HOUR + "w01018-Av");
    String second = Samples.part(7, 2, "g=40.1,w01018-Flag=N");
    try (Listening listener = Listening.hj212(inlet);
        StationClient station = listener.station()) {
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
    String first = Samples.part(7, 1, HOUR + "w01001-Avg=7.5");
    String second = Samples.part(7, 2, HOUR + "w01018-Avg=40.1");
    try (Listening listener = new Listening("hj212", ONLY_PARTS, TestStations.ofBoth(), inlet);
        StationClient station = listener.station()) {
      for (int part = 0; part < 2; part++) {
        station.send(List.of(first, second).get(part));
        int taken = part + 1;
        Awaiting.until("part " + taken, () -> listener.passes(inlet, taken));
        station.receive(Samples.answer().size());
      }
      assertThat(inlet.taken()).extracting(TestInlet.Taken::text).containsExactly(first, second);
    }
  }

  @Test
  void parts_of_two_transmissions_are_two_messages_although_all_else_is_the_same() {
    String older = Samples.part(7, 1, HOUR + "w01001-Avg=7.5");
    String first = later(1, HOUR + "w01001-Avg=8.5");
    String second = later(2, HOUR + "w01018-Avg=40.1");
    try (Listening listener = Listening.hj212(inlet);
        StationClient station = listener.station()) {
      station.send(older + first + second);
      assertThat(inlet.await(1).get(0).text()).isEqualTo(first + second);
      listener.pass(Listening.TOO_LONG);
      assertThat(inlet.await(2).get(1).text()).isEqualTo(older);
    }
  }

  private static String later(int number, String area) {
    String part = Samples.part(7, number, area).replace("QN=20160801085857223", "QN=later");
    return Samples.framed(part.substring(6, part.length() - 6));
  }

  @Test
  void packets_of_a_hydrological_text_are_confirmed_once_when_all_are_there() {
    try (Listening listener = Listening.sl651(inlet);
        StationClient station = listener.station()) {
      station.send(FIRST);
      assertThat(station.hearsNothing()).isTrue();
      station.send(LAST);
      assertThat(station.receive(CONFIRMATION.size())).isEqualTo(CONFIRMATION);
      assertThat(inlet.taken()).hasSize(1);
    }
  }

  @Test
  void packets_of_a_hydrological_text_that_stay_alone_are_dropped_and_counted() {
    try (Listening listener = Listening.sl651(inlet);
        StationClient station = listener.station()) {
      station.send(FIRST).send(NEXT_FIRST);
      Awaiting.until("the older one", () -> listener.status().dropped() == 1);
      listener.pass(Listening.TOO_LONG);
      Awaiting.until("both", () -> listener.status().dropped() == 2);
      assertThat(inlet.taken()).isEmpty();
    }
  }

  @Test
  void a_packet_is_never_joined_to_one_of_another_text() {
    Payload other = Samples.REPORT;
    try (Listening listener = Listening.sl651(inlet);
        StationClient station = listener.station()) {
      station.send(LAST).send(FIRST).send(other).send(LAST); // none of these follows the other
      station.receive(Samples.CONFIRMATION.size());
      assertThat(inlet.taken()).hasSize(1);
      station.send(FIRST).send(NEXT_FIRST).send(NEXT_FIRST).send(LAST);
      assertThat(inlet.await(2).get(1).message().payload())
          .isEqualTo(Payload.ofHex(NEXT_FIRST.hex() + LAST.hex()));
    }
  }
}
