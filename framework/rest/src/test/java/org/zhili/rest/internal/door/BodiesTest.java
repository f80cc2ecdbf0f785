package org.zhili.rest.internal.door;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.zhili.rest.internal.door.Shape.assertProblem;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhili.rest.internal.door.Town.Answer;

/** Bodies that are not what an operation takes. */
class BodiesTest {
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

  @Test
  void what_is_right_comes_back_as_it_went_without_nulls() {
    Answer answer =
        post(
            """
            {"title":"井盖丢失","day":"2026-11-23","grade":"HIGH","at":"2026-11-23T08:00:00Z",
             "place":{"latitude":31.5},"amount":12.50}""");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body())
        .isEqualTo(
            """
            {"title":"井盖丢失","day":"2026-11-23","grade":"HIGH","place":{"latitude":31.5},\
            "amount":12.50,"at":"2026-11-23T08:00:00Z"}""");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{",
        "{\"title\":\"x\",}",
        "{\"title\":NaN}",
        "{\"title\":\"a\",\"title\":\"b\"}",
        "{'title':'x'}",
        "{\"title\":\"\\ud800\"}",
        "{\"title\":\"\\u0000\"}",
        "{\"t\\u0000\":\"x\"}",
        "{\"place\":{\"latitude\":1e400}}",
        "{\"amount\":1e-999999999}",
        "{\"amount\":1e99999}",
        "{\"amount\":11111111111111111111111111111111111111111111111111111111111111111}",
        "\uFEFF{\"title\":\"x\"}",
      })
  void what_is_no_proper_json_is_refused(String json) {
    assertProblem(post(json), 400, "ZL-5002");
  }

  @Test
  void json_in_another_encoding_is_refused() {
    Answer answer =
        town.send(
            "POST",
            "/reports",
            Optional.of(BodyPublishers.ofByteArray(GOOD.getBytes(UTF_16))),
            "Content-Type",
            "application/json;charset=utf-16",
            "As",
            "operator");
    assertProblem(answer, 400, "ZL-5002");
  }

  @Test
  void bytes_that_are_no_utf8_are_refused() {
    byte[] bytes = GOOD.getBytes(UTF_8);
    bytes[12] = (byte) 0xff;
    Answer answer =
        town.send(
            "POST",
            "/reports",
            Optional.of(BodyPublishers.ofByteArray(bytes)),
            "Content-Type",
            "application/json",
            "As",
            "operator");
    assertProblem(answer, 400, "ZL-5002");
  }

  @Test
  void json_too_deep_is_refused() {
    assertThat(any("[".repeat(64) + "]".repeat(64)).status()).isEqualTo(200);
    assertProblem(any("[".repeat(65) + "]".repeat(65)), 400, "ZL-5002");
  }

  @Test
  void a_number_or_a_name_without_end_is_refused() {
    assertThat(any("\"" + "x".repeat(9_000) + "\"").status()).isEqualTo(200);
    assertProblem(any("[" + "1".repeat(65) + "]"), 400, "ZL-5002");
    assertProblem(any("{\"" + "x".repeat(1_001) + "\":1}"), 400, "ZL-5002");
  }

  private static Answer any(String json) {
    return town.post("/reports/any", json, "As", "unit");
  }

  @Test
  void what_follows_the_json_is_refused() {
    assertThat(post(GOOD + " ").status()).isEqualTo(200);
    assertThat(post(GOOD + " {}").status()).isEqualTo(400);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"title\":7}                              | title",
        "{\"title\":[\"x\"]}                        | title",
        "{\"day\":\"soon\"}                         | day",
        "{\"place\":{\"latitude\":\"1.5\"}}         | place.latitude",
        "{\"place\":{}}                             | place.latitude",
        "{\"others\":[{\"latitude\":1},{\"latitude\":null}]} | others[1].latitude",
        "[]                                         | ''",
      })
  void a_value_of_another_kind_is_refused_with_its_place(String json, String field) {
    Answer answer = post(json);
    assertProblem(answer, 400, "ZL-5003");
    assertThat(answer.json().at("/violations/0/field").asText()).isEqualTo(field);
  }

  @Test
  void a_word_that_is_not_among_the_choices_is_told_with_the_choices() {
    Answer answer = post("{\"grade\":\"HUGE\"}");
    assertProblem(answer, 400, "ZL-5003");
    assertThat(answer.json().at("/violations/0/messages/en").asText()).contains("LOW, HIGH");
    assertProblem(post("{\"grade\":1}"), 400, "ZL-5003");
  }

  @Test
  void a_field_nobody_knows_is_refused_by_name() {
    Answer answer = post("{\"title\":\"x\",\"status\":\"CLOSED\"}");
    assertProblem(answer, 400, "ZL-5004");
    assertThat(answer.json().path("detail").asText()).contains("status");
  }

  @Test
  void an_endless_name_is_not_repeated() {
    assertThat(post("{\"" + "x".repeat(900) + "\":1}").body().length()).isLessThan(1_500);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "null"})
  void an_empty_body_is_refused_even_where_nothing_was_demanded(String body) {
    assertProblem(town.post("/reports/unchecked", body, "As", "unit"), 400, "ZL-5005");
  }

  @Test
  void everything_that_is_not_valid_is_told_at_once_in_both_languages() {
    Answer answer =
        post(
            """
            {"title":"%s","place":{"latitude":99},"others":[{"latitude":1},{"latitude":-99}]}"""
                .formatted("x".repeat(21)));
    assertProblem(answer, 400, "ZL-5007");
    JsonNode violations = answer.json().path("violations");
    assertThat(violations.findValuesAsText("field"))
        .containsExactly("day", "others[1].latitude", "place.latitude", "title");
    assertThat(violations.at("/3/messages/zh").asText()).contains("0", "20");
    assertThat(violations.at("/3/messages/en").asText()).isEqualTo("size must be between 0 and 20");
    assertThat(violations.at("/3/message").asText())
        .isEqualTo(violations.at("/3/messages/zh").asText());
  }

  @Test
  void a_compressed_body_is_refused() {
    assertProblem(
        town.post("/reports", GOOD, "Content-Encoding", "gzip", "As", "operator"), 415, "ZL-5016");
  }

  @Test
  void a_large_body_is_refused_before_it_is_read() {
    assertProblem(post(large()), 413, "ZL-5014");
  }

  @Test
  void a_large_body_without_a_length_is_refused_while_it_is_read() {
    InputStream endless = new ByteArrayInputStream(large().getBytes(UTF_8));
    Answer answer =
        town.send(
            "POST",
            "/reports",
            Optional.of(BodyPublishers.ofInputStream(() -> endless)),
            "Content-Type",
            "application/json",
            "As",
            "operator");
    assertProblem(answer, 413, "ZL-5014");
    assertThat(answer.header("Connection")).as("nobody reads the rest").isEqualTo("close");
  }

  @Test
  void a_photo_may_be_larger_than_json_but_not_endless() {
    assertThat(photo(40_000).body()).isEqualTo("40000");
    Answer refused = photo(60_000);
    assertProblem(refused, 413, "ZL-5014");
    assertThat(refused.header("Connection")).as("nobody reads it").isEqualTo("close");
  }

  private static Answer photo(int size) {
    return town.send(
        "POST",
        "/reports/photos",
        Optional.of(BodyPublishers.ofByteArray(new byte[size])),
        "Content-Type",
        "image/png",
        "As",
        "unit");
  }

  @Test
  void of_many_odd_bodies_none_breaks_anything() {
    List<String> odd =
        List.of(
            "null",
            "true",
            "-1",
            "1e400",
            "1e-999",
            "0.1",
            "\"\"",
            "\"\\u0000\"",
            "\"=cmd|x\"",
            "\"2026-02-30\"",
            "\"2026-11-23\"",
            "\"9999999999999-01-01\"",
            "\"HIGH\"",
            "\"𠮷㐂\"",
            "\"\\udc00\"",
            "[]",
            "[null]",
            "[[]]",
            "{}",
            "{\"latitude\":1}",
            "{\"a\":{}}",
            "[{\"latitude\":-90.0}]",
            "123456789012345678901234567890");
    List<String> fields = List.of("title", "day", "grade", "place", "others", "amount", "at", "x");
    Random random = new Random(20_261_123);
    for (int i = 0; i < 400; i++) {
      String body =
          IntStream.range(0, 1 + random.nextInt(4))
              .mapToObj(
                  n ->
                      "\"%s\":%s"
                          .formatted(
                              fields.get(random.nextInt(fields.size())),
                              odd.get(random.nextInt(odd.size()))))
              .collect(Collectors.joining(",", "{", "}"));
      assertThat(post(body).status()).as(body).isIn(200, 400);
    }
  }

  private static String large() {
    return "{\"title\":\"" + "x".repeat((int) Town.MAX_BODY) + "\"}";
  }

  private static Answer post(String json) {
    return town.post("/reports", json, "As", "operator");
  }
}
