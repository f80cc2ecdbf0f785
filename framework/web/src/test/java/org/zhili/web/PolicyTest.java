package org.zhili.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class PolicyTest {
  private static final String MAP =
      "<script type=\"importmap\">{\"imports\": {\"part\": \"./part.js\"}}</script>";

  @Test
  void an_import_map_is_let_in_by_its_hash_and_no_other_script() {
    String policy = of(MAP);
    assertThat(policy)
        .contains("default-src 'none'", "script-src 'self' 'sha256-", "frame-ancestors 'none'")
        .doesNotContain("unsafe");
    assertThat(of(MAP.replace("./part.js", "./other.js"))).isNotEqualTo(policy);
  }

  @Test
  void a_page_without_one_has_no_script_inside() {
    assertThat(of("<script>alert(1)</script>")).contains("script-src 'self';");
  }

  private static String of(String page) {
    return Policy.of(page.getBytes(StandardCharsets.UTF_8)).content();
  }
}
