package org.zhili.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.zhili.device.DeviceAccounts.Credentials;

/** A running town, as one of its administrators sees it over REST. */
final class TownClient {
  private static final String PASSWORD = "Bench-City-2026-measures!";

  private final HttpClient http = HttpClient.newHttpClient();
  private final ObjectMapper json = new ObjectMapper();
  private final String base;
  private final String name;
  private final String token;

  /** A case that was dispatched, about the bin at this address. */
  record Dispatched(String id, String address) {}

  /**
   * Log in, the first time with the one-time password in the town's folder.
   *
   * @param options {@code --town} its address, {@code --home} its folder, {@code --as} whom
   */
  TownClient(Options options) throws IOException, InterruptedException {
    base = options.text("town", "http://127.0.0.1:8181/api");
    name = options.text("as", "admin");
    Optional<String> known = login(PASSWORD);
    if (known.isPresent()) {
      token = known.get();
      return;
    }
    Path logins = Path.of(options.text("home", "."), "data", "first-logins.txt");
    String once =
        Files.readAllLines(logins).stream()
            .filter(line -> line.startsWith(name + " "))
            .map(line -> line.substring(name.length() + 1).strip())
            .findFirst()
            .orElseThrow(() -> new IOException("no password of " + name + " in " + logins));
    String guest =
        login(once).orElseThrow(() -> new IOException("the town does not let " + name + " in"));
    JsonNode change = json.valueToTree(Map.of("old", once, "new", PASSWORD));
    expect(2, send("POST", "session/password", Optional.of(change), Optional.of(guest)));
    token = login(PASSWORD).orElseThrow(() -> new IOException("the new password is not taken"));
  }

  private Optional<String> login(String password) throws IOException, InterruptedException {
    JsonNode body = json.valueToTree(Map.of("name", name, "password", password));
    HttpResponse<byte[]> answer = send("POST", "session", Optional.of(body), Optional.empty());
    return answer.statusCode() / 100 == 2
        ? Optional.of(json.readTree(answer.body()).path("token").asText())
        : Optional.empty();
  }

  /** Messages stored since the town was started. */
  long stored() throws IOException, InterruptedException {
    return get("status").path("messages").path("stored").asLong();
  }

  /** A new secret for a gateway, which may speak for every bin. */
  Credentials gateway(String name) throws IOException, InterruptedException {
    JsonNode made =
        body(send("POST", "gateways/" + name + "/credential", Optional.empty(), held()));
    return new Credentials(made.path("username").asText(), made.path("password").asText());
  }

  /** Bring a workbook, and say what became of it, or would. */
  JsonNode bring(String list, boolean dryRun, byte[] book)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + "/imports/" + list + "?dryRun=" + dryRun))
            .header("Content-Type", "application/octet-stream")
            .header("Idempotency-Key", UUID.randomUUID().toString())
            .header("Authorization", "Bearer " + token)
            .POST(BodyPublishers.ofByteArray(book));
    return body(http.send(request.build(), BodyHandlers.ofByteArray()));
  }

  /** Cases that stand at dispatched, newest first. */
  List<Dispatched> dispatched(int limit) throws IOException, InterruptedException {
    List<Dispatched> cases = new ArrayList<>();
    for (JsonNode one : get("cases?state=DISPATCHED&limit=" + limit).path("items")) {
      cases.add(new Dispatched(one.path("id").asText(), one.path("address").asText()));
    }
    return cases;
  }

  /** When the town wrote into the case's trace that it is dispatched. */
  Instant dispatchedAt(String caseId) throws IOException, InterruptedException {
    for (JsonNode entry : get("cases/" + caseId + "/trace").path("entries")) {
      if (entry.path("state").asText().equals("DISPATCHED")) {
        return Instant.parse(entry.path("at").asText());
      }
    }
    throw new IOException("case " + caseId + " was never dispatched");
  }

  private JsonNode get(String path) throws IOException, InterruptedException {
    return body(send("GET", path, Optional.empty(), held()));
  }

  private Optional<String> held() {
    return Optional.of(token);
  }

  private JsonNode body(HttpResponse<byte[]> answer) throws IOException {
    expect(2, answer);
    return json.readTree(answer.body());
  }

  private static void expect(int hundreds, HttpResponse<byte[]> answer) throws IOException {
    if (answer.statusCode() / 100 != hundreds) {
      throw new IOException(answer.request().uri() + " answered " + answer.statusCode());
    }
  }

  private HttpResponse<byte[]> send(
      String method, String path, Optional<JsonNode> body, Optional<String> bearer)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + "/" + path))
            .method(
                method,
                body.isPresent()
                    ? BodyPublishers.ofString(body.get().toString())
                    : BodyPublishers.noBody());
    if (body.isPresent()) {
      request.header("Content-Type", "application/json");
    }
    bearer.ifPresent(one -> request.header("Authorization", "Bearer " + one));
    return http.send(request.build(), BodyHandlers.ofByteArray());
  }
}
