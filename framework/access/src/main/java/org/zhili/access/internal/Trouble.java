package org.zhili.access.internal;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.zhili.access.internal.passwords.PasswordPolicy.Weakness;
import org.zhili.resources.problem.Problem;
import org.zhili.resources.problem.ProblemException;
import org.zhili.resources.problem.Violation;
import org.zhili.text.Text;
import org.zhili.text.Wording;
import org.zhili.text.Words;

/** Why this module refuses, each with its status and stable code; the words lie beside it. */
public enum Trouble {
  WRONG_LOGIN(401, 3101),
  LOCKED(429, 3102),
  BUSY(503, 3103),
  BAD_TOKEN(401, 3104),
  PASSWORD_MUST_CHANGE(403, 3105),
  WEAK_PASSWORD(422, 3106),
  SAME_PASSWORD(422, 3107),
  WRONG_PASSWORD(403, 3108),
  NAME_TAKEN(409, 3109),
  NO_ACCOUNT(404, 3110),
  LAST_ADMINISTRATOR(409, 3111),
  WRONG_ROLE(422, 3112),
  UNIT_NEEDED(422, 3113),
  WHOLE_CITY_ONLY(403, 3114),
  NOT_LOGGED_IN(401, 3115),
  CONFLICT(409, 3116),
  STORE_AWAY(503, 3117),
  STORE_FAILED(500, 3118),
  MALFORMED_KEY(400, 3119),
  KEY_REUSED(409, 3123),
  UNKNOWN_UNIT(422, 3124),
  UNKNOWN_AREA(422, 3125),
  TOWN_CLOSED(503, 3126),
  FORGED(403, 3127),
  ANOTHER_ACCOUNT(401, 3128),
  AREAS_NEEDED(422, 3129),
  AREAS_UNSAID(422, 3176),
  TOKEN_UNREADABLE(401, 3200),
  TOKEN_ALGORITHM(401, 3201),
  TOKEN_KEY(401, 3202),
  TOKEN_FORGED(401, 3203),
  TOKEN_ISSUER(401, 3204),
  TOKEN_AUDIENCE(401, 3205),
  TOKEN_EXPIRED(401, 3206),
  TOKEN_EARLY(401, 3207),
  TOKEN_TOO_LONG(401, 3208),
  TOKEN_NAMES_NOBODY(401, 3209),
  TOKEN_OF_NO_ACCOUNT(401, 3210),
  TOKEN_KEYS_AWAY(503, 3211),
  TOKEN_ENDED(401, 3212),
  TWO_OF_THREE(422, 3214),
  BUSINESS_TOO(422, 3215),
  OWN_RIGHTS(403, 3216),
  TOKEN_ACCOUNT_LOCKED(401, 3219),
  TOKEN_OF_ANOTHER(401, 3241),
  TOKEN_OF_NO_SUBJECT(401, 3242),
  TOKEN_WITHOUT_SUBJECT(401, 3243),
  SUBJECT_TAKEN(409, 3244),
  NO_ISSUER(422, 3245),
  TOKEN_OF_BEFORE(401, 3246),
  DISPLAY_TOO(422, 3247),
  TOKEN_OF_ADMINISTRATOR(401, 3250);

  private static final Words WORDS = Words.beside(Trouble.class);

  private final int status;
  private final String code;

  Trouble(int status, int number) {
    this.status = status;
    this.code = "ZL-" + number;
  }

  public String code() {
    return code;
  }

  /** The problem it makes, to be thrown. */
  public ProblemException problem(String... arguments) {
    return new ProblemException(told(List.of(), arguments));
  }

  /** The same, about one field of the request. */
  public ProblemException at(String field, String... arguments) {
    Violation violation = new Violation(field, words(arguments));
    return new ProblemException(told(List.of(violation), arguments));
  }

  /** The same, for a request that may be sent again after a while. */
  public ProblemException retryAfter(Duration pause, String... arguments) {
    return ProblemException.retryAfter(told(List.of(), arguments), pause);
  }

  /** What is wrong with a password that somebody chose. */
  public static ProblemException weak(Weakness weakness) {
    Wording why = WORDS.render(Text.of("access.weakness." + weakness.name()));
    Violation violation = new Violation("new", why);
    return new ProblemException(
        Problem.of(WEAK_PASSWORD.status, WEAK_PASSWORD.code, why, List.of(violation)));
  }

  /** The sentence in both languages. */
  public Wording words(String... arguments) {
    return WORDS.render(
        Text.of("access." + name().toLowerCase(Locale.ROOT).replace('_', '-'), arguments));
  }

  private Problem told(List<Violation> violations, String... arguments) {
    return Problem.of(status, code, words(arguments), violations);
  }
}
