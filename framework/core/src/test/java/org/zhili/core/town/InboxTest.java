package org.zhili.core.town;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.zhili.city.Device;
import org.zhili.core.inbox.Stranger;
import org.zhili.core.ingest.Quarantine.Replayed;
import org.zhili.device.DeviceDriver;
import org.zhili.device.Origin;
import org.zhili.device.Payload;
import org.zhili.device.Value;
import org.zhili.envelope.EnclosedMessage;
import org.zhili.envelope.EnvelopeInfo;
import org.zhili.envelope.Opened;
import org.zhili.envelope.PayloadEnvelope;
import org.zhili.envelope.WrappedMessage;
import org.zhili.id.DeviceId;
import org.zhili.id.NetworkId;
import org.zhili.message.IncomingMessage;
import org.zhili.text.Wording;

class InboxTest {
  private static final NetworkId NETWORK = new NetworkId("lora:24e1");
  private static final DeviceId STRANGER = new DeviceId("MC-999");
  private static final DeviceId BIN = new DeviceId("BIN-7");

  private final TownFixture city = new TownFixture(Optional.empty());
  private final Town town = city.town;

  InboxTest() {
    city.admit(PayloadEnvelope.class, new Lora(), "lora");
  }

  @AfterEach
  void close() {
    city.close();
  }

  /** The topic names the device; the payload is what it sent. */
  private static final class Lora implements PayloadEnvelope {
    @Override
    public EnvelopeInfo info() {
      return new EnvelopeInfo("lora", "LoRa", Set.of("lora/+"));
    }

    @Override
    public Opened open(WrappedMessage message) {
      return new Opened.Contents(
          List.of(
              new EnclosedMessage(
                  message.topic().substring(5),
                  message.payload(),
                  OptionalInt.empty(),
                  Optional.empty())));
    }
  }

  private void send(Origin origin, String status) throws InterruptedException {
    CountDownLatch receipt = new CountDownLatch(1);
    town.ingestion()
        .inlet()
        .offer(
            new IncomingMessage(origin, Payload.ofUtf8(status), city.instant(), false, false),
            receipt::countDown);
    assertThat(receipt.await(20, TimeUnit.SECONDS)).isTrue();
  }

  private void sendByNetwork(String status) throws InterruptedException {
    send(new Origin("lora/24e1", Optional.empty(), OptionalInt.empty(), Optional.empty()), status);
  }

  private static Device device(DeviceId id, Optional<NetworkId> network) {
    return new Device(
        id,
        "manhole_cover",
        "status",
        TownFixture.DISTRICT,
        "x",
        Optional.empty(),
        Optional.empty(),
        Map.of(),
        network);
  }

  private Stranger only() {
    List<Stranger> waiting = town.inbox().waiting(Optional.empty(), 9);
    assertThat(waiting).hasSize(1);
    return waiting.get(0);
  }

  private Optional<Value> status(DeviceId id) {
    return Optional.ofNullable(town.stores().ingest().load(Set.of(id)).get(id))
        .flatMap(state -> Optional.ofNullable(state.latest().get("status")))
        .map(latest -> latest.reading().value());
  }

  @Test
  void a_stranger_behind_a_network_is_approved_under_an_id_of_the_towns() throws Exception {
    sendByNetwork("normal");
    sendByNetwork("tilted");
    Stranger stranger = only();
    assertThat(stranger.network()).contains(NETWORK);
    assertThat(stranger.messages()).isEqualTo(2);
    assertThat(stranger.suggestedId()).isEqualTo(new DeviceId("24e1"));
    assertThat(town.inbox().drivers(stranger)).containsExactly("status");
    assertThat(new Doctor(town).look()).anyMatch(finding -> finding.code().equals("ZL-1321"));

    assertThat(town.inbox().approve(stranger, device(BIN, Optional.of(NETWORK))))
        .contains(new Replayed(2, 0, 0));
    assertThat(status(BIN)).contains(new Value.Label("tilted"));
    assertThat(town.inbox().waiting(Optional.empty(), 9)).isEmpty();
    assertThat(new Doctor(town).look()).noneMatch(finding -> finding.code().equals("ZL-1321"));
    sendByNetwork("normal");
    assertThat(status(BIN)).contains(new Value.Label("normal"));
  }

