package org.zhili.demo.city.town;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PortsTest {
  @Test
  void the_usual_ports_are_taken_when_they_are_free() {
    assertThat(Ports.choose(Map.of(), port -> true, () -> 0))
        .isEqualTo(new Ports(8181, 8101, 1883, Set.of()));
  }

  @Test
  void a_port_that_is_taken_is_replaced_and_named() {
    Ports ports = Ports.choose(Map.of(), port -> port != 1883, () -> 40_001);
    assertThat(ports).isEqualTo(new Ports(8181, 8101, 40_001, Set.of(1883)));
    assertThat(ports.settings()).containsEntry("ZHILI_MQTT_PORT", "40001");
  }

  @Test
  void the_environment_may_wish_for_another() {
    Map<String, String> environment = Map.of("ZHILI_HTTP_PORT", "9000", "ZHILI_SSH_PORT", "x");
    assertThat(Ports.choose(environment, port -> true, () -> 0))
        .isEqualTo(new Ports(9000, 8101, 1883, Set.of()));
  }
}
