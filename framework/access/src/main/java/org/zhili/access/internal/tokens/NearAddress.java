package org.zhili.access.internal.tokens;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/**
 * Addresses that are this machine, or where clouds tell a machine its secrets; also when they stand
 * inside IPv6, as translators and tunnels write them.
 */
final class NearAddress {
  /** What is nobody's, and where Azure and Oracle keep what others keep among link-local ones. */
  private static final List<Network> NEAR =
      List.of(
          new Network("0.0.0.0", 8),
          new Network("100.64.0.0", 10),
          new Network("168.63.129.16", 32),
          new Network("192.0.0.0", 24),
          new Network("255.255.255.255", 32),
          new Network("fd00:ec2::", 32),
          new Network("fd20:ce::", 32),
          new Network("64:ff9b:1::", 48));

  private static final Network TRANSLATED = new Network("64:ff9b::", 96);
  private static final Network COMPATIBLE = new Network("::", 96);
  private static final Network TUNNELLED = new Network("2002::", 16);

  private NearAddress() {}

  private static final class Network {
    private final byte[] first;
    private final int bits;

    Network(String first, int bits) {
      this.first = bytes(first);
      this.bits = bits;
    }

    private static byte[] bytes(String address) {
      try {
        return InetAddress.getByName(address).getAddress();
      } catch (UnknownHostException e) {
        throw new IllegalArgumentException(address, e);
      }
    }

    boolean has(byte[] address) {
      boolean alike = address.length == first.length;
      for (int i = 0; alike && i < bits; i++) {
        int mask = 0x80 >> (i % 8);
        alike = (address[i / 8] & mask) == (first[i / 8] & mask);
      }
      return alike;
    }
  }

  /** Whether it is one of those. */
  static boolean is(InetAddress address) {
    byte[] bytes = address.getAddress();
    return address.isLoopbackAddress()
        || address.isLinkLocalAddress()
        || address.isAnyLocalAddress()
        || address.isMulticastAddress()
        || NEAR.stream().anyMatch(network -> network.has(bytes))
        || isOwn(address)
        || isAround(bytes);
  }

  /** One that cannot be told apart from this machine's is taken for it. */
  private static boolean isOwn(InetAddress address) {
    try {
      return NetworkInterface.getByInetAddress(address) != null;
    } catch (SocketException e) {
      return true;
    }
  }

  private static boolean isAround(byte[] bytes) {
    if (TUNNELLED.has(bytes)) {
      return isInside(bytes, 2);
    }
    return (TRANSLATED.has(bytes) || COMPATIBLE.has(bytes)) && isInside(bytes, 12);
  }

  private static boolean isInside(byte[] bytes, int from) {
    try {
      return is(InetAddress.getByAddress(Arrays.copyOfRange(bytes, from, from + 4)));
    } catch (UnknownHostException e) {
      return true;
    }
  }
}
