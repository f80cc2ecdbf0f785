package org.zhili.resources.problem;

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
 */
public record Problem(
    String type,
    String title,
    int status,
    String code,
    String detail,
    Wording messages,
    Optional<String> instance,
    List<Violation> violations) {
  public Problem {
    violations = List.copyOf(violations);
  }

  /** A problem in Chinese, until somebody knows what the caller reads. */
  public static Problem of(int status, String code, Wording messages, List<Violation> violations) {
    return new Problem(
        "about:blank",
        title(status),
        status,
        code,
        messages.in(Language.ZH),
        messages,
        Optional.empty(),
        violations);
  }

  /** The same for somebody who reads this language and asked for this path. */
  public Problem toldIn(Language language, String path) {
    return new Problem(
        type, title, status, code, messages.in(language), messages, Optional.of(path), violations);
  }

  private static String title(int status) {
    return switch (status) {
      case 400 -> "Bad Request";
      case 401 -> "Unauthorized";
      case 403 -> "Forbidden";
      case 404 -> "Not Found";
      case 409 -> "Conflict";
      case 412 -> "Precondition Failed";
      case 413 -> "Content Too Large";
      case 422 -> "Unprocessable Content";
      case 428 -> "Precondition Required";
      case 429 -> "Too Many Requests";
      case 503 -> "Service Unavailable";
      default -> "Error";
    };
  }
}
