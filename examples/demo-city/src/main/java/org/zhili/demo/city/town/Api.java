package org.zhili.demo.city.town;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The town's REST interface. Thread-safe; each call waits for its answer. */
public final class Api {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Duration PAUSE = Duration.ofMillis(500);

  private final URI base;
  private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
  private final JsonMapper json =
      JsonMapper.builder()
          .addModule(new Jdk8Module())
          .addModule(new JavaTimeModule())
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(
                  JsonInclude.Include.NON_ABSENT, JsonInclude.Include.ALWAYS))
          .build();

  /**
   * Set up.
   *
   * @param base where the paths of the interface begin, ending with a slash
   */
  public Api(URI base) {
    this.base = base;
  }

  /** The address of a path, as one opens it. */
  public String address(String path) {
    return base.resolve(path).toString();
  }

  public <T> T get(String path, Optional<String> token, Class<T> type) throws Refusal {
    return call("GET", path, token, null, type);
  }

  /**
   * Call an operation.
   *
   * @param body sent as JSON, or as it is when it is a file
   * @param type what the answer is read as; {@link Void} when nobody wants to know
   */
  @SuppressWarnings("NullAway") // whoever asks for nothing gets it
  public <T> T call(
      String method, String path, Optional<String> token, @Nullable Object body, Class<T> type)
      throws Refusal {
    HttpResponse<String> answer = send(request(method, path, token, body));
    if (answer.statusCode() >= 300) {
      throw new Refusal(
          answer.statusCode(), method + " " + path, answer.body(), retryAfter(answer));
    }
    if (type == Void.class) {
      return null;
    }
    try {
      return json.readValue(answer.body(), type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(method + " " + path + " answered " + answer.body(), e);
    }
  }

  private HttpRequest request(
      String method, String path, Optional<String> token, @Nullable Object body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(base.resolve(path))
            .timeout(PATIENCE)
            .header("Accept-Language", "en");
    token.ifPresent(value -> request.header("Authorization", "Bearer " + value));
    if (body == null) {
      return request.method(method, BodyPublishers.noBody()).build();
    }
    if (body instanceof byte[] file) {
      return request
          .header("Content-Type", "application/octet-stream")
          .method(method, BodyPublishers.ofByteArray(file))
          .build();
    }
    try {
      return request
          .header("Content-Type", "application/json")
          .method(method, BodyPublishers.ofString(json.writeValueAsString(body)))
          .build();
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("bodies are made of text and numbers", e);
    }
  }

  private HttpResponse<String> send(HttpRequest request) throws Refusal {
    try {
      return http.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new Refusal(Refusal.NO_ANSWER, request.uri().getPath(), String.valueOf(e), PAUSE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Refusal(Refusal.NO_ANSWER, request.uri().getPath(), "interrupted", PAUSE);
    }
  }

  private static Duration retryAfter(HttpResponse<String> answer) {
    return answer
        .headers()
        .firstValue("Retry-After")
        .filter(seconds -> seconds.matches("[0-9]{1,4}"))
        .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
        .orElse(PAUSE);
  }
}
