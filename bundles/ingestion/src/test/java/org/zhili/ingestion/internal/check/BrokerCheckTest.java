package org.zhili.ingestion.internal.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.zhili.device.DeviceAccounts.Credentials;
import org.zhili.ingestion.IngestionModule;
import org.zhili.ingestion.TestBroker;
import org.zhili.module.Reply;
import org.zhili.text.Text;
import org.zhili.text.Words;

/** The check against brokers that are well, and some that are not. */
@Timeout(120)
class BrokerCheckTest {
  private static final Words WORDS = Words.beside(IngestionModule.class);

  private static final String OPEN = "allow_anonymous true";
  private static final String PERSISTENT = "persistence true";

  private final Path folder;

  BrokerCheckTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private static Target target(String uri, Optional<Credentials> login) {
    return new Target(uri, login, Optional.empty(), Duration.ofDays(1));
  }

  /** The key of each line, after all of them were seen to have words. */
  private static List<String> keys(Reply reply) {
    assertThat(reply.lines()).allMatch(line -> WORDS.knows(line.key()));
    return reply.lines().stream()
        .map(Text::key)
        .map(key -> key.substring("ingestion.check.".length()))
        .toList();
  }

  @Test
  void a_mosquitto_that_is_set_up_well_passes_on_a_condition() throws Exception {
    try (Mosquitto mosquitto = Mosquitto.in(folder, OPEN, PERSISTENT, "max_queued_messages 0")) {
      Reply reply = new BrokerCheck(target(mosquitto.uri(), Optional.empty()), true).run();

      assertThat(reply).isInstanceOf(Reply.Done.class);
      assertThat(keys(reply))
          .contains("terms.holds", "absence.holds", "size.holds", "retained.marked")
          .contains("sharing.holds", "hand-over.waits", "disk")
          .endsWith("verdict.conditions");
    }
  }

  @Test
  void a_broker_that_hands_over_what_a_dead_node_held_needs_no_condition() throws Exception {
    try (TestBroker broker = new TestBroker(folder);
        Visit visit = new Visit(target(broker.uri(), Optional.of(TestBroker.TOWN)))) {
      assertThat(new HandOverCheck().run(visit))
          .isEqualTo(Finding.holds("hand-over.holds", 100, 20));
    }
  }

  @Test
  void short_queues_are_found() throws Exception {
    try (Mosquitto mosquitto = Mosquitto.in(folder, OPEN, PERSISTENT, "max_queued_messages 10")) {
      assertThat(find(mosquitto, new AbsenceCheck()))
          .isEqualTo(Finding.broken("absence.lost", 2_000, 10));
    }
  }

  @Test
  void an_order_that_is_mixed_up_is_found() {
    assertThat(Arrival.inOrder(arrivals(1, 2, 2, 3))).isTrue();
    assertThat(Arrival.inOrder(arrivals(1, 3, 2))).isFalse();
  }

  private static List<Arrival> arrivals(int... numbers) {
    return IntStream.of(numbers).mapToObj(n -> new Arrival(n, n, 1, false, false)).toList();
  }

  @Test
  void a_limit_of_size_that_is_too_low_is_found() throws Exception {
    try (Mosquitto mosquitto = Mosquitto.in(folder, OPEN, "max_packet_size 10000")) {
      assertThat(find(mosquitto, new SizeCheck()))
          .isEqualTo(Finding.broken("size.refused", 60_000));
    }
  }

  @Test
  void a_broker_that_acknowledges_nothing_is_found() throws Exception {
    try (Mosquitto mosquitto = Mosquitto.in(folder, OPEN, "max_qos 0")) {
      assertThat(find(mosquitto, new TermsCheck())).isEqualTo(Finding.broken("terms.qos"));
    }
  }

  @Test
  void a_broker_that_retains_nothing_does_no_harm() throws Exception {
    try (Mosquitto mosquitto = Mosquitto.in(folder, OPEN, "retain_available false")) {
      assertThat(find(mosquitto, new RetainedCheck())).isEqualTo(Finding.holds("retained.none"));
    }
  }

  private static Finding find(Mosquitto mosquitto, Check check) throws MqttException {
    try (Visit visit = new Visit(target(mosquitto.uri(), Optional.empty()))) {
      return check.run(visit);
    }
  }

  @Test
  void a_broker_that_lets_nobody_in_and_one_that_is_not_there_are_told_apart() {
    String uri;
    try (TestBroker broker = new TestBroker(folder)) {
      uri = broker.uri();
      Credentials wrong = new Credentials("town", "wrong");
      assertThat(keys(new BrokerCheck(target(uri, Optional.of(wrong)), false).run()))
          .containsExactly("refused");
    }
    assertThat(keys(new BrokerCheck(target(uri, Optional.empty()), false).run()))
        .containsExactly("unreachable");
  }

  @Test
  void rules_that_forbid_the_check_its_topics_are_told() throws Exception {
    Path rules = Mosquitto.write(folder.resolve("rules"), "topic read #");
    try (Mosquitto mosquitto = Mosquitto.in(folder, OPEN, "acl_file " + rules)) {
      assertThat(keys(new BrokerCheck(target(mosquitto.uri(), Optional.empty()), false).run()))
          .containsExactly("not-allowed");
    }
  }

  @Test
  void nothing_is_left_behind() throws Exception {
    try (Mosquitto mosquitto = Mosquitto.in(folder, OPEN, PERSISTENT)) {
      Target target = target(mosquitto.uri(), Optional.empty());
      try (Visit visit = new Visit(target)) {
        Visitor town = visit.arrive("town", 10);
        town.subscribe(visit.topic("left"));
        town.vanish();
        Visitor device = visit.device();
        visit.retain(device, visit.topic("old"));
        device.publish(visit.topic("left"), 5);
      }
      mosquitto.stop();
      assertThat(mosquitto.store()).doesNotContain("zhili-check", "zhili/check");
    }
  }
}
