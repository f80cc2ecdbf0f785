package org.zhili.demo.city;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.zhili.demo.city.ledger.Casebook;
import org.zhili.demo.city.town.Answers.CaseDetail;
import org.zhili.demo.city.town.Api;
import org.zhili.demo.city.town.Login;
import org.zhili.text.Language;
import org.zhili.text.Words;

class StoryTest {
  private static final String CASE =
      """
      {"id": "c1", "number": "ZL-1", "state": "DISPATCHED", "source": "device",
       "condition": "tilted", "summary": {"zh": "井盖倾斜", "en": "Cover tilted"},
       "reportedAt": "2026-03-02T01:00:00Z", "publicCode": "K7-PQ", "device": "MC-001",
       "evidence": [], "milestones": [],
       "assignment": {"lead": "municipal-works", "assisting": [], "supervising": []}}
      """;
  private static final String TRACE =
      """
      {"intact": true, "entries": [{"action": "dispatch", "words": {"why.en": "The owner."}}]}
      """;
  private static final String PROGRESS =
      """
      {"number": "ZL-1", "stateName": {"zh": "派单", "en": "Dispatched"}, "stages": [],
       "ratable": false}
      """;
  private static final Map<String, String> ANSWERS =
      Map.of(
          "/api/public/progress/K7-PQ",
          PROGRESS,
          "/api/session",
          "{\"token\": \"t\"}",
          "/api/session/password",
          "",
          "/api/cases/c1",
          CASE,
          "/api/cases/c1/trace",
          TRACE);

  private final ByteArrayOutputStream shown = new ByteArrayOutputStream();
  private final HttpServer town;
  private final Api api;

  StoryTest() throws IOException {
    town = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    town.createContext("/", StoryTest::answer);
    town.start();
    api = new Api(URI.create(here() + "/api/"));
  }

  @AfterEach
  void stop() {
    town.stop(0);
  }

  @Test
  void the_progress_is_told_by_an_address_that_can_be_opened() throws Exception {
    Login operator = Login.first(api, "operator", "once", "chosen");
    Casebook casebook = new Casebook();
    casebook.seen(operator.get("cases/c1", CaseDetail.class));

    story(operator, casebook).goOn();

    assertThat(shown.toString(StandardCharsets.UTF_8))
        .contains("Lead: municipal-works", "The owner.")
        .endsWith(here() + "/api/public/progress/K7-PQ" + System.lineSeparator());
  }

  @Test
  void an_end_that_was_not_reached_is_told_with_how_far_it_came() throws Exception {
    Login operator = Login.first(api, "operator", "once", "chosen");
    Casebook casebook = new Casebook();
    casebook.seen(operator.get("cases/c1", CaseDetail.class));

    story(operator, casebook).conclude();

    assertThat(shown.toString(StandardCharsets.UTF_8))
        .endsWith(
            "ZL-1 is not closed, time was up before; a resident sees: Dispatched."
                + System.lineSeparator());
  }

  @Test
  void a_story_without_a_case_is_told_as_that() throws Exception {
    story(Login.first(api, "operator", "once", "chosen"), new Casebook()).conclude();

    assertThat(shown.toString(StandardCharsets.UTF_8)).contains("MC-001 has no case");
  }

  private Story story(Login operator, Casebook casebook) {
    Screen screen =
        new Screen(
            new PrintStream(shown, true, StandardCharsets.UTF_8),
            Words.beside(DemoCity.class),
            Language.EN,
            false);
    return new Story(api, operator, casebook, screen);
  }

  private String here() {
    return "http://127.0.0.1:" + town.getAddress().getPort();
  }

  private static void answer(HttpExchange exchange) throws IOException {
    Optional<String> text = Optional.ofNullable(ANSWERS.get(exchange.getRequestURI().getPath()));
    byte[] body = text.orElse("").getBytes(StandardCharsets.UTF_8);
    try (exchange) {
      exchange.sendResponseHeaders(
          text.isPresent() ? 200 : 404, body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body);
    }
  }
}
