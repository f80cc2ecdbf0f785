package org.zhili.rest.internal.engine;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.zhili.rest.internal.json.EmptyBody;
import org.zhili.rest.internal.json.UnreadableBody;
import org.zhili.rest.internal.problem.Problem;
import org.zhili.rest.internal.problem.Refusal;
import org.zhili.rest.internal.problem.Violation;
import org.zhili.text.Text;
import org.zhili.text.Wording;

/**
 * Turns what went wrong with a body into an answer; never repeats what a caller wrote at length.
 */
final class Answers {
  private static final int LONGEST_ECHO = 100;

  private Answers() {}

  static Response of(Problem problem) {
    return Response.status(problem.status())
        .header("Connection", problem.endsConnection() ? "close" : null)
        .type(Problem.MEDIA_TYPE)
        .entity(problem)
        .build();
  }

  /** The answer to a body that could not be taken, wherever in the chain of causes that is said. */
  static Optional<Response> toBody(Throwable failure) {
    Optional<Problem> problem =
        cause(failure, TooLargeBody.class)
            .map(large -> Refusal.TOO_LARGE.problem(String.valueOf(large.limit())))
            .or(() -> cause(failure, EmptyBody.class).map(e -> Refusal.EMPTY_BODY.problem()))
            .or(() -> cause(failure, UnreadableBody.class).map(body -> problem(body.reason())));
    return problem.map(Answers::of);
  }

  static <T extends Throwable> Optional<T> cause(Throwable failure, Class<T> type) {
    return Stream.<Throwable>iterate(failure, e -> e != null, Throwable::getCause)
        .filter(type::isInstance)
        .map(type::cast)
        .findFirst();
  }

  private static Problem problem(JacksonException reason) {
    if (reason instanceof UnrecognizedPropertyException unknown) {
      String field = field(unknown);
      String name = cut(unknown.getPropertyName());
      Wording words = Refusal.UNKNOWN_FIELD.words(name);
      return Refusal.UNKNOWN_FIELD.problem(List.of(new Violation(field, words)), name);
    }
    Optional<JacksonException> syntax =
        cause(reason, JsonParseException.class)
            .<JacksonException>map(e -> e)
            .or(() -> cause(reason, StreamConstraintsException.class));
    if (syntax.isPresent()) {
      JsonLocation where = syntax.get().getLocation();
      return Refusal.MALFORMED_JSON.problem(
          String.valueOf(where == null ? 1 : where.getLineNr()),
          String.valueOf(where == null ? 1 : where.getColumnNr()));
    }
    String field = reason instanceof JsonMappingException mapping ? field(mapping) : "";
    return Refusal.MISFITTING_JSON.problem(
        List.of(new Violation(field, expected(reason))), field.isEmpty() ? "JSON" : field);
  }

  /** Where in the body: {@code items[2].name}. */
  private static String field(JsonMappingException reason) {
    String path =
        reason.getPath().stream()
            .map(
                step ->
                    step.getFieldName() == null
                        ? "[" + step.getIndex() + "]"
                        : "." + step.getFieldName())
            .collect(Collectors.joining());
    return cut(path.startsWith(".") ? path.substring(1) : path);
  }

  /** What would have fitted, where that can be said in a word. */
  private static Wording expected(JacksonException reason) {
    if (reason instanceof InvalidFormatException format
        && format.getTargetType() != null
        && format.getTargetType().isEnum()) {
      String values =
          Arrays.stream(format.getTargetType().getEnumConstants())
              .map(String::valueOf)
              .collect(Collectors.joining(", "));
      return Refusal.words(Text.of("rest.value-of", cut(values)));
    }
    return Refusal.words(Text.of("rest.value"));
  }

  static String cut(String text) {
    return text.length() <= LONGEST_ECHO ? text : text.substring(0, LONGEST_ECHO) + "…";
  }
}
