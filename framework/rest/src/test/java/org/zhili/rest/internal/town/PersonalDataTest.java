package org.zhili.rest.internal.town;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.zhili.access.Role;
import org.zhili.rest.internal.door.Town;
import org.zhili.rest.internal.town.LiveTown.Try;

/** What names people is written into every text of a case, and looked for in every answer. */
class PersonalDataTest {
  private static final String MOBILE = "13812345678";
  private static final String IDENTITY = "110101199003071234";
  private static final String PLATE = "浙A12345";
  private static final List<String> PLANTED = List.of(MOBILE, IDENTITY, PLATE);
  private static final String TEXT = "张某" + MOBILE + "，证号" + IDENTITY + "，车" + PLATE + "。";

  private static final String REPORT =
      """
      {"type":"test.component","filing":"missing","source":"hotline","subject":"manhole_cover",
       "condition":"missing","area":"east-1","address":"%1$s","position":{"latitude":30.6,"longitude":104.1},"summary":"%1$s",
       "severity":"MAJOR","evidence":[{"kind":"note","content":"%1$s"}]}"""
          .formatted(TEXT);

  private static final String NOTE =
      """
      {"action":"note","note":"%1$s","evidence":[{"kind":"note","content":"%1$s"}]}"""
          .formatted(TEXT);

  private static final String SUSPENSION =
      """
      {"action":"suspend","reason":"%s"}"""
          .formatted(TEXT);

  private final LiveTown town = new LiveTown();
  private String id = "";

  @BeforeEach
  void plant() {
    Town.Answer opened = post("/cases", REPORT);
    assertThat(opened.status()).as(opened.body()).isEqualTo(201);
    id = opened.json().path("id").asText();
    for (String action : List.of(NOTE, SUSPENSION, "{\"action\":\"accept\"}")) {
      post("/cases/" + id + "/actions", action);
    }
    assertThat(get("/cases/" + id + "/trace", LiveTown.ALL).json().path("entries"))
        .hasSizeGreaterThan(2);
  }

  @AfterEach
  void close() {
    town.close();
  }

  @Test
  void no_answer_tells_it_to_anybody_who_did_not_say_why() {
    int told = 0;
    for (Operation operation : Operation.of(town.description())) {
      if (!operation.method().equals("GET") || operation.path().equals("/live")) {
        continue;
      }
      String address = operation.path().replace("{case}", id);
      String filled = address.contains("{") ? operation.address(town) : address;
      for (String role :
          List.of(LiveTown.ALL, Role.OPERATOR, Role.SUPERVISOR, Role.ADMINISTRATOR)) {
        String answer = shown(get(filled, role));
        assertThat(answer).as(role + " " + filled).doesNotContain(PLANTED);
        told += answer.contains("138****5678") ? 1 : 0;
      }
    }
    // the list, the case, its trace, the queue of reviews, and the workbook of cases
    assertThat(told).isGreaterThan(11);
  }

  /** Of a workbook, what stands in it. */
  private static String shown(Town.Answer answer) {
    boolean book = answer.header("Content-Type").contains("spreadsheetml");
    return book ? answer.workbook() : answer.body();
  }

  @Test
  void workbooks_are_looked_into() {
    assertThat(shown(get("/exports/cases", LiveTown.ALL))).contains("138****5678", "张某");
  }

  @Test
  void why_an_advice_was_overruled_is_told_without_it() {
    String waiting = town.sample("/reviews/{case}", "case");
    String decision = "{\"lead\":\"telecom\",\"reason\":\"%s\"}".formatted(TEXT);
    Town.Answer decided = post("/reviews/" + waiting + "/decision", decision);
    assertThat(decided.status()).as(decided.body()).isEqualTo(200);
    assertThat(get("/cases/" + waiting + "/reviews", Role.SUPERVISOR).body())
        .contains("138****5678")
        .doesNotContain(PLANTED);
  }

  @Test
  void a_case_says_whether_something_is_covered() {
    assertThat(get("/cases/" + id, LiveTown.ALL).json().path("covered").asBoolean()).isTrue();
    assertThat(get("/cases/" + id + "/trace", LiveTown.ALL).json().path("covered").asBoolean())
        .isTrue();
    String plain = town.sample("/cases/{case}", "case");
    assertThat(get("/cases/" + plain, LiveTown.ALL).json().path("covered").asBoolean(true))
        .isFalse();
  }

  @Test
  void who_says_why_sees_it_and_nobody_keeps_the_answer() {
    Town.Answer shown = post("/cases/" + id + "/disclosure", "{\"reason\":\"回访\"}");
    assertThat(shown.status()).isEqualTo(200);
    assertThat(shown.header("Cache-Control")).contains("no-store");
    assertThat(shown.json().path("summary").path("zh").asText()).isEqualTo(TEXT);
    assertThat(shown.json().path("address").asText()).isEqualTo(TEXT);
    assertThat(shown.json().path("evidence").get(0).path("content").asText()).isEqualTo(TEXT);
    assertThat(shown.json().path("trace").toString()).contains(PLANTED);
  }

  @Test
  void without_a_reason_nothing_is_shown() {
    Town.Answer refused = post("/cases/" + id + "/disclosure", "{\"reason\":\" \"}");
    assertThat(refused.status() + " " + refused.code()).isEqualTo("422 ZL-2008");
    assertThat(refused.body()).doesNotContain(PLANTED);
  }

  private Town.Answer get(String address, String token) {
    return town.answer(
        new Try(address, "GET", address, Map.of(), Optional.of(token), Optional.empty()));
  }

  private Town.Answer post(String address, String body) {
    return town.answer(
        new Try(
            address,
            "POST",
            address,
            Map.of(
                "Content-Type",
                "application/json",
                "Idempotency-Key",
                UUID.randomUUID().toString()),
            Optional.of(LiveTown.ALL),
            Optional.of(body.getBytes(StandardCharsets.UTF_8))));
  }
}
