package org.zhili.rest.internal.door;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.zhili.rest.internal.door.Shape.assertProblem;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhili.rest.internal.door.Town.Answer;

/** Every way to be refused, and that each answer has one shape. */
class RefusalsTest {
  private static final String GOOD =
      "{\"title\":\"井盖丢失\",\"day\":\"2026-11-23\",\"grade\":\"HIGH\"}";
  private static Town town;

  @BeforeAll
  static void a_town() {
    town = Town.guarded(new Reports());
  }

  @AfterAll
  static void close() {
    town.close();
  }

  private static Answer get(String path, String... headers) {
    String[] all = new String[headers.length + 2];
    all[0] = "As";
    all[1] = "operator";
    System.arraycopy(headers, 0, all, 2, headers.length);
    return town.get(path, all);
  }

  @Test
  void a_parameter_is_named_as_in_the_request() {
    Answer answer = get("/reports/1?limit=201");
    assertProblem(answer, 400, "ZL-5007");
    assertThat(answer.json().at("/violations/0/field").asText()).isEqualTo("limit");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/reports/one", "/reports/1?limit=many", "/reports/99999999999"})
  void a_parameter_that_cannot_be_read_is_refused(String path) {
    assertProblem(get(path), 400, "ZL-5006");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/reports/1?limit=%00", "/reports/1?limit=%zz", "/reports/1?limit=%"})
  void an_address_that_is_no_text_is_refused(String path) throws IOException {
    assertThat(raw("GET /api" + path + " HTTP/1.1\r\nHost: x\r\nAs: operator\r\n\r\n"))
        .startsWith("HTTP/1.1 400");
  }

  @Test
  void what_is_not_there_is_not_found() {
    assertProblem(get("/nothing"), 404, "ZL-5011");
    assertProblem(get("/services"), 404, "ZL-5011");
    assertProblem(get("/reports/404?limit=1"), 404, "ZL-5011");
    assertProblem(get("/services?_wadl"), 404, "ZL-5011");
    assertThat(get("/?_wadl").body()).as("led to the pages for people").isEmpty();
  }

  @Test
  void a_method_that_is_not_there_is_told_with_those_that_are() {
    Answer answer = town.send("DELETE", "/reports", Optional.empty(), "As", "operator");
    assertProblem(answer, 405, "ZL-5012");
    assertThat(answer.header("Allow")).contains("POST");
  }

  @Test
  void headers_and_addresses_do_not_override_the_method() {
    assertThat(get("/reports/1?_method=POST").status()).isEqualTo(200);
    assertThat(get("/reports/1", "X-HTTP-Method-Override", "DELETE").status()).isEqualTo(200);
    assertThat(get("/reports/1", "OnewayRequest", "true").body()).isEqualTo("1");
  }

  @Test
  void a_format_nobody_offers_is_not_acceptable() {
    assertProblem(get("/reports/1", "Accept", "text/html"), 406, "ZL-5013");
  }

  @Test
  void a_body_of_another_type_is_refused() {
    for (String type : new String[] {"text/plain", "application/xml", "nonsense", "image/gif"}) {
      Answer answer =
          town.send(
              "POST",
              "/reports?_ctype=json",
              Optional.of(BodyPublishers.ofString(GOOD)),
              "Content-Type",
              type,
              "As",
              "operator");
      assertThat(answer.status()).as(type).isIn(400, 415);
      assertThat(answer.code()).as(type).isIn("ZL-5001", "ZL-5015");
    }
  }

  @Test
  void a_fault_inside_is_a_number_and_nothing_else() {
    Answer answer = get("/reports/broken");
    assertProblem(answer, 500, "ZL-5017");
    assertThat(answer.body()).doesNotContain("secret");
    assertThat(answer.json().path("detail").asText())
        .contains(answer.json().path("reference").asText());
  }

  @Test
  void an_answer_that_cannot_be_written_is_a_fault_inside() {
    Answer answer = get("/reports/unwritable");
    assertProblem(answer, 500, "ZL-5017");
    assertThat(answer.body()).doesNotContain("secret");
  }

  @Test
  void an_answer_that_breaks_its_own_promise_is_a_fault_inside() {
    assertProblem(get("/reports/invalid"), 500, "ZL-5017");
  }

  @Test
  void a_status_without_words_gets_words() {
    assertProblem(get("/reports/teapot"), 418, "ZL-5020");
    assertProblem(get("/reports/gone"), 410, "ZL-5020");
  }

  @Test
  void a_resources_own_problem_is_told_in_the_callers_language() {
    Answer chinese = get("/reports/own");
    assertThat(chinese.status()).isEqualTo(409);
    assertThat(chinese.json().path("detail").asText()).isEqualTo("中文");
    assertThat(chinese.json().path("instance").asText()).isEqualTo("/api/reports/own");
    Answer english = get("/reports/own", "Accept-Language", "en-US,en;q=0.9,zh;q=0.5");
    assertThat(english.code()).isEqualTo("ZL-9999");
    assertThat(english.json().path("detail").asText()).isEqualTo("English");
  }

  @Test
  void an_english_caller_is_told_in_english() {
    JsonNode problem = get("/nothing", "Accept-Language", "en").json();
    assertThat(problem.path("detail").asText()).startsWith("There is nothing");
  }

  @Test
  void a_resource_decides_whether_its_answer_is_kept() {
    assertThat(get("/reports/1").header("Cache-Control")).isEqualTo("no-store");
    assertThat(get("/reports/cached").header("Cache-Control")).isEqualTo("max-age=60");
    assertThat(get("/reports/1").header("Access-Control-Allow-Origin")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/reports/1?limit=",
        "/reports/1?limit=1&limit=2",
        "/reports/1?limit=-1",
        "/reports/1?limit=%F0%9F%98%80",
        "/reports/1?&&==&",
        "/reports/1;x=y",
        "/reports/%2F",
        "/reports/%252e%252e",
        "/reports//1",
        "/reports/-2147483649",
        "/reports/%E4%B8%80?limit=%C0%80",
      })
  void an_odd_address_breaks_nothing(String path) {
    assertThat(get(path).status()).isLessThan(500);
  }

  private static String raw(String request) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), town.port())) {
      socket.setSoTimeout((int) Town.PATIENCE.toMillis());
      OutputStream out = socket.getOutputStream();
      out.write(request.getBytes(UTF_8));
      out.flush();
      byte[] answer = new byte[1_000];
      int n = socket.getInputStream().read(answer);
      return new String(answer, 0, Math.max(0, n), UTF_8);
    }
  }
}
