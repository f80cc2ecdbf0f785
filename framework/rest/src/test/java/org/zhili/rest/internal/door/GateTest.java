package org.zhili.rest.internal.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhili.rest.internal.door.Town.Answer;
import org.zhili.rest.internal.engine.TrustedProxies;
import org.zhili.rest.internal.engine.TrustedProxies.Network;

/** Who may come in, and that nobody may while nobody checks. */
class GateTest {
  @ParameterizedTest
  @ValueSource(
      strings = {"/reports/public", "/reports/1", "/nothing", "/openapi.json", "/docs/", "/"})
  void while_nobody_checks_logins_everything_is_closed(String path) {
    try (Town town = Town.closed(new Reports())) {
      Answer answer = town.get(path, "As", "administrator");
      assertThat(answer.status()).isEqualTo(503);
      assertThat(answer.code()).isEqualTo("ZL-5019");
    }
  }

  @Test
  void the_health_names_every_part_that_is_missing_and_how_it_is_said_in_both_languages() {
    try (Town town = Town.starting()) {
      Answer starting = town.get("/health");
      assertThat(starting.status()).isEqualTo(503);
      assertThat(starting.header("Content-Type")).isEqualTo("application/problem+json");
      assertThat(starting.header("Retry-After")).isEqualTo("5");
      assertThat(starting.code()).isEqualTo("ZL-5018");
      assertThat(missing(starting)).containsExactly("starting");
      town.serve(Town.application(false, false, List.of()));
      assertThat(town.get("/health").code()).isEqualTo("ZL-5019");
      assertThat(missing(town.get("/health"))).containsExactly("no_authenticator", "no_town");
      assertThat(town.get("/health").json().path("detail").asText()).contains("数据库");
      town.serve(Town.application(true, false, List.of()));
      Answer closed = town.get("/health", "Accept-Language", "en");
      assertThat(closed.code()).isEqualTo("ZL-5022");
      assertThat(missing(closed)).containsExactly("no_town");
      assertThat(closed.json().path("detail").asText()).startsWith("The town is not open");
      assertThat(town.get("/health").json().path("detail").asText()).startsWith("城市尚未开门");
      town.serve(Town.application(true, true, List.of()));
      assertThat(town.get("/health").status()).isEqualTo(200);
    }
  }

  private static List<String> missing(Answer answer) {
    assertThat(answer.json().path("violations"))
        .allSatisfy(
            part -> {
              assertThat(part.path("messages").path("zh").asText()).endsWith("。");
              assertThat(part.path("messages").path("en").asText()).endsWith(".");
            });
    return answer.json().path("violations").findValuesAsText("field");
  }

  @Test
  void a_script_is_told_what_is_missing_a_line_for_each_part() {
    try (Town town = Town.starting()) {
      town.serve(Town.application(false, false, List.of()));
      Answer closed = town.get("/health", "Accept", "text/plain", "Accept-Language", "en");
      assertThat(closed.status()).isEqualTo(503);
      assertThat(closed.header("Content-Type")).isEqualTo("text/plain;charset=utf-8");
      assertThat(closed.header("Retry-After")).isEqualTo("5");
      assertThat(closed.body().lines()).hasSize(2).allMatch(line -> line.endsWith("."));
      assertThat(town.get("/health", "Accept", "text/plain").body().lines())
          .hasSize(2)
          .allMatch(line -> line.endsWith("。"));
      town.serve(Town.application(true, true, List.of()));
      Answer up = town.get("/health", "Accept", "text/plain");
      assertThat(up.status()).isEqualTo(200);
      assertThat(up.body()).isEmpty();
    }
  }

  @Test
  void without_logins_the_health_waits_for_the_town_alone() {
    try (Town town = Town.open()) {
      town.serve(Town.application(false, false, List.of()));
      assertThat(missing(town.get("/health"))).containsExactly("no_town");
    }
  }

  @Test
  void before_anything_is_served_every_call_is_told_to_come_again() {
    try (Town town = Town.starting()) {
      Answer answer = town.get("/reports/public");
      assertThat(answer.status()).isEqualTo(503);
      assertThat(answer.code()).isEqualTo("ZL-5018");
      assertThat(answer.header("Retry-After")).isEqualTo("5");
    }
  }

