package org.zhili.demo.city.town;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
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
  private final ScriptedHome scripts;
  private final HttpServer http;

  TownScriptTest(@TempDir Path home) throws IOException {
    this.home = home;
    http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    http.start();
    scripts = new ScriptedHome(home, "zhili.http.port = " + http.getAddress().getPort() + "\n");
    scripts.program("status", "#!/bin/sh\nexit 0\n");
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

  @Test
  void the_shell_is_opened_where_one_greets() throws Exception {
    scripts.program("client", "#!/bin/sh\necho \"$@\"\n");
    try (ServerSocket door = new ServerSocket(0, 0, InetAddress.getLoopbackAddress())) {
      settings(door.getLocalPort());
      CompletableFuture<Void> greeted = CompletableFuture.runAsync(() -> greet(door));
      assertThat(run(0, ENGLISH, "shell", "zhili:status"))
          .isEqualTo("-h 127.0.0.1 -a %d -u admin zhili:status\n".formatted(door.getLocalPort()));
      greeted.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }
  }

  @Test
  void the_shell_of_a_town_that_does_not_answer_says_what_to_do() throws Exception {
    int silent = silentPort();
    settings(silent);
    assertThat(run(3, ENGLISH, "shell", "zhili:status"))
        .isEqualTo(
            "No town answers at port %d of 127.0.0.1; start it with bin/zhili start, or name its"
                    .formatted(silent)
                + " port with ZHILI_SSH_PORT.\n");
    assertThat(run(3, CHINESE, "shell")).startsWith("127.0.0.1 的端口 " + silent + " 上没有城市应答；");
  }

  @Test
  void who_takes_another_door_for_the_shell_is_told_so() throws Exception {
    settings(http.getAddress().getPort());
    assertThat(run(3, ENGLISH, "shell")).startsWith("No town answers at port ");
  }

  @Test
  void a_town_without_the_demonstration_says_where_it_is() throws Exception {
    assertThat(run(2, ENGLISH, "demo"))
        .isEqualTo(
            "This city's archive holds no demonstration; play it in the archive of Zhili.\n");
    assertThat(run(2, CHINESE, "demo")).isEqualTo("本城的安装包不带演示；请在智理的安装包中运行。\n");
  }

  private void settings(int shellPort) throws IOException {
    Files.writeString(
        home.resolve("etc/system.properties"), "zhili.ssh.port = " + shellPort + "\n");
  }

  private static int silentPort() throws IOException {
    try (ServerSocket door = new ServerSocket(0, 0, InetAddress.getLoopbackAddress())) {
      return door.getLocalPort();
    }
  }

  private static void greet(ServerSocket door) {
    try (Socket caller = door.accept()) {
      caller.getOutputStream().write("SSH-2.0-shell\r\n".getBytes(StandardCharsets.US_ASCII));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
