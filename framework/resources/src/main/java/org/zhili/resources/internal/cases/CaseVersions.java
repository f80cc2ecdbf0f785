package org.zhili.resources.internal.cases;

import jakarta.ws.rs.core.EntityTag;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.zhili.casework.CaseFile;
import org.zhili.resources.internal.Trouble;

/** The version of a case as the ETag it comes with, and back. */
final class CaseVersions {
  private static final Pattern TAG = Pattern.compile("(?:W/)?\"(\\d{1,18})(?:--gzip)?\"");

  private CaseVersions() {}

  static EntityTag tag(CaseFile file) {
    return new EntityTag(Long.toString(file.version()));
  }

  /** The version a caller looked at; empty when any will do. */
  static OptionalLong ifMatch(Optional<String> header) {
    if (header.isEmpty() || header.get().equals("*")) {
      return OptionalLong.empty();
    }
    Matcher tag = TAG.matcher(header.get());
    if (!tag.matches()) {
      throw Trouble.MALFORMED_VERSION.problem(shown(header.get()));
    }
    return OptionalLong.of(Long.parseLong(tag.group(1)));
  }

  private static String shown(String text) {
    return text.length() <= 40 ? text : text.substring(0, 40);
  }
}
