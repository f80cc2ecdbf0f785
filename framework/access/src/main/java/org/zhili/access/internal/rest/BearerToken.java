package org.zhili.access.internal.rest;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The token in a header such as {@code Authorization: Bearer …}. */
final class BearerToken {
  private static final String SCHEME = "bearer ";

  private BearerToken() {}

  static Optional<String> of(@Nullable String header) {
    return Optional.ofNullable(header)
        .filter(given -> given.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
        .map(given -> given.substring(SCHEME.length()).strip());
  }
}
