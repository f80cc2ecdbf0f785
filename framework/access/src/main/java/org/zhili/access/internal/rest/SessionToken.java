package org.zhili.access.internal.rest;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The token of a session, as programs and browsers send it. Over TLS a browser's cookie has a name
 * that no other host and no line without TLS can set, and only a cookie of that name is believed.
 */
public final class SessionToken {
  /** Where a browser keeps it: no script reads it, and no other site's page has it sent. */
  static final String COOKIE = "zhili-session";

  /** The same, over TLS. */
  static final String SECURE_COOKIE = "__Host-" + COOKIE;

  private static final String SCHEME = "bearer ";

  private SessionToken() {}

  /** What a request brought; a header counts more than a cookie. */
  public static Optional<String> of(HttpServletRequest request) {
    String authorization = request.getHeader("Authorization");
    return authorization == null ? ofBrowser(request) : bearer(authorization);
  }

  /**
   * The same, where nobody knows which proxies to trust. A header that tells of TLS is believed of
   * anybody, as it only takes the plain cookie away.
   */
  public static Optional<String> ofReader(HttpServletRequest request) {
    String authorization = request.getHeader("Authorization");
    return authorization == null
        ? cookie(request, SECURE_COOKIE)
            .or(() -> mayBeSecure(request) ? Optional.empty() : cookie(request, COOKIE))
        : bearer(authorization);
  }

  private static boolean mayBeSecure(HttpServletRequest request) {
    return request.isSecure()
        || Collections.list(request.getHeaders("X-Forwarded-Proto")).stream()
            .anyMatch(header -> header.toLowerCase(Locale.ROOT).contains("https"));
  }

  /** What a request brought in its cookie. */
  static Optional<String> ofBrowser(HttpServletRequest request) {
    return cookie(request, name(request.isSecure()));
  }

  private static Optional<String> cookie(HttpServletRequest request, String name) {
    return Stream.ofNullable(request.getCookies())
        .flatMap(Arrays::stream)
        .filter(cookie -> cookie.getName().equals(name))
        .map(Cookie::getValue)
        .findFirst();
  }

  /** The name of the cookie. */
  static String name(boolean secure) {
    return secure ? SECURE_COOKIE : COOKIE;
  }

  /** The token in a header such as {@code Authorization: Bearer …}. */
  static Optional<String> bearer(String authorization) {
    return authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
        ? Optional.of(authorization.substring(SCHEME.length()).strip())
        : Optional.empty();
  }

  /**
   * The header {@code Set-Cookie} that has a browser keep it until it is closed. Jakarta REST knows
   * a type for it, but not every engine writes its {@code SameSite}.
   *
   * @param secure whether it is sent over TLS alone
   */
  static String cookie(String token, boolean secure) {
    return name(secure)
        + "="
        + token
        + "; Path=/; HttpOnly; SameSite=Strict"
        + (secure ? "; Secure" : "");
  }

  /** The header that takes it away. */
  static String gone(boolean secure) {
    return cookie("", secure) + "; Max-Age=0";
  }
}
