package org.zhili.resources.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AuditDetailTest {
  @Test
  void what_has_a_value_is_a_pair_and_what_has_none_is_left_out() {
    AuditDetail detail =
        AuditDetail.NONE
            .with("state", List.of("OPEN", "CLOSED"))
            .with("standing", List.of())
            .with("area", Optional.of("east"))
            .with("unit", Optional.empty())
            .with("subject", null)
            .with("rows", 12)
            .with("areas", Set.of("west", "east"));
    assertThat(detail.pairs()).isEqualTo("state=CLOSED,OPEN area=east rows=12 areas=east,west");
  }

  @Test
  void what_has_gaps_or_signs_of_its_own_is_quoted_and_stays_one_value() {
    assertThat(AuditDetail.NONE.with("text", " a=1 'b' \"c\" ").with("rows", 1).pairs())
        .isEqualTo("text='a=1 ’b’ ”c”' rows=1");
  }

  @Test
  void numbers_of_people_are_covered_in_what_somebody_wrote() {
    assertThat(AuditDetail.NONE.text("text", "13812345678").text("who", null).pairs())
        .isEqualTo("text=138****5678");
    assertThat(AuditDetail.NONE.with("device", "13812345678").pairs())
        .as("an id")
        .isEqualTo("device=13812345678");
  }
}
