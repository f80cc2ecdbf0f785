package org.zhili.demo.city;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PhrasesTest {
  @Test
  void a_factor_is_written_without_needless_noughts() {
    assertThat(Phrases.factor(60)).isEqualTo("60");
    assertThat(Phrases.factor(3600)).isEqualTo("3600");
    assertThat(Phrases.factor(0.5)).isEqualTo("0.5");
  }
}
