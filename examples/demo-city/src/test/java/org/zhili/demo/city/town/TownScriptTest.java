package org.zhili.demo.city.town;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the script of the distribution says of a town, which is played here. */
class TownScriptTest {
  private static final long PATIENCE_SECONDS = 30;
  private static final String ENGLISH = "en_US.UTF-8";
  private static final String CHINESE = "zh_CN.UTF-8";

  private final Path home;
  private final HttpServer http;

  TownScriptTest(@TempDir Path home) throws IOException {
    this.home = home;
    http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    http.start();
    new ScriptedHome(home, "zhili.http.port = " + http.getAddress().getPort() + "\n")
        .program("status", "#!/bin/sh\nexit 0\n");
  }

  @AfterEach
  void close() {
    http.stop(0);
  }

  @Test
  void a_town_that_is_up_is_well() throws Exception {
    answer(200, "");
    assertThat(run(0, ENGLISH, "status")).startsWith("The town is up and well: http://");
  }

  @Test
  void what_is_missing_is_told_a_line_each_in_the_language_of_the_machine() throws Exception {
    answer(503, "says \"en\":\"x\"\n\nend\n");
    assertThat(run(4, ENGLISH, "status"))
        .startsWith("The town runs, but is not ready")
        .endsWith(".\n- en: says \"en\":\"x\"\n- \n- end\n");
    assertThat(run(4, CHINESE, "status")).startsWith("城市正在运行").contains("\n- zh: says");
  }

  @Test
  void what_another_server_says_there_is_not_passed_on() throws Exception {
    answer(404, "nothing here\n");
    assertThat(run(4, ENGLISH, "status")).doesNotContain("nothing here").hasLineCount(1);
  }

  /** Answer whoever asks for lines of text, beginning with its language. */
  private void answer(int status, String lines) {
    http.createContext(
        "/api/health",
        exchange -> {
          boolean text = header(exchange, "Accept").equals("text/plain");
          String told = header(exchange, "Accept-Language") + ": " + lines;
          byte[] body = (text ? told : "{}").getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(status, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
  }

  private static String header(HttpExchange exchange, String name) {
    return String.valueOf(exchange.getRequestHeaders().getFirst(name));
  }

  private String run(int code, String language, String... words) throws Exception {
    Path said = home.resolve("said.txt");
    ProcessBuilder zhili = new ProcessBuilder(home.resolve("bin/zhili").toString());
    zhili.command().addAll(List.of(words));
    zhili.environment().keySet().removeIf(name -> name.startsWith("LC_"));
    zhili.environment().put("LANG", language);
    Process process = zhili.redirectErrorStream(true).redirectOutput(said.toFile()).start();
    if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      fail("the script does not end");
    }
    assertThat(process.exitValue()).isEqualTo(code);
    return Files.readString(said);
  }
}
