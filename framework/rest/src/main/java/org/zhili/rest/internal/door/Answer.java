package org.zhili.rest.internal.door;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.zhili.rest.internal.json.StrictJson;
import org.zhili.rest.internal.problem.CallerLanguage;
import org.zhili.rest.internal.problem.Problem;
import org.zhili.rest.internal.problem.Refusal;
import org.zhili.text.Language;

/** Answers that no resource gives. */
public final class Answer {
  static final String TEXT = "text/plain";

  /** What every answer tells a browser. A resource may say otherwise about its own. */
  public static final Map<String, String> HEADERS =
      Map.of(
          "X-Content-Type-Options", "nosniff",
          "Referrer-Policy", "no-referrer",
          "Cache-Control", "no-store",
          "Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");

  private static final JsonMapper MAPPER = StrictJson.mapper();

  private Answer() {}

  static void prepare(HttpServletResponse response) {
    HEADERS.forEach(response::setHeader);
  }

  /** Refuse a request that nothing was answered to. */
  public static void refuse(
      HttpServletRequest request, HttpServletResponse response, Problem problem)
      throws IOException {
    prepare(response);
    status(response, problem.status());
    if (problem.endsConnection()) {
      response.setHeader("Connection", "close");
    }
    write(
        response,
        Problem.MEDIA_TYPE,
        problem.toldIn(
            CallerLanguage.of(request.getHeader("Accept-Language")),
            Optional.of(request.getRequestURI())));
  }

  /**
   * Tell a script what is missing, a sentence a line in its language; nothing, when all is well.
   */
  static void tell(HttpServletRequest request, HttpServletResponse response, List<Refusal> missing)
      throws IOException {
    Language language = CallerLanguage.of(request.getHeader("Accept-Language"));
    missing.stream().findFirst().ifPresent(first -> status(response, first.status()));
    String lines =
        missing.stream()
            .map(part -> part.words().in(language) + "\n")
            .collect(Collectors.joining());
    write(response, TEXT + ";charset=utf-8", lines.getBytes(StandardCharsets.UTF_8));
  }

  private static void status(HttpServletResponse response, int status) {
    response.setStatus(status);
    if (status == HttpServletResponse.SC_SERVICE_UNAVAILABLE) {
      response.setHeader("Retry-After", "5");
    }
  }

  static void write(HttpServletResponse response, String type, Object answer) throws IOException {
    write(response, type, bytes(answer));
  }

  private static void write(HttpServletResponse response, String type, byte[] bytes)
      throws IOException {
    response.setContentType(type);
    response.setContentLength(bytes.length);
    response.getOutputStream().write(bytes);
  }

  /** An answer as JSON in UTF-8. */
  public static byte[] bytes(Object answer) {
    try {
      return MAPPER.writeValueAsString(answer).getBytes(StandardCharsets.UTF_8);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
