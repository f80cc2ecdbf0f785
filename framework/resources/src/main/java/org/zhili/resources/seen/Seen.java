package org.zhili.resources.seen;

import jakarta.ws.rs.core.EntityTag;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.zhili.resources.internal.Fingerprint;
import org.zhili.resources.internal.Trouble;

/**
 * What a caller who changes something has seen of it, by {@code If-Match} and {@code
 * If-None-Match}. Whoever replaces what is there must have seen it, so that nobody undoes
 * unknowingly what another did.
 *
 * @param tag the ETag of what was seen; {@code *} for whatever is there
 * @param nothing the caller wants to be the first
 */
public record Seen(Optional<String> tag, boolean nothing) {
  private static final Pattern TAG = Pattern.compile("(?:W/)?\"([0-9a-f]{1,64})(?:--gzip)?\"");
  private static final String ANY = "*";

  /** Read it from the headers of a request. */
  public static Seen of(@Nullable String ifMatch, @Nullable String ifNoneMatch) {
    return new Seen(
        Optional.ofNullable(ifMatch).map(Seen::tag),
        Optional.ofNullable(ifNoneMatch).filter(ANY::equals).isPresent());
  }

  private static String tag(String header) {
    var tag = TAG.matcher(header);
    if (header.equals(ANY)) {
      return ANY;
    } else if (!tag.matches()) {
      throw Trouble.MALFORMED_TAG.problem(header.substring(0, Math.min(header.length(), 40)));
    }
    return tag.group(1);
  }

  /** The ETag of what is shown. */
  public static EntityTag tag(Record view) {
    return new EntityTag(Fingerprint.of(view).substring(0, 32));
  }

  /** Refuse the change unless the caller has seen what is there now. */
  public void check(Optional<? extends Record> present) {
    boolean same =
        present.isPresent()
            && tag.filter(t -> t.equals(ANY) || t.equals(tag(present.get()).getValue()))
                .isPresent();
    if (present.isPresent() && tag.isEmpty() && !nothing) {
      throw Trouble.UNSEEN.problem();
    }
    if (present.isPresent() ? nothing || !same : tag.isPresent()) {
      throw Trouble.SEEN_ANOTHER.problem();
    }
  }
}
