package org.zhili.resources.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RemoteNetworkTest {
  @ParameterizedTest
  @ValueSource(
      strings = {"0.0.0.0", "203.0.113.7", "255.255.255.255", "::1", "2001:db8::1", "fe80::1%eth0"})
  void an_address_in_figures_is_read(String address) {
    assertThat(RemoteNetwork.isLiteral(address)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "999.1.1.1",
        "256.0.0.1",
        "1.1.1",
        "1.1.1.1.",
        "1.1.1.1.1",
        ".......",
        "1234567",
        "town.example"
      })
  void no_name_server_is_asked_about_anything_else(String address) {
    assertThat(RemoteNetwork.isLiteral(address)).isFalse();
    assertThat(RemoteNetwork.of(address)).isEqualTo("unknown");
  }
}
