package org.zhili.core.station;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.zhili.core.city.DeviceAccess;
import org.zhili.core.city.InMemoryCredentialStore;
import org.zhili.core.plugin.GateLimits;
import org.zhili.core.plugin.PluginGate;
import org.zhili.core.plugin.PluginIdentity;
import org.zhili.core.store.InMemoryTransactions;
import org.zhili.device.Origin;
import org.zhili.device.Payload;
import org.zhili.frame.FrameProtocol;
import org.zhili.frame.Head;
import org.zhili.frame.ProtocolInfo;
import org.zhili.frame.Station;
import org.zhili.id.DeviceId;

class GateStationsTest {
  private static final DeviceId DEVICE = new DeviceId("0010100001");
  private static final Payload BYTES = Payload.ofHex("7E");

  private final PluginGate gate = new PluginGate(GateLimits.DEFAULT);
  private final InMemoryTransactions transactions = new InMemoryTransactions();
  private final DeviceAccess access =
      new DeviceAccess(
          transactions,
          new InMemoryCredentialStore(transactions),
          InstantSource.fixed(Instant.EPOCH),
          "demo");
  private final GateStations stations = new GateStations(gate, access);

  @AfterEach
  void close() {
    gate.close();
  }

  @Test
  void a_protocol_is_asked_through_the_gate() {
    assertThat(stations.protocol("beeps")).isEmpty();
    assertThat(stations.read("beeps", BYTES, Instant.EPOCH)).isEmpty();

    gate.admit(FrameProtocol.class, new Beeps(), new PluginIdentity("bundle", "1.0.0", 0));

    assertThat(stations.protocol("beeps")).contains(new ProtocolInfo("beeps", 1));
    assertThat(stations.read("beeps", BYTES, Instant.EPOCH)).contains(new Head.Noise(1));
  }

  @Test
  void a_protocol_that_breaks_gives_no_answer() {
    gate.admit(FrameProtocol.class, new Beeps(), new PluginIdentity("bundle", "1.0.0", 0));
    assertThat(stations.read("beeps", Payload.of(new byte[0]), Instant.EPOCH)).isEmpty();
  }

  @Test
  void a_station_without_a_password_is_let_in_on_its_own_topic() {
    Optional<Origin> own = Optional.of(Origin.of("zhili/v1/demo/0010100001/up", DEVICE));
    assertThat(stations.admit(new Station(DEVICE, Optional.empty()))).isEqualTo(own);
    assertThat(stations.admit(new Station(DEVICE, Optional.of("anything")))).isEqualTo(own);
  }

  @Test
  void a_station_with_a_password_has_to_say_it() {
    access.stationPassword(DEVICE, "A000");
    assertThat(stations.admit(new Station(DEVICE, Optional.of("A000")))).isPresent();
    assertThat(stations.admit(new Station(DEVICE, Optional.of("A001")))).isEmpty();
    assertThat(stations.admit(new Station(DEVICE, Optional.empty()))).isEmpty();

    assertThat(access.forgetStationPassword(DEVICE)).isTrue();
    assertThat(stations.admit(new Station(DEVICE, Optional.empty()))).isPresent();
  }

  @Test
  void the_password_of_a_station_opens_nothing_on_the_broker() {
    access.stationPassword(DEVICE, "A000");
    assertThat(access.authenticate(DEVICE.value(), "A000", "client")).isEmpty();
    assertThat(access.current(DEVICE.value())).isEmpty();
    assertThat(access.authenticate("station/" + DEVICE, "A000", "client")).isEmpty();
  }

  /** Finds a beep of one byte nowhere; breaks where there is none to look at. */
  private static final class Beeps implements FrameProtocol {
    @Override
    public ProtocolInfo info() {
      return new ProtocolInfo("beeps", 1);
    }

    @Override
    public Head read(Payload received, Instant at) {
      return new Head.Noise(received.u8(0) == 0 ? 2 : 1);
    }
  }
}
