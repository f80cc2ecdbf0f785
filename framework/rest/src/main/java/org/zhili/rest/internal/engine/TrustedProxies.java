package org.zhili.rest.internal.engine;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The proxies in front of the town. Only what they write into {@code X-Forwarded-For} is believed:
 * anybody else could write there whom they like.
 */
public record TrustedProxies(List<Network> networks) {
  public static final TrustedProxies NONE = new TrustedProxies(List.of());

  public TrustedProxies {
    networks = List.copyOf(networks);
  }

  /** As it is written in a setting. */
  public String text() {
    return networks.stream()
        .map(network -> network.first.text() + "/" + network.bits)
        .collect(Collectors.joining(", "));
  }

  /**
   * Addresses that begin alike.
   *
   * @param first the bits they begin with, as an address
   * @param bits how many
   */
  public record Network(Literal first, int bits) {
    private static final Pattern FORM = Pattern.compile("([^/]+)(?:/(\\d{1,3}))?");

    /** A network so wide takes the whole world for a proxy. */
    private static final int WIDEST = 8;

    /** Read an address, or an address and how many of its bits count: {@code 10.1.0.0/16}. */
    public static Optional<Network> of(String text) {
      Matcher form = FORM.matcher(text);
      if (!form.matches()) {
        return Optional.empty();
      }
      Optional<Literal> first = Literal.of(form.group(1));
      return first
          .map(
              address ->
                  new Network(
                      address,
                      form.group(2) == null ? address.bits() : Integer.parseInt(form.group(2))))
          .filter(network -> network.bits >= WIDEST && network.bits <= network.first.bits());
    }

    boolean has(Literal address) {
      int rest = address.bits() - bits;
      return address.bits() == first.bits()
          && address.number().shiftRight(rest).equals(first.number().shiftRight(rest));
    }
  }

  /** An address in figures; IPv4 inside IPv6 is IPv4. */
  public record Literal(String text, int bits, BigInteger number) {
    /** Nothing a name server would be asked about. */
    private static final Pattern FORM =
        Pattern.compile(
            "(?:(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)(?:\\.(?!$)|$)){4}"
                + "|[0-9a-fA-F:.]{0,44}:[0-9a-fA-F:.]{0,44}");

    static Optional<Literal> of(String text) {
      if (!FORM.matcher(text).matches()) {
        return Optional.empty();
      }
      try {
        InetAddress address = InetAddress.getByName(text);
        byte[] bytes = address.getAddress();
        return Optional.of(
            new Literal(address.getHostAddress(), bytes.length * 8, new BigInteger(1, bytes)));
      } catch (UnknownHostException e) {
        return Optional.empty();
      }
    }
  }

  /**
   * Who called: the last in the header that is no trusted proxy.
   *
   * @param remote who opened the connection
   * @param forwarded the headers {@code X-Forwarded-For} in their order
   */
  public String caller(String remote, List<String> forwarded) {
    String caller = remote;
    List<String> hops = new ArrayList<>();
    forwarded.forEach(header -> hops.addAll(Arrays.asList(header.split(",", -1))));
    for (int i = hops.size() - 1; i >= 0 && trusts(caller); i--) {
      Optional<Literal> before = Literal.of(withoutPort(hops.get(i).strip()));
      if (before.isEmpty()) {
        break;
      }
      caller = before.get().text();
    }
    return caller;
  }

  /** Whether this address is a proxy's, whose headers are believed. */
  public boolean trusts(String address) {
    return Literal.of(withoutZone(address))
        .filter(literal -> networks.stream().anyMatch(network -> network.has(literal)))
        .isPresent();
  }

  /** Some proxies write {@code 192.0.2.1:4711} or {@code [2001:db8::1]:4711}. */
  private static String withoutPort(String hop) {
    if (hop.startsWith("[")) {
      return hop.substring(1, Math.max(1, hop.indexOf(']')));
    }
    boolean port = hop.indexOf(':') > 0 && hop.indexOf(':') == hop.lastIndexOf(':');
    return port ? hop.substring(0, hop.indexOf(':')) : hop;
  }

  private static String withoutZone(String address) {
    int zone = address.indexOf('%');
    return zone < 0 ? address : address.substring(0, zone);
  }
}
