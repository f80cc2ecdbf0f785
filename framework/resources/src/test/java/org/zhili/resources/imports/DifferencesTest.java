package org.zhili.resources.imports;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DifferencesTest {
  @Test
  void a_short_text_is_told_as_it_is() {
    assertThat(Differences.cut("x".repeat(200), "")).isEqualTo("x".repeat(200));
  }

  @Test
  void a_long_text_is_told_from_shortly_before_it_differs() {
    String same = "s".repeat(1_000);
    assertThat(Differences.cut(same + "old" + same, same + "new" + same))
        .isEqualTo("…" + "s".repeat(40) + "old" + "s".repeat(157) + "…");
    assertThat(Differences.cut(same + "old", same)).isEqualTo("…" + "s".repeat(40) + "old");
    assertThat(Differences.cut(same, "")).isEqualTo("s".repeat(200) + "…");
  }

  @Test
  void no_sign_is_cut_in_two() {
    String signs = "𠮷".repeat(300);
    assertThat(Differences.cut("a" + signs, "")).isEqualTo("a" + "𠮷".repeat(99) + "…");
    assertThat(Differences.cut(signs, signs + "x")).endsWith("𠮷").startsWith("…𠮷");
  }
}
