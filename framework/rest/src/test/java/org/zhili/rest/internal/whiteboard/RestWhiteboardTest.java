package org.zhili.rest.internal.whiteboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RestWhiteboardTest {
  private final Server server = new Server();
  private final ServerConnector connector = new ServerConnector(server);
  private final RestWhiteboard whiteboard =
      new RestWhiteboard(new FakeFramework().context(), SettingsReaderTest.configuration(Map.of()));

  @BeforeEach
  void start() throws Exception {
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
    ServletContextHandler context = new ServletContextHandler();
    context.addServlet(new ServletHolder(whiteboard), "/api/*");
    server.setHandler(context);
    server.start();
  }

  @AfterEach
  void stop() throws Exception {
    server.stop();
  }

  @Test
  void a_call_that_comes_when_it_has_just_stopped_is_told_to_come_again() throws Exception {
    assertThat(get("/api/nothing").body()).contains("ZL-5019");
    whiteboard.destroy();
    HttpResponse<String> answer = get("/api/nothing");
    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(answer.headers().firstValue("Retry-After")).contains("5");
    assertThat(answer.body()).contains("ZL-5018");
  }

  @Test
  void another_setting_holds_from_the_next_call_on_and_a_wrong_one_changes_nothing()
      throws Exception {
    assertThat(get("/api/nothing").statusCode()).as("nobody can log in").isEqualTo(503);
    change(Map.of("authentication", "none"));
    assertThat(get("/api/nothing").statusCode()).isEqualTo(404);
    change(Map.of("authentication", "none", "maxBodyBytes", 5L));
    assertThat(get("/api/nothing").statusCode()).isEqualTo(404);
    change(Map.of());
    assertThat(get("/api/nothing").statusCode()).isEqualTo(503);
  }

  private void change(Map<String, Object> values) throws Exception {
    whiteboard.change(SettingsReaderTest.configuration(values));
  }

  private HttpResponse<String> get(String path) throws Exception {
    URI uri = URI.create("http://127.0.0.1:" + connector.getLocalPort() + path);
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
  }
}
