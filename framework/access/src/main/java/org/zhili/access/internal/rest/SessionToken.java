package org.zhili.access.internal.rest;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The token of a session, as programs and browsers send it. */
public final class SessionToken {
  /** Where a browser keeps it: no script reads it, and no other site's page has it sent. */
  public static final String COOKIE = "zhili-session";

  private static final String SCHEME = "bearer ";

  private SessionToken() {}

  /** What a request brought; a header counts more than a cookie. */
  public static Optional<String> of(@Nullable String authorization, @Nullable String cookie) {
    return authorization == null ? Optional.ofNullable(cookie) : bearer(authorization);
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
    return COOKIE
        + "="
        + token
        + "; Path=/; HttpOnly; SameSite=Strict"
        + (secure ? "; Secure" : "");
  }

  /** The header that takes it away. */
  static String gone() {
    return cookie("", false) + "; Max-Age=0";
  }
}
