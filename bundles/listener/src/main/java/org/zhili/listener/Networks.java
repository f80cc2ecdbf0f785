package org.zhili.listener;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;

/** Networks whose addresses may connect. */
public record Networks(List<Network> all) {
  public Networks {
    all = List.copyOf(all);
  }

  /** An address, and how many bits at its beginning count. */
  public record Network(InetAddress address, int bits) {
    boolean holds(InetAddress other) {
      byte[] own = address.getAddress();
      byte[] its = other.getAddress();
      if (own.length != its.length) {
        return false;
      }
      for (int bit = 0; bit < bits; bit++) {
        int mask = 0x80 >> bit % 8;
        if ((own[bit / 8] & mask) != (its[bit / 8] & mask)) {
          return false;
        }
      }
      return true;
    }
  }

  boolean allow(InetAddress address) {
    return all.stream().anyMatch(network -> network.holds(address));
  }

  /** Read an address such as {@code 10.1.2.3}, or a network such as {@code 10.1.0.0/16}. */
  static Optional<Network> network(String text) {
    int slash = text.indexOf('/');
    String address = slash < 0 ? text : text.substring(0, slash);
    // digits and colons only, so that no name is looked up
    if (!address.matches("[0-9]+(\\.[0-9]+){3}|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*")) {
      return Optional.empty();
    }
    try {
      InetAddress parsed = InetAddress.getByName(address);
      int most = parsed.getAddress().length * 8;
      String bits = slash < 0 ? String.valueOf(most) : text.substring(slash + 1);
      return bits.matches("\\d{1,3}") && Integer.parseInt(bits) <= most
          ? Optional.of(new Network(parsed, Integer.parseInt(bits)))
          : Optional.empty();
    } catch (UnknownHostException e) {
      return Optional.empty();
    }
  }
}