  @Test
  void a_stranger_on_a_topic_of_its_own_keeps_its_id() throws Exception {
    send(Origin.of("zhili/v1/demo/MC-999/up", STRANGER), "tilted");
    Stranger stranger = only();

    assertThatThrownBy(() -> town.inbox().approve(stranger, device(BIN, Optional.empty())))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> town.inbox().approve(stranger, device(STRANGER, Optional.of(NETWORK))))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(town.inbox().approve(stranger, device(STRANGER, Optional.empty())))
        .contains(new Replayed(1, 0, 0));
    assertThat(status(STRANGER)).contains(new Value.Label("tilted"));
  }

  @Test
  void two_that_understand_a_stranger_are_told_and_once_it_is_registered_its_own_alone_is_asked()
      throws Exception {
    city.admit(DeviceDriver.class, new TestPlugIns.StatusDriver("another"), "another");
    sendByNetwork("tilted");
    Stranger stranger = only();
    List<String> drivers = town.inbox().drivers(stranger);
    assertThat(town.inbox().tie(stranger, drivers).map(town::render).map(Wording::en).orElseThrow())
        .startsWith("Drivers another, status all understand what the unknown device lora:24e1")
        .contains("sends on lora/24e1; another is asked first");
    assertThat(town.inbox().tie(stranger, List.of("status"))).isEmpty();

    town.inbox().approve(stranger, device(BIN, Optional.of(NETWORK)));
    sendByNetwork("normal");
    assertThat(Optional.ofNullable(town.stores().ingest().load(Set.of(BIN)).get(BIN)))
        .hasValueSatisfying(state -> assertThat(state.latest().keySet()).containsExactly("status"));
  }

  @Test
  void a_stranger_does_not_take_the_place_of_a_registered_device() throws Exception {
    sendByNetwork("tilted");

    assertThat(town.inbox().approve(only(), device(TownFixture.COVER, Optional.of(NETWORK))))
        .isEmpty();
    assertThat(town.devices().find(TownFixture.COVER).orElseThrow().network()).isEmpty();
  }

  @Test
  void a_stranger_that_was_dismissed_waits_no_more_but_may_be_approved() throws Exception {
    sendByNetwork("tilted");
    town.inbox().dismiss(only(), "ada");
    sendByNetwork("normal");

    assertThat(town.inbox().waiting(Optional.empty(), 9)).isEmpty();
    assertThat(town.inbox().count(9)).isZero();
    Stranger stranger = town.inbox().find(NETWORK.value()).orElseThrow();
    assertThat(town.inbox().approve(stranger, device(BIN, Optional.of(NETWORK))))
        .contains(new Replayed(2, 0, 0));
  }

  /** As a sheet of them is taken: both in one transaction, read later. */
  private void registerBoth() {
    List<Stranger> both = town.inbox().waiting(Optional.empty(), 9);
    assertThat(both).extracting(Stranger::name).containsExactly("MC-999", "lora:24e1");
    city.settle(); // so that the next sweep by itself is a minute away
    city.transactions.run(
        () -> {
          town.inbox().register(both.get(0), device(STRANGER, Optional.empty()));
          town.inbox().register(both.get(1), device(BIN, Optional.of(NETWORK)));
          town.inbox().replaySoon();
        });
    assertThat(town.inbox().waiting(Optional.empty(), 9)).isEmpty();
    assertThat(status(STRANGER)).isEmpty();
    assertThat(status(BIN)).isEmpty();
  }

  @Test
  void what_was_kept_of_many_is_read_by_the_town_itself_soon_after() throws Exception {
    send(Origin.of("zhili/v1/demo/MC-999/up", STRANGER), "tilted");
    sendByNetwork("normal");
    registerBoth();
    city.settle();
    assertThat(status(STRANGER)).contains(new Value.Label("tilted"));
    assertThat(status(BIN)).contains(new Value.Label("normal"));
  }

  @Test
  void a_town_that_is_killed_before_it_read_them_does_so_when_it_is_opened_again()
      throws Exception {
    send(Origin.of("zhili/v1/demo/MC-999/up", STRANGER), "tilted");
    sendByNetwork("normal");
    registerBoth();
    try (Town again = city.reopened()) {
      again.start(0);
      while (again.timers().runDue() > 0) {
        // what is due makes more due
      }
    }
    assertThat(status(STRANGER)).contains(new Value.Label("tilted"));
    assertThat(status(BIN)).contains(new Value.Label("normal"));
  }
}
