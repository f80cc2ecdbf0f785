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
import org.junit.jupiter.api.Test;

class RestWhiteboardTest {
  @Test
  void a_call_that_comes_when_it_has_just_stopped_is_told_to_come_again() throws Exception {
    Server server = new Server();
    ServerConnector connector = new ServerConnector(server);
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
    RestWhiteboard whiteboard =
        new RestWhiteboard(
            new FakeFramework().context(), SettingsReaderTest.configuration(Map.of()));
    ServletContextHandler context = new ServletContextHandler();
    context.addServlet(new ServletHolder(whiteboard), "/api/*");
    server.setHandler(context);
    server.start();
    try {
      assertThat(get(connector, "/api/nothing").body()).contains("ZL-5019");
      whiteboard.destroy();
      HttpResponse<String> answer = get(connector, "/api/nothing");
      assertThat(answer.statusCode()).isEqualTo(503);
      assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
      assertThat(answer.headers().firstValue("Retry-After")).contains("5");
      assertThat(answer.body()).contains("ZL-5018");
    } finally {
      server.stop();
    }
  }

  private static HttpResponse<String> get(ServerConnector connector, String path) throws Exception {
    URI uri = URI.create("http://127.0.0.1:" + connector.getLocalPort() + path);
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
  }
}
