package org.zhili.rest.internal.problem;

import java.util.List;
import java.util.Optional;
import org.zhili.text.Language;
import org.zhili.text.Wording;

/**
 * Why a request was refused, as {@code application/problem+json} (RFC 9457).
 *
 * @param title the name of the status
 * @param code stable, {@code ZL-nnnn}
 * @param detail one sentence that names cause and remedy, in the caller's language
 * @param messages the same sentence in both languages
 * @param instance the path that was asked for
 * @param reference what to look for in the log, when the fault is ours
 */
public record Problem(
    String type,
    String title,
    int status,
    String code,
    String detail,
    Wording messages,
    Optional<String> instance,
    List<Violation> violations,
    Optional<String> reference) {
  public static final String MEDIA_TYPE = "application/problem+json";

  public Problem {
    violations = List.copyOf(violations);
  }

  /**
   * Whether nobody reads the rest of the request, so that its connection is of no more use: a
   * caller who is not told sends the next request into a connection that is being closed.
   */
  public boolean endsConnection() {
    return status == 413;
  }

  /** The same for somebody who reads this language and asked for this path. */
  public Problem toldIn(Language language, Optional<String> path) {
    return new Problem(
        type, title, status, code, messages.in(language), messages, path, violations, reference);
  }
}
