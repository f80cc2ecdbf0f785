package org.zhili.resources.internal;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.zhili.resources.problem.Problem;
import org.zhili.resources.problem.ProblemException;
import org.zhili.resources.problem.Violation;
import org.zhili.text.Language;
import org.zhili.text.Text;
import org.zhili.text.Wording;
import org.zhili.text.Words;

/** Why a resource refuses, each with its status and stable code; the words lie beside it. */
public enum Trouble {
  NOT_LOGGED_IN(401, 3001),
  NO_UNIT(403, 3002),
  WHOLE_CITY_ONLY(403, 3003),
  MALFORMED_KEY(400, 3004),
  MALFORMED_VERSION(400, 3005),
  MALFORMED_PAGE(400, 3006),
  KEY_REUSED(409, 3007),
  CONFLICT(409, 3008),
  STORE_AWAY(503, 3009),
  UNKNOWN_UNIT(422, 2015),
  REASON_MISSING(422, 2008),
  NETWORK_TAKEN(409, 2030),
  NAME_OF_THE_TOWN(422, 2031),
  FIELD_MISSING(422, 3010),
  FIELD_WRONG(422, 3011),
  UNKNOWN_TYPE(422, 3012),
  UNKNOWN_AREA(422, 3013),
  UNKNOWN_ASSET(422, 3014),
  UNKNOWN_PROGRESS(404, 3015),
  TOO_MANY_LOOKUPS(429, 3016),
  NOT_CLOSED_YET(409, 3017),
  NO_ORDER(404, 3018),
  NO_REVIEW(404, 3019),
  REVIEW_TAKEN(409, 3020),
  OVERRULED_WITHOUT_REASON(422, 3021),
  NO_DEVICE(404, 3022),
  NO_ASSET(404, 3023),
  NO_CREDENTIAL(404, 3024),
  NAME_TAKEN(409, 3025),
  NO_MESSAGE(404, 3026),
  NOT_REPLAYABLE(409, 3027),
  WRONG_PERIOD(422, 3028),
  NOT_GRADED(409, 3029),
  NO_SCORE(404, 3030),
  NO_ALERT(404, 3031),
  MALFORMED_TAG(400, 3032),
  UNSEEN(428, 3033),
  SEEN_ANOTHER(412, 3034),
  MAY_BE_A_REPEAT(428, 3035),
  NOT_URGEABLE(409, 3036),
  NOT_REOPENABLE(409, 3037),
  TOO_MANY_APPEALS(429, 3038),
  TOO_MANY_REPORTS(429, 3039),
  UNKNOWN_MATTER(422, 3040),
  NO_STRANGER(404, 3060),
  NO_SHELF(404, 3061),
  NO_PLUG_IN(404, 3062),
  SHELF_UNCHANGED(409, 3063),
  NO_PAGE(404, 3064),
  NO_LINE(429, 3065),
  NO_ATTACHMENT(404, 3160),
  NOT_A_PHOTO(422, 3161),
  TOO_MANY_PIXELS(413, 3162),
  WRONG_ATTACHMENT(422, 3163),
  TOO_MANY_LOOSE(429, 3164),
  BUSY(503, 3165),
  PHOTO_IN_WORDS(422, 3260),
  NO_GLYPH(409, 3180),
  NOT_SETTABLE(409, 3181),
  IMPORTS_BUSY(503, 3182),
  NOT_A_SHEET(422, 3183),
  SHEET_TOO_LARGE(413, 3184),
  TOO_MANY_ROWS(413, 3185),
  COLUMNS_MISSING(422, 3186),
  COLUMNS_TWICE(422, 3187),
  CELL_FORMULA(422, 3188),
  CELL_DIGITS_LOST(422, 3189),
  CELL_ERROR(422, 3190),
  CELL_MERGED(422, 3191),
  CELL_TOO_LONG(422, 3192),
  CELL_DATE(422, 3193),
  CELL_NUMBER(422, 3194),
  CELL_LEFT_OPEN(422, 3178),
  CELL_ZEROS_LOST(422, 3179),
  ROW_TWICE(422, 3195),
  ROWS_FAULTY(422, 3196),
  EXPORTS_BUSY(503, 3197),
  PRINTS_BUSY(503, 3198),
  NO_SETTINGS(404, 3140),
  NO_SETTINGS_OF(404, 3141),
  SETTING_REFUSED(422, 3142),
  SETTING_TWICE(422, 3143),
  NOT_SET_ASIDE(404, 3144),
  NO_SUCH_PLUG_IN(404, 1390),
  NO_PART(404, 3220),
  DRAFT_FAULTY(422, 3221),
  EDITION_BACKDATED(422, 3222),
  EDITION_BEFORE_ANOTHER(422, 3223),
  EDITION_SAME(422, 3224),
  TOO_LONG_AGO(422, 3225),
  TOO_MANY_CASES(422, 3226),
  PREVIEW_TAKEN(503, 3227),
  NO_EDITION(404, 3228),
  OUTCOME_DIFFERS(412, 3229),
  GUESSABLE_KEY(400, 3230),
  IMPORT_WITHOUT_KEY(428, 3231),
  TYPE_TAKEN(409, 3235),
  TYPE_OF_A_MODULE(422, 3236),
  DAY_FAR_OFF(422, 3237),
  CALENDAR_YEAR_LOST(422, 3238),
  OPEN_ELSEWHERE(409, 3265),
  PEOPLE_NOT_SOUGHT(403, 3270),
  NOT_IN_AREA(422, 3271),
  WORDS_NOT_SOUGHT(403, 3272);

