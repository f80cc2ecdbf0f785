package org.zhili.rest.internal.problem;

import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.zhili.text.Language;
import org.zhili.text.Text;
import org.zhili.text.Wording;
import org.zhili.text.Words;

/** Why the runtime refuses, each with its status and stable code; the words lie beside it. */
public enum Refusal {
  MALFORMED(400, 5001),
  MALFORMED_JSON(400, 5002),
  MISFITTING_JSON(400, 5003),
  UNKNOWN_FIELD(400, 5004),
  EMPTY_BODY(400, 5005),
  MALFORMED_PARAMETER(400, 5006),
  INVALID(400, 5007),
  NOT_LOGGED_IN(401, 5008),
  FORBIDDEN(403, 5009),
  NO_RULE(403, 5010),
  NOT_FOUND(404, 5011),
  METHOD_NOT_ALLOWED(405, 5012),
  NOT_ACCEPTABLE(406, 5013),
  TOO_LARGE(413, 5014),
  UNSUPPORTED_TYPE(415, 5015),
  ENCODED_BODY(415, 5016),
  FAILED(500, 5017),
  STARTING(503, 5018),
  NO_AUTHENTICATOR(503, 5019),
  OTHER(400, 5020),
  NO_TOWN(503, 5022),
  LONG_HEAD(431, 5023);

  private static final Words WORDS = Words.beside(Refusal.class);

  private final int status;
  private final String code;

  Refusal(int status, int number) {
    this.status = status;
    this.code = "ZL-" + number;
  }

  public int status() {
    return status;
  }

  public String code() {
    return code;
  }

  /** The refusal that says best what this status means. */
  public static Refusal of(int status) {
    return switch (status) {
      case 400 -> MALFORMED;
      case 401 -> NOT_LOGGED_IN;
      case 403 -> FORBIDDEN;
      case 404 -> NOT_FOUND;
      case 405 -> METHOD_NOT_ALLOWED;
      case 406 -> NOT_ACCEPTABLE;
      case 413 -> TOO_LARGE;
      case 414, 431 -> LONG_HEAD;
      case 415 -> UNSUPPORTED_TYPE;
      case 500 -> FAILED;
      default -> OTHER;
    };
  }

  public Problem problem(String... arguments) {
    return problem(status, List.of(), Optional.empty(), arguments);
  }

  /** The problem with everything that is wrong with the request. */
  public Problem problem(List<Violation> violations, String... arguments) {
    return problem(status, violations, Optional.empty(), arguments);
  }

  /** The problem with what to look for in the log. */
  public Problem referring(String reference) {
    return problem(status, List.of(), Optional.of(reference), reference);
  }

  /** The problem under a status of its own. */
  public Problem withStatus(int other) {
    return problem(other, List.of(), Optional.empty(), String.valueOf(other));
  }

  private Problem problem(
      int shown, List<Violation> violations, Optional<String> reference, String... arguments) {
    Wording wording = words(arguments);
    return new Problem(
        "about:blank",
        title(shown),
        shown,
        code,
        wording.in(Language.ZH),
        wording,
        Optional.empty(),
        violations,
        reference);
  }

  /** The sentence in both languages. */
  public Wording words(String... arguments) {
    return words(Text.of("rest." + name().toLowerCase(Locale.ROOT), arguments));
  }

  /** Words that lie beside the refusals'. */
  public static Wording words(Text text) {
    return WORDS.render(text);
  }

  private static String title(int status) {
    return Optional.ofNullable(Response.Status.fromStatusCode(status))
        .map(Response.Status::getReasonPhrase)
        .orElse("Error");
  }
}
