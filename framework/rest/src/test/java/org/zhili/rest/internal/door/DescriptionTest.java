package org.zhili.rest.internal.door;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhili.rest.internal.door.Town.Answer;

class DescriptionTest {
  private static Town town;
  private static JsonNode api;

  @BeforeAll
  static void a_town() {
    town = Town.guarded(new Reports());
    api = town.get("/openapi.json").json();
  }

  @AfterAll
  static void close() {
    town.close();
  }

  @Test
  void the_description_holds_paths_and_their_constraints() {
    assertThat(api.path("openapi").asText()).isEqualTo("3.0.1");
    assertThat(api.path("paths").fieldNames())
        .toIterable()
        .contains("/reports", "/reports/{id}", "/health")
        .doesNotContain("/openapi.json");
    JsonNode report = api.at("/components/schemas/Report/properties");
    assertThat(report.at("/title/maxLength").asInt()).isEqualTo(20);
    assertThat(report.at("/day/format").asText()).isEqualTo("date");
    assertThat(report.at("/at/format").asText()).isEqualTo("date-time");
    assertThat(report.at("/amount/type").asText()).isEqualTo("number");
    assertThat(report.at("/grade/enum")).hasSize(2);
    assertThat(api.at("/components/schemas/Place/properties/latitude/maximum").asInt())
        .isEqualTo(90);
    assertThat(api.at("/components/schemas/Place/properties/address/type").asText())
        .isEqualTo("string");
  }

  @Test
  void the_health_stands_with_the_status_and_is_told_in_both_languages() {
    assertThat(api.at("/paths/~1health/get/tags/0").asText()).isEqualTo("status");
    assertThat(api.at("/paths/~1health/get/summary").asText()).contains(" · 查看");
  }

  @Test
  void the_description_says_who_may_call_and_how_to_log_in() {
    assertThat(api.at("/components/securitySchemes/session/scheme").asText()).isEqualTo("bearer");
    assertThat(api.at("/security/0").has("session")).isTrue();
    assertThat(api.at("/paths/~1reports~1public/get/security")).isEmpty();
    assertThat(api.at("/paths/~1reports~1public/get").has("security")).isTrue();
    assertThat(api.at("/paths/~1reports/post/x-allowed-roles").toString())
        .isEqualTo("[\"operator\",\"unit\"]");
    assertThat(api.at("/paths/~1reports~1administrators/get/x-allowed-roles").toString())
        .isEqualTo("[\"administrator\"]");
  }

  @Test
  void every_operation_says_what_a_refusal_looks_like() {
    api.path("paths")
        .forEach(
            path ->
                path.forEach(
                    operation ->
                        assertThat(
                                operation
                                    .at("/responses/4XX/content/application~1problem+json/schema")
                                    .path("$ref")
                                    .asText())
                            .isEqualTo("#/components/schemas/Problem")));
    assertThat(api.at("/components/schemas/Problem/properties").fieldNames())
        .toIterable()
        .contains("code", "messages", "violations");
  }

  @Test
  void the_description_comes_as_yaml_too() {
    Answer yaml = town.get("/openapi.yaml");
    assertThat(yaml.header("Content-Type")).startsWith("application/yaml");
    assertThat(yaml.body()).startsWith("openapi: 3.0.1");
  }

  @ParameterizedTest
  @CsvSource({
    "/docs/,                     text/html",
    "/docs/index.html,           text/html",
    "/docs/start.js,             text/javascript",
    "/docs/swagger-ui-bundle.js, text/javascript",
    "/docs/swagger-ui.css,       text/css",
    "/docs/favicon-32x32.png,    image/png",
  })
  void the_pages_come_from_here(String path, String type) {
    Answer answer = town.get(path);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).startsWith(type);
    assertThat(answer.header("Content-Security-Policy"))
        .contains("default-src 'none'", "script-src 'self'")
        .doesNotContain("unsafe");
    assertThat(answer.body()).isNotEmpty();
  }

  @Test
  void the_first_page_has_no_script_of_its_own_and_nothing_from_elsewhere() {
    assertThat(town.get("/docs/").body())
        .doesNotContain("http:", "https:", "<script>", "onload")
        .contains("start.js");
    Answer redirect = town.get("/docs");
    assertThat(redirect.status()).isEqualTo(301);
    assertThat(redirect.header("Location")).isEqualTo("docs/");
  }

  @ParameterizedTest
  @CsvSource({"'', api/docs/", "/, docs/"})
  void the_front_door_leads_to_the_pages_for_people(String path, String pages) {
    Answer answer = town.get(path);
    assertThat(answer.status()).isEqualTo(302);
    assertThat(answer.header("Location")).as("from where it was asked for").isEqualTo(pages);
    assertThat(town.send("POST", path, Optional.empty()).status()).isIn(404, 405);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/docs/other.js", "/docs/../openapi.json/x", "/docs/%2e%2e/RestDoor.class"})
  void nothing_else_is_given_away(String path) {
    assertThat(town.get(path).status()).isIn(400, 404);
  }
}
