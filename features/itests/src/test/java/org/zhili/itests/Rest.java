package org.zhili.itests;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** A town's REST interface, as one caller sees it. */
final class Rest {
  private static final String JSON_BODY = "application/json";
  private static final HttpClient HTTP =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  private static final ObjectMapper JSON = new ObjectMapper();

  private final int port;
  private final Optional<String> token;

  private Rest(int port, Optional<String> token) {
    this.port = port;
    this.token = token;
  }

  /** A caller who has not logged in. */
  static Rest anonymous(int port) {
    return new Rest(port, Optional.empty());
  }

  /** The same town, with the token of a session. */
  Rest with(String session) {
    return new Rest(port, Optional.of(session));
  }

  /** What the town answered. */
  record Answer(String request, int status, HttpHeaders headers, String body) {
    JsonNode json() {
      try {
        return JSON.readTree(body);
      } catch (JsonProcessingException e) {
        throw new AssertionError(this + " is no JSON", e);
      }
    }

    /** Fail unless it is one with this status. */
    Answer expect(int wanted) {
      if (status != wanted) {
        throw new AssertionError("expected " + wanted + ", got " + this);
      }
      return this;
    }

    @Override
    public String toString() {
      return status + " to " + request + ": " + body;
    }
  }

  Answer get(String path) {
    return send("GET", path, BodyPublishers.noBody());
  }

  Answer delete(String path) {
    return send("DELETE", path, BodyPublishers.noBody());
  }

  Answer post(String path) {
    return send("POST", path, BodyPublishers.noBody());
  }

  Answer post(String path, String json) {
    return send("POST", path, BodyPublishers.ofString(json));
  }

  /** The same for what would be done again when it is sent again. */
  Answer once(String path, String json) {
    HttpRequest.Builder request = begun(path, JSON_BODY);
    request.header("Idempotency-Key", UUID.randomUUID().toString());
    return send("POST", path, request, BodyPublishers.ofString(json));
  }

  Answer post(String path, String mediaType, String body) {
    return send("POST", path, mediaType, BodyPublishers.ofString(body));
  }

  /** Upload a file. */
  Answer post(String path, Path file) {
    try {
      return send("POST", path, "application/octet-stream", BodyPublishers.ofFile(file));
    } catch (FileNotFoundException e) {
      throw new UncheckedIOException(e);
    }
  }

  Answer put(String path, String json) {
    return send("PUT", path, BodyPublishers.ofString(json));
  }

  /** Read what must be there. */
  JsonNode read(String path) {
    return get(path).expect(200).json();
  }

  /** Follow an answer that goes on, line by line; it must begin within some seconds. */
  HttpResponse<Stream<String>> follow(String path) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address(path))
            .timeout(Duration.ofSeconds(30))
            .header("Accept", "text/event-stream");
    token.ifPresent(session -> request.header("Authorization", "Bearer " + session));
    try {
      return HTTP.send(request.build(), BodyHandlers.ofLines());
    } catch (IOException e) {
      throw new UncheckedIOException(path + ": " + e, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  private URI address(String path) {
    return URI.create("http://127.0.0.1:" + port + "/api" + path);
  }

  private Answer send(String method, String path, BodyPublisher body) {
    return send(method, path, JSON_BODY, body);
  }

  private Answer send(String method, String path, String mediaType, BodyPublisher body) {
    return send(method, path, begun(path, mediaType), body);
  }

  private HttpRequest.Builder begun(String path, String mediaType) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address(path))
            .timeout(Duration.ofSeconds(30))
            .header("Content-Type", mediaType);
    token.ifPresent(session -> request.header("Authorization", "Bearer " + session));
    return request;
  }

  private static Answer send(
      String method, String path, HttpRequest.Builder request, BodyPublisher body) {
    request.method(method, body);
    try {
      HttpResponse<String> response = HTTP.send(request.build(), BodyHandlers.ofString());
      return new Answer(
          method + " " + path, response.statusCode(), response.headers(), response.body());
    } catch (IOException e) {
      throw new UncheckedIOException(method + " " + path + ": " + e, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
