package org.zhili.rest.internal.door;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.zhili.rest.internal.door.Town.Answer;

/** The one shape of every refusal. */
final class Shape {
  private Shape() {}

  static void assertProblem(Answer answer, int status, String code) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    JsonNode problem = answer.json();
    assertThat(problem.path("status").asInt()).isEqualTo(status);
    assertThat(problem.path("code").asText()).isEqualTo(code);
    assertThat(problem.path("type").asText()).isEqualTo("about:blank");
    assertThat(problem.path("title").asText()).isNotBlank();
    assertThat(problem.path("detail").asText())
        .isNotBlank()
        .isEqualTo(problem.at("/messages/zh").asText())
        .doesNotContain("{")
        .isNotEqualTo(problem.at("/messages/en").asText());
    assertThat(problem.path("instance").asText()).startsWith("/api/");
    assertThat(problem.path("violations").isArray()).isTrue();
    assertThat(answer.body()).doesNotContain("Exception", "jackson", "org.", ":null");
    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
  }
}
