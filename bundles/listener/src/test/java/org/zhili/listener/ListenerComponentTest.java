package org.zhili.listener;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.InstantSource;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ListenerComponentTest {
  private static Configured configured() {
    return new Configured().with("protocol", "hj212").with("port", 5212);
  }

  static Stream<Arguments> faults() {
    return Stream.of(
        Arguments.of("protocol", "", "ZL-4201"),
        Arguments.of("host", "no such host", "ZL-4202"),
        Arguments.of("networks", new String[] {"10.0.0.0/33"}, "ZL-4203"),
        Arguments.of("networks", new String[] {"10.0.0.1, town.example"}, "ZL-4203"),
        Arguments.of("networks", new String[] {""}, "ZL-4203"),
        Arguments.of("port", 0, "ZL-4204"),
        Arguments.of("port", 65_536, "ZL-4204"),
        Arguments.of("idleSeconds", 0, "ZL-4204"),
        Arguments.of("partsSeconds", 0, "ZL-4204"),
        Arguments.of("windowPercent", 101, "ZL-4204"),
        Arguments.of("connections", "many", "ZL-4205"));
  }

  @ParameterizedTest
  @MethodSource("faults")
  void a_wrong_setting_is_named(String name, Object value, String code) {
    assertThat(ConfiguredSettings.read(configured().with(name, value).get()))
        .isInstanceOfSatisfying(
            ConfiguredSettings.Reading.Faulty.class,
            faulty -> assertThat(faulty.fault().line()).startsWith(code).contains(" / "));
  }

  @Test
  void networks_are_read_from_several_values_or_one() throws IOException {
    var reading =
        ConfiguredSettings.read(
            configured()
                .with("networks", new String[] {"10.1.0.0/16, 192.0.2.7", "2001:db8::1"})
                .get());
    Networks networks = ((ConfiguredSettings.Reading.Sound) reading).settings().networks();
    assertThat(networks.allow(InetAddress.getByName("10.1.255.9"))).isTrue();
    assertThat(networks.allow(InetAddress.getByName("10.2.0.0"))).isFalse();
    assertThat(networks.allow(InetAddress.getByName("192.0.2.7"))).isTrue();
    assertThat(networks.allow(InetAddress.getByName("192.0.2.8"))).isFalse();
    assertThat(networks.allow(InetAddress.getByName("2001:db8::1"))).isTrue();
  }

  @Test
  void a_wrong_setting_leaves_the_last_good_one_in_force_and_a_port_in_use_is_told()
      throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        LogLines log = new LogLines()) {
      ListenerComponent component =
          new ListenerComponent(
              TestInlet.storing(),
              TestStations.ofBoth(),
              InstantSource.system(),
              configured().with("port", taken.getLocalPort()).get());
      try {
        Awaiting.until("told", () -> log.with("ZL-4206").size() == 1);
        component.configure(configured().with("port", -1).get());
        assertThat(log.with("ZL-4204")).hasSize(1);
      } finally {
        component.stop();
      }
    }
  }
}
