package org.zhili.rest.internal.jetty;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Jetty refuses by itself, on a real socket. */
class ServerRefusalsTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Server server = new Server();
  private final ServerConnector connector = new ServerConnector(server, quiet());
  private final ServerRefusals refusals = new ServerRefusals();

  /** As the distribution has it: no header Server. */
  private static HttpConnectionFactory quiet() {
    HttpConfiguration configuration = new HttpConfiguration();
    configuration.setSendServerVersion(false);
    return new HttpConnectionFactory(configuration);
  }

  @BeforeEach
  void start() throws Exception {
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
    server.setHandler(new Broken());
    server.start();
    server.addConnector(refusals.createConnector(server));
  }

  @AfterEach
  void stop() throws Exception {
    server.stop();
  }

  /** Has nothing anywhere, and breaks at one address. */
  private static final class Broken extends Handler.Abstract {
    @Override
    public boolean handle(Request request, Response response, Callback callback) {
      if (request.getHttpURI().getPath().equals("/api/broken")) {
        throw new IllegalStateException("secret of the servlet");
      }
      return false;
    }
  }

  @ParameterizedTest
  @CsvSource({
    "GET /api/%zz HTTP/1.1,         400, ZL-5001",
    "GET /api/..%2fcases HTTP/1.1,  400, ZL-5001",
    "GET /api/%ff%fe HTTP/1.1,      400, ZL-5001",
    "HELLO,                         400, ZL-5001",
    "GET /api/health HTTP/9.9,      505, ZL-5020",
    "GET /nothing HTTP/1.1,         404, ZL-5011",
    "DELETE /nothing HTTP/1.1,      404, ZL-5011",
    "GET /api/broken HTTP/1.1,      500, ZL-5017",
  })
  void what_the_server_refuses_is_told_as_every_refusal(String line, int status, String code)
      throws IOException {
    String answer = answer(line, "");
    assertThat(answer).startsWith("HTTP/1.1 " + status + " ").contains("nosniff", "no-store");
    assertThat(answer).contains("Content-Type: application/problem+json");
    JsonNode problem = body(answer);
    assertThat(problem.path("status").asInt()).isEqualTo(status);
    assertThat(problem.path("code").asText()).isEqualTo(code);
    assertThat(problem.path("detail").asText()).endsWith("。");
    assertThat(answer).doesNotContainIgnoringCase("jetty").doesNotContain("secret", "/bad");
  }

  @Test
  void headers_that_are_too_long_are_told_so() throws IOException {
    String answer = answer("GET /api/health HTTP/1.1", "X-Long: " + "a".repeat(20_000) + "\r\n");
    assertThat(answer).startsWith("HTTP/1.1 431 ");
    assertThat(body(answer).path("code").asText()).isEqualTo("ZL-5023");
  }

  @Test
  void the_caller_reads_his_language_and_what_he_asked_for() throws IOException {
    JsonNode problem = body(answer("GET /nothing HTTP/1.1", "Accept-Language: en\r\n"));
    assertThat(problem.path("detail").asText()).startsWith("There is nothing at this address");
    assertThat(problem.path("instance").asText()).isEqualTo("/nothing");
  }

  @Test
  void once_it_has_left_the_server_answers_as_before() throws IOException {
    refusals.leave();
    assertThat(answer("GET /nothing HTTP/1.1", "")).contains("text/html");
  }

  private String answer(String line, String headers) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), connector.getLocalPort())) {
      socket.setSoTimeout(20_000);
      String request = line + "\r\nHost: town\r\n" + headers + "Connection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static JsonNode body(String answer) throws IOException {
    return JSON.readTree(answer.substring(answer.indexOf("\r\n\r\n")));
  }
}
