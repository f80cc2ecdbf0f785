package org.zhili.resources;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.zhili.resources.internal.cases.ActionBody;
import org.zhili.resources.internal.cases.CaseResource;
import org.zhili.resources.internal.cases.ReportBody;
import org.zhili.resources.internal.progress.RatingBody;
import org.zhili.resources.internal.quarantine.ReplayBody;
import org.zhili.resources.problem.Problem;
import org.zhili.text.Language;

/** What goes over the wire, with a mapper set as strictly as the server's. */
class JsonTest {
  private final JsonMapper mapper =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .addModule(new Jdk8Module())
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(
                  JsonInclude.Include.NON_ABSENT, JsonInclude.Include.USE_DEFAULTS))
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private final TestTown town = new TestTown();
  private final Life life = new Life(town);

  @AfterEach
  void close() {
    town.close();
  }

  @Test
  void a_case_is_one_flat_object() {
    String id = life.dispatched();
    JsonNode json =
        mapper.valueToTree(
            town.resource(CaseResource.class).read(id, LoggedIn.OPERATOR).getEntity());
    assertThat(json.path("id").asText()).isEqualTo(id);
    assertThat(json.path("state").asText()).isEqualTo("DISPATCHED");
    assertThat(json.path("stateName").path("zh").asText()).isEqualTo("派单");
    assertThat(json.path("assignment").path("lead").asText()).isEqualTo("municipal-works");
    assertThat(json.path("milestones").path(0).path("dueAt").asText())
        .isEqualTo("2026-11-23T03:00:00Z");
    assertThat(json.path("possible").isArray()).isTrue();
    assertThat(json.path("counts").path("hops").asInt()).isEqualTo(1);
    assertThat(json.has("head")).isFalse();
    assertThat(json.has("rating")).as("what is absent is left out").isFalse();
  }

  @Test
  void a_report_needs_no_more_than_it_has_to_say() throws Exception {
    ReportBody body =
        mapper.readValue(
            "{\"type\":\"t\",\"source\":\"hotline\",\"subject\":\"s\",\"condition\":\"c\","
                + "\"area\":\"a\",\"address\":\"x\",\"summary\":\"y\"}",
            ReportBody.class);
    assertThat(body.filing()).isEmpty();
    assertThat(body.evidence()).isEmpty();
    assertThat(body.severity()).isEmpty();
  }

  @Test
  void what_is_left_out_or_null_in_a_body_is_absent() throws Exception {
    ActionBody action = mapper.readValue("{\"action\":\"close\"}", ActionBody.class);
    assertThat(action.note() + action.reason() + action.comment()).isEmpty();
    assertThat(action.lead()).isEmpty();
    assertThat(action.evidence()).isEmpty();
    ActionBody nulls =
        mapper.readValue(
            "{\"action\":\"close\",\"note\":null,\"lead\":null,\"evidence\":null,\"stars\":null}",
            ActionBody.class);
    assertThat(nulls).isEqualTo(action);
    assertThat(mapper.readValue("{}", ReplayBody.class).driver()).isEmpty();
    assertThat(mapper.readValue("{\"solved\":true,\"stars\":3}", RatingBody.class).comment())
        .isEmpty();
  }

  @Test
  void a_problem_has_the_shape_of_rfc_9457_in_either_language() {
    Problem problem =
        Refusals.refused(() -> life.report(Bodies.report("nowhere", Optional.empty())));
    JsonNode json = mapper.valueToTree(problem.toldIn(Language.EN, "/api/cases"));
    assertThat(json.path("type").asText()).isEqualTo("about:blank");
    assertThat(json.path("title").asText()).isEqualTo("Unprocessable Content");
    assertThat(json.path("status").asInt()).isEqualTo(422);
    assertThat(json.path("code").asText()).isEqualTo("ZL-3013");
    assertThat(json.path("detail").asText()).startsWith("The register has no area");
    assertThat(json.path("messages").path("zh").asText()).startsWith("区域台账");
    assertThat(json.path("instance").asText()).isEqualTo("/api/cases");
    assertThat(json.path("violations").path(0).path("field").asText()).isEqualTo("area");
    assertThat(mapper.<JsonNode>valueToTree(problem).path("detail").asText())
        .as("Chinese, until the caller's language is known")
        .startsWith("区域台账");
  }
}
