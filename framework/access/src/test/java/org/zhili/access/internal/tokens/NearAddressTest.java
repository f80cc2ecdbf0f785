package org.zhili.access.internal.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.NetworkInterface;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which addresses keys are not asked of. */
class NearAddressTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "127.255.255.254",
        "0.0.0.0",
        "0.1.2.3",
        "169.254.169.254",
        "169.254.170.2",
        "100.64.0.1",
        "100.100.100.200",
        "100.127.255.255",
        "168.63.129.16",
        "192.0.0.1",
        "192.0.0.192",
        "224.0.0.1",
        "239.255.255.250",
        "255.255.255.255",
        "::1",
        "::",
        "fe80::1",
        "febf::1",
        "ff02::1",
        "fd00:ec2::254",
        "fd00:ec2::23",
        "fd20:ce::254",
        "::ffff:127.0.0.1",
        "::ffff:169.254.169.254",
        "::127.0.0.1",
        "::169.254.169.254",
        "64:ff9b::127.0.0.1",
        "64:ff9b::169.254.169.254",
        "64:ff9b::a9fe:a9fe",
        "64:ff9b::168.63.129.16",
        "64:ff9b:1::a9fe:a9fe",
        "2002:7f00:1::",
        "2002:a9fe:a9fe::1",
        "2002:6440:1::1",
        "2002:c000:c0::1"
      })
  void this_machine_and_what_tells_its_secrets_is_near(String address) throws Exception {
    assertThat(NearAddress.is(InetAddress.getByName(address))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "10.255.254.253",
        "172.31.254.253",
        "192.168.254.253",
        "192.0.1.1",
        "100.63.255.255",
        "100.128.0.1",
        "168.63.129.15",
        "168.63.129.17",
        "203.0.113.7",
        "fd12:3456:789a::7",
        "fd00:ec3::254",
        "2001:db8::1",
        "64:ff9b::203.0.113.7",
        "2002:cb00:7107::1",
        "::ffff:203.0.113.7"
      })
  void a_citys_own_network_and_the_world_are_not(String address) throws Exception {
    assertThat(NearAddress.is(InetAddress.getByName(address))).isFalse();
  }

  @Test
  void each_address_that_this_machine_has_is_near() throws Exception {
    assertThat(NetworkInterface.networkInterfaces().flatMap(NetworkInterface::inetAddresses))
        .isNotEmpty()
        .allMatch(NearAddress::is);
  }
}
