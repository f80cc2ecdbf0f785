package org.zhili.resources.security;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The network a request comes from, as far as attempts and look-ups are counted. */
public final class RemoteNetwork {
  private static final Pattern LITERAL =
      Pattern.compile(
          "(?:(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)(?:\\.(?!$)|$)){4}"
              + "|[0-9a-fA-F:.]{0,44}:[0-9a-fA-F:.]{0,44}(%.{1,20})?");

  private static final String UNKNOWN = "unknown";

  private RemoteNetwork() {}

  /** Name it; one subscriber has a whole /64 of IPv6 addresses, and is one network. */
  public static String of(@Nullable String address) {
    return of(address, 8);
  }

  /** Name what it is part of: a /48 of IPv6, which is as much as one site may have. */
  public static String site(@Nullable String address) {
    return of(address, 6);
  }

  private static String of(@Nullable String address, int bytes) {
    if (address == null || !isLiteral(address)) {
      return UNKNOWN;
    }
    try {
      InetAddress parsed = InetAddress.getByName(address);
      return parsed instanceof Inet6Address
          ? HexFormat.of().formatHex(Arrays.copyOf(parsed.getAddress(), bytes))
          : parsed.getHostAddress();
    } catch (UnknownHostException e) {
      return UNKNOWN;
    }
  }

  /** Whether it is an address in figures: nothing a name server would be asked about. */
  static boolean isLiteral(String address) {
    return LITERAL.matcher(address).matches();
  }
}
