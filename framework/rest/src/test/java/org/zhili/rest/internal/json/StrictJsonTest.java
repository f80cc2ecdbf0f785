package org.zhili.rest.internal.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StrictJsonTest {
  private final JsonMapper mapper = StrictJson.mapper();

  record Facts(
      Instant at,
      LocalDate day,
      Duration pause,
      BigDecimal amount,
      Optional<String> note,
      List<Optional<Integer>> numbers) {}

  record Nothing() {}

  @Test
  void times_are_iso_and_what_is_absent_is_not_written() throws JsonProcessingException {
    Facts facts =
        new Facts(
            Instant.EPOCH,
            LocalDate.EPOCH,
            Duration.ofMinutes(90),
            new BigDecimal("1E+3"),
            Optional.empty(),
            List.of(Optional.of(1)));
    String json = mapper.writeValueAsString(facts);
    assertThat(json)
        .isEqualTo(
            """
            {"at":"1970-01-01T00:00:00Z","day":"1970-01-01","pause":"PT1H30M",\
            "amount":1000,"numbers":[1]}""");
    assertThat(mapper.readValue(json, Facts.class))
        .usingRecursiveComparison()
        .withComparatorForType(BigDecimal::compareTo, BigDecimal.class)
        .isEqualTo(facts);
  }

  @Test
  void a_record_without_components_is_an_empty_object() throws JsonProcessingException {
    assertThat(mapper.writeValueAsString(new Nothing())).isEqualTo("{}");
  }

  @Test
  void a_text_ends_at_a_hundred_thousand_characters() throws JsonProcessingException {
    assertThat(mapper.readTree("\"" + "x".repeat(100_000) + "\"").isTextual()).isTrue();
    assertThatThrownBy(() -> mapper.readTree("\"" + "x".repeat(100_001) + "\""))
        .isInstanceOf(StreamConstraintsException.class);
  }
}