  private static final Words WORDS = Words.beside(Trouble.class);

  private final int status;
  private final String code;

  Trouble(int status, int number) {
    this.status = status;
    this.code = "ZL-" + number;
  }

  /** The problem it makes, to be thrown. */
  public ProblemException problem(String... arguments) {
    return new ProblemException(told(List.of(), arguments));
  }

  /** The same, about something that has words of its own: a reason, or an action. */
  public ProblemException because(Wording what) {
    return new ProblemException(Problem.of(status, code, words(List.of(what)), List.of()));
  }

  /** The same, for several reasons, each of which has a sentence of its own. */
  public ProblemException because(String field, List<Wording> sentences) {
    return because(Collections.nCopies(sentences.size(), field), sentences);
  }

  /** The same, each about a field of its own. */
  public ProblemException because(List<String> fields, List<Wording> sentences) {
    Wording all = new Wording(joined(sentences, Language.ZH), joined(sentences, Language.EN));
    List<Violation> each =
        IntStream.range(0, fields.size())
            .mapToObj(i -> new Violation(fields.get(i), sentences.get(i)))
            .toList();
    return new ProblemException(Problem.of(status, code, words(List.of(all)), each));
  }

  private static String joined(List<Wording> sentences, Language language) {
    return sentences.stream()
        .map(sentence -> sentence.in(language))
        .collect(Collectors.joining(language == Language.ZH ? "" : " "));
  }

  /** The same, about one field of the request, in words that are of two languages themselves. */
  public ProblemException at(String field, List<Wording> arguments) {
    Wording messages = words(arguments);
    return new ProblemException(
        Problem.of(status, code, messages, List.of(new Violation(field, messages))));
  }

  /** The same, about one field of the request. */
  public ProblemException at(String field, String... arguments) {
    Violation violation = new Violation(field, WORDS.render(text(arguments)));
    return new ProblemException(told(List.of(violation), arguments));
  }

  /** The same, about a field whose fault has words of its own. */
  ProblemException about(String field, String reason, String... arguments) {
    Wording why = WORDS.render(Text.of("resources.field." + reason, arguments));
    Wording messages = words(List.of(Wording.same(field), why));
    return new ProblemException(
        Problem.of(status, code, messages, List.of(new Violation(field, why))));
  }

  /** The same, for a request that may be sent again after a while. */
  public ProblemException retryAfter(Duration pause, String... arguments) {
    return ProblemException.retryAfter(told(List.of(), arguments), pause);
  }

  public String code() {
    return code;
  }

  /** A sentence beside those of troubles, by the last part of its key. */
  public static Wording words(String key, String... arguments) {
    return WORDS.render(Text.of("resources." + key, arguments));
  }

  /** The same, about what is of two languages itself. */
  public static Wording words(String key, List<Wording> arguments) {
    return new Wording(
        words(key, told(arguments, Language.ZH)).zh(),
        words(key, told(arguments, Language.EN)).en());
  }

  private static String[] told(List<Wording> arguments, Language language) {
    return arguments.stream().map(words -> words.in(language)).toArray(String[]::new);
  }

  Text text(String... arguments) {
    return Text.of("resources." + name().toLowerCase(Locale.ROOT).replace('_', '-'), arguments);
  }

  private Wording words(List<Wording> arguments) {
    return new Wording(words(arguments, Language.ZH), words(arguments, Language.EN));
  }

  private String words(List<Wording> arguments, Language language) {
    return WORDS.render(text(told(arguments, language)), language);
  }

  private Problem told(List<Violation> violations, String... arguments) {
    return Problem.of(status, code, WORDS.render(text(arguments)), violations);
  }
}
