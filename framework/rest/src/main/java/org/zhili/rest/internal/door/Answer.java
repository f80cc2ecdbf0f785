package org.zhili.rest.internal.door;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.zhili.rest.internal.json.StrictJson;
import org.zhili.rest.internal.problem.CallerLanguage;
import org.zhili.rest.internal.problem.Problem;

/** Answers that no resource gives. */
public final class Answer {
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
    response.setStatus(problem.status());
    if (problem.status() == HttpServletResponse.SC_SERVICE_UNAVAILABLE) {
      response.setHeader("Retry-After", "5");
    }
    write(
        response,
        Problem.MEDIA_TYPE,
        problem.toldIn(
            CallerLanguage.of(request.getHeader("Accept-Language")),
            Optional.of(request.getRequestURI())));
  }

  static void write(HttpServletResponse response, String type, Object answer) throws IOException {
    byte[] bytes = bytes(answer);
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
