package org.zhili.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.zhili.embedded.story.TraceForm;

/** From a sensor's message to a rated and graded case, in the starter city. */
@ExtendWith(SharedTown.class)
class StoryIT {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final String DONE =
      """
      "evidence": [{"kind": "note", "content": "井盖已复位"},
                   {"kind": "photo-after", "content": "https://a.example/after.jpg"}]""";

  private final Town town;

  StoryIT(Town town) {
    this.town = town;
  }

  @Test
  void a_tilted_cover_goes_all_the_way_from_report_to_score() throws IOException {
    Matter matter;
    try (Cover cover = Cover.registered(town, "MC-001")) {
      cover.sensor().publish(asInTheSeed());
      matter = cover.onlyCase().ledBy("municipal-works");
      assertThat(cover.alarms()).containsExactly("RAISED");
    }
    is_explained_and_copied_to_city_management(matter);
    String code = matter.read().path("publicCode").asText();
    assertThat(progress(code).path("state").asText()).isEqualTo("DISPATCHED");

    is_handled_and_verified(matter);
    assertThat(matter.states())
        .containsExactly("REPORTED", "ACCEPTED", "DISPATCHED", "HANDLING", "FEEDBACK", "CLOSED");
    assertThat(TraceForm.of(matter.trace()))
        .as("the trace an embedded town leaves")
        .isEqualTo(TraceForm.ofTiltedCover());
    assertThat(progress(code).path("stages"))
        .hasSize(6)
        .allSatisfy(stage -> assertThat(stage.path("reachedAt").asText()).isNotEmpty());

    is_rated_by_the_resident(code);
    the_unit_is_graded();
  }

  private String asInTheSeed() {
    return """
        {"device_id": "MC-001", "type": "manhole_cover", "location": "中山路100号",
         "status": "tilted", "timestamp": "%s"}"""
        .formatted(LocalDateTime.ofInstant(now(), ZONE));
  }

  private Instant now() {
    return Instant.parse(town.people().operator().read("/status").path("at").asText());
  }

  private JsonNode progress(String code) {
    return town.anybody().read("/public/progress/" + code);
  }

  private static void is_explained_and_copied_to_city_management(Matter matter) {
    JsonNode file = matter.read();
    assertThat(file.path("assignment").path("supervising"))
        .extracting(JsonNode::asText)
        .containsExactly("city-management");
    assertThat(file.path("summary").path("zh").asText()).contains("中山路100号", "倾斜");
    JsonNode dispatch = matter.traced("dispatch");
    assertThat(dispatch.path("advisor").asText()).startsWith("rule-table@");
    assertThat(dispatch.path("words").path("why.zh").asText()).contains("部件台账", "市政设施管理中心");
    assertThat(dispatch.path("words").path("why.en").asText())
        .contains("asset register", "Municipal works");
  }

  private void is_handled_and_verified(Matter matter) {
    Rest unit = town.people().of("municipal-works");
    matter.act(unit, "acknowledge");
    assertThat(matter.state()).isEqualTo("HANDLING");
    matter.act(unit, "feed-back", DONE);
    assertThat(matter.state()).isEqualTo("FEEDBACK");
    matter.act(town.people().supervisor(), "close");
    assertThat(matter.state()).isEqualTo("CLOSED");
  }

  private void is_rated_by_the_resident(String code) {
    String rating =
        """
        {"solved": true, "stars": 5, "comment": "很快就修好了"}""";
    String path = "/public/progress/" + code + "/rating";
    assertThat(town.anybody().post(path, rating).expect(200).json().path("ratable").asBoolean())
        .isFalse();
    assertThat(town.anybody().post(path, rating).status()).isEqualTo(409);
  }

  /** A unit is graded from five cases on; here one is enough. */
  private void the_unit_is_graded() throws IOException {
    Files.writeString(
        town.home().resolve("etc/org.zhili.scoring.weighted.ThreeRates.cfg"),
        "minimumSample = 1\n");
    JsonNode score = Eventually.get(java.time.Duration.ofSeconds(90), this::score);
    assertThat(score.path("sample").asInt()).isPositive();
    BigDecimal sum = BigDecimal.ZERO;
    for (JsonNode line : score.path("lines")) {
      sum = sum.add(line.path("points").decimalValue());
      assertThat(line.path("why").path("zh").asText()).isNotBlank();
      assertThat(line.path("why").path("en").asText()).isNotBlank();
    }
    assertThat(score.path("lines"))
        .extracting(line -> line.path("criterion").asText())
        .containsExactly("response", "resolution", "satisfaction");
    assertThat(sum).isEqualByComparingTo(score.path("total").decimalValue());
    assertThat(sum).isPositive();
  }

  private JsonNode score() {
    String today = LocalDateTime.ofInstant(now(), ZONE).toLocalDate().toString();
    town.people()
        .supervisor()
        .post(
            "/scores/runs",
            """
            {"from": "%s", "to": "%s"}"""
                .formatted(today, today))
        .expect(200);
    JsonNode score =
        town.people()
            .of("municipal-works")
            .read("/scores/municipal-works?from=" + today + "&to=" + today);
    assertThat(score.path("total").isNumber()).as("%s", score).isTrue();
    return score;
  }

  @Test
  void a_telecom_company_that_owns_the_cover_leads() {
    try (Cover cover = Cover.ownedBy("telecom-company", town, "story-telecom")) {
      cover.says("tilted");
      Matter matter = cover.onlyCase().ledBy("telecom-company");
      assertThat(matter.traced("dispatch").path("words").path("why.zh").asText()).contains("电信公司");
    }
  }

  @Test
  void a_repeated_message_opens_no_second_case() {
    try (Cover cover = Cover.of(town, "story-repeat")) {
      cover.says("tilted");
      cover.onlyCase();
      cover.says("tilted");
      Eventually.passes(() -> assertThat(cover.alarms()).containsExactly("RAISED", "MERGED"));
      assertThat(cover.cases()).hasSize(1);
    }
  }
}
