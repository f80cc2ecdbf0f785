package org.zhili.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WebFolderTest {
  private final WebFolder folder = WebFolder.beside(WebFolderTest.class);

  @Test
  void the_folder_is_its_page_and_the_name_without_a_slash_leads_there() throws IOException {
    Exchange page = asked("/");
    assertThat(page.header("Content-Type")).isEqualTo("text/html;charset=utf-8");
    assertThat(page.header("Content-Security-Policy")).contains("script-src 'self' 'sha256-");
    assertThat(page.body()).contains("page.js");
    assertThat(asked("/index.html").body()).isEqualTo(page.body());
    Exchange bare = asked(null);
    assertThat(bare.status()).isEqualTo(302);
    assertThat(bare.header("Location")).isEqualTo("page/");
  }

  @Test
  void scripts_come_from_the_folder_and_from_folders_inside() throws IOException {
    for (String file : List.of("/page.js", "/inner/part.js")) {
      assertThat(asked(file).header("Content-Type")).isEqualTo("text/javascript;charset=utf-8");
    }
  }

  @Test
  void a_page_can_be_put_on_a_phone() throws IOException {
    assertThat(asked("/app.webmanifest").header("Content-Type"))
        .isEqualTo("application/manifest+json");
    assertThat(asked("/").header("Content-Security-Policy"))
        .contains("manifest-src 'self'", "worker-src 'self'");
  }

  @Test
  void what_is_not_meant_for_browsers_is_not_there() throws IOException {
    for (String file :
        List.of(
            "/nothing.js",
            "/../WebFolder.class",
            "/inner/../page.js",
            "/inner",
            "/secret.txt",
            "//page.js",
            "/..page.js",
            "/page..js",
            "/Page.js")) {
      assertThat(asked(file).status()).as(file).isEqualTo(404);
    }
  }

  private Exchange asked(@Nullable String path) throws IOException {
    Exchange exchange = new Exchange(path);
    folder.answer(exchange.request(), exchange.response());
    return exchange;
  }
}
