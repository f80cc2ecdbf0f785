package org.zhili.resources.imports;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.zhili.resources.seen.Seen;

/**
 * How a sheet is sent.
 *
 * @param dryRun nothing is to be written
 * @param key what tells that it is the same request again
 * @param seen the tag of what a dry run said, or {@code *}; empty when it may end as it will
 */
public record Sending(boolean dryRun, Optional<String> key, Optional<String> seen) {
  /** As headers and parameters say. */
  public static Sending of(String dryRun, @Nullable String key, @Nullable String ifMatch) {
    return new Sending(
        dryRun.equals("true"), Optional.ofNullable(key), Seen.of(ifMatch, null).tag());
  }

  /** Whether the caller has seen another outcome than this. */
  boolean hasSeenAnother(String outcome) {
    return seen.filter(tag -> !tag.equals("*") && !tag.equals(outcome)).isPresent();
  }
}