  @Test
  void the_gate_closes_again_when_the_authenticator_leaves() {
    Reports reports = new Reports();
    try (Town town = Town.guarded(reports)) {
      assertThat(town.get("/reports/public").status()).isEqualTo(200);
      assertThat(town.get("/health").body()).isEqualTo("{\"status\":\"up\"}");
      town.sendAway("anybody", Town.application(false, reports));
      assertThat(town.get("/reports/public").status()).isEqualTo(503);
    }
  }

  @Test
  void health_is_only_for_looking_at() {
    try (Town town = Town.guarded()) {
      assertThat(town.send("POST", "/health", Optional.empty()).status()).isIn(404, 405);
      assertThat(town.send("HEAD", "/health", Optional.empty()).status()).isEqualTo(200);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "/reports/public,         '',                200, ''",
    "/reports/1,              '',                401, ZL-5008",
    "/reports/1,              operator,          200, ''",
    "/reports/1,              unit,              200, ''",
    "/reports/1,              'unit,operator',   200, ''",
    "/reports/1,              resident,          403, ZL-5009",
    "/reports/administrators, operator,          403, ZL-5009",
    "/reports/administrators, administrator,     200, ''",
    "/reports/closed,         administrator,     403, ZL-5009",
    "/reports/closed,         '',                401, ZL-5008",
    "/nothing,                '',                404, ZL-5011",
  })
  void an_operations_rule_decides(String path, String roles, int status, String code) {
    try (Town town = Town.guarded(new Reports())) {
      Answer answer = roles.isEmpty() ? town.get(path) : town.get(path, "As", roles);
      assertThat(answer.status()).isEqualTo(status);
      assertThat(code.isEmpty() ? "" : answer.code()).isEqualTo(code);
      assertThat(answer.header("WWW-Authenticate"))
          .isEqualTo(status == 401 ? "Bearer realm=\"test\"" : "");
    }
  }

  @Test
  void an_operation_without_a_rule_is_closed_to_everybody() {
    try (Town town = Town.guarded(new Parts.Unruled())) {
      Answer answer = town.get("/unruled", "As", "administrator");
      assertThat(answer.status()).isEqualTo(403);
      assertThat(answer.code()).isEqualTo("ZL-5010");
    }
    try (Town town = Town.open(new Parts.Unruled())) {
      assertThat(town.get("/unruled").code()).isEqualTo("ZL-5010");
    }
  }

  @Test
  void the_rule_comes_before_the_body_is_read() {
    try (Town town = Town.guarded(new Reports())) {
      assertThat(town.post("/reports", "{").status()).isEqualTo(401);
      assertThat(town.post("/reports", "{", "As", "resident").status()).isEqualTo(403);
    }
  }

  @Test
  void a_town_without_logins_lets_everybody_in() {
    try (Town town = Town.open(new Reports())) {
      assertThat(town.get("/reports/administrators").status()).isEqualTo(200);
      assertThat(town.get("/health").status()).isEqualTo(200);
    }
  }

  @Test
  void only_trusted_proxies_say_that_a_line_was_secure() {
    String header = "X-Forwarded-Proto";
    TrustedProxies here = new TrustedProxies(List.of(Network.of("127.0.0.1").orElseThrow()));
    try (Town town = Town.behind(here, new Parts.Where())) {
      assertThat(town.get("/where/secure", header, "https").body()).isEqualTo("true true");
      assertThat(town.get("/where/secure", header, "http").body()).isEqualTo("false false");
      assertThat(town.get("/where/secure").body()).isEqualTo("false false");
      assertThat(town.get("/where/secure", header, "https, http").body()).isEqualTo("false false");
      assertThat(town.get("/where/secure", header, "http, HTTPS ").body()).isEqualTo("true true");
    }
    try (Town town = Town.guarded(new Parts.Where())) {
      assertThat(town.get("/where/secure", header, "https").body()).isEqualTo("false false");
    }
  }

  @Test
  void only_trusted_proxies_say_where_a_caller_is() {
    String header = "X-Forwarded-For";
    TrustedProxies here = new TrustedProxies(List.of(Network.of("127.0.0.1").orElseThrow()));
    try (Town town = Town.behind(here, new Parts.Where())) {
      assertThat(town.get("/where", header, "6.6.6.6, 198.51.100.1").body())
          .isEqualTo("198.51.100.1 198.51.100.1");
      assertThat(town.get("/where").body()).isEqualTo("127.0.0.1 127.0.0.1");
    }
    try (Town town = Town.guarded(new Parts.Where())) {
      assertThat(town.get("/where", header, "198.51.100.1").body())
          .isEqualTo("127.0.0.1 127.0.0.1");
    }
  }
}
