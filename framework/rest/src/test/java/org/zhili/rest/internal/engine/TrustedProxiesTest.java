package org.zhili.rest.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhili.rest.internal.engine.TrustedProxies.Network;

class TrustedProxiesTest {
  private static final TrustedProxies PROXIES =
      new TrustedProxies(
          Stream.of("10.0.0.5", "10.1.0.0/16", "2001:db8::/32", "::1")
              .flatMap(text -> Network.of(text).stream())
              .toList());

  @ParameterizedTest
  @CsvSource({
    "203.0.113.7, 198.51.100.1,                        203.0.113.7",
    "10.0.0.5,    198.51.100.1,                        198.51.100.1",
    "10.0.0.5,    '1.2.3.4, 198.51.100.1',             198.51.100.1",
    "10.0.0.5,    '198.51.100.1,10.1.2.3',             198.51.100.1",
    "10.1.255.9,  198.51.100.1:4711,                   198.51.100.1",
    "10.2.0.1,    198.51.100.1,                        10.2.0.1",
    "10.0.0.5,    '10.1.0.2, 10.1.0.3',                10.1.0.2",
    "::1,         2a00:1450::7,                        2a00:1450:0:0:0:0:0:7",
    "10.0.0.5,    [2a00:1450::7]:443,                  2a00:1450:0:0:0:0:0:7",
    "2001:db8::9%eth0, 198.51.100.1,                   198.51.100.1",
    "10.0.0.5,    ::ffff:198.51.100.1,                 198.51.100.1",
  })
  void the_caller_is_the_last_that_is_no_proxy(String remote, String header, String caller) {
    assertThat(PROXIES.caller(remote, List.of(header))).isEqualTo(caller);
  }

  @Test
  void several_headers_are_one_list() {
    assertThat(PROXIES.caller("10.0.0.5", List.of("1.2.3.4, 198.51.100.1", "10.1.0.1")))
        .isEqualTo("198.51.100.1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "unknown", "localhost", "999.1.1.1", "1.2.3", "1.2.3.4.", "[", "::g"})
  void what_is_no_address_is_not_taken_for_one(String header) {
    assertThat(PROXIES.caller("10.0.0.5", List.of("198.51.100.1, " + header)))
        .isEqualTo("10.0.0.5");
  }

  @Test
  void without_proxies_the_header_is_ignored() {
    assertThat(TrustedProxies.NONE.caller("10.0.0.5", List.of("198.51.100.1")))
        .isEqualTo("10.0.0.5");
  }

  @Test
  void no_network_is_so_wide_that_anybody_is_a_proxy() {
    assertThat(Arrays.asList("0.0.0.0/0", "::/0", "10.0.0.0/7", "10.0.0.0/33", "10.0.0.0/", "x"))
        .allSatisfy(text -> assertThat(Network.of(text)).isEmpty());
    assertThat(Network.of("10.0.0.0/8")).isPresent();
  }
}
