package org.zhili.resources.internal.cases;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.zhili.casework.Evidence;

class CoveredTest {
  @Test
  void the_reference_of_a_photo_is_left_even_where_it_looks_like_a_number() {
    Evidence photo = new Evidence("photo", "attachment:aaaaaaaa-a138-1234-5678-aaaaaaaaaaaa");
    assertThat(Covered.evidence(photo)).isEqualTo(photo);
  }

  @Test
  void words_are_covered() {
    assertThat(Covered.evidence(new Evidence("note", "打13812345678")))
        .isEqualTo(new Evidence("note", "打138****5678"));
  }
}
