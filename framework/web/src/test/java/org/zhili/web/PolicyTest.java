package org.zhili.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Set;
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

  @Test
  void pictures_come_from_hosts_that_were_named_and_nothing_else_does() {
    Set<String> origins = Set.of("https://tiles.example.org", "http://10.0.0.5:8080");
    assertThat(Policy.of(MAP.getBytes(StandardCharsets.UTF_8), origins).content())
        .contains(
            "img-src 'self' data: blob: http://10.0.0.5:8080 https://tiles.example.org;",
            "connect-src 'self';",
            "style-src 'self';");
    assertThat(of(MAP)).contains("img-src 'self' data: blob:;");
  }

  private static String of(String page) {
    return Policy.of(page.getBytes(StandardCharsets.UTF_8), Set.of()).content();
  }
}
