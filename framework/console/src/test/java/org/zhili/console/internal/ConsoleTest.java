package org.zhili.console.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ConsoleTest {
  private final Console console = new Console();

  @Test
  void the_folder_is_its_page_and_the_name_without_a_slash_leads_there() throws IOException {
    Exchange page = asked("/");
    assertThat(page.header("Content-Type")).isEqualTo("text/html;charset=utf-8");
    assertThat(page.header("Content-Security-Policy")).contains("script-src 'self' 'sha256-");
    assertThat(page.body()).contains("<zhili-shell>");
    assertThat(asked("/index.html").body()).isEqualTo(page.body());
    Exchange bare = asked(null);
    assertThat(bare.status()).isEqualTo(302);
    assertThat(bare.header("Location")).isEqualTo("console/");
  }

  @Test
  void scripts_and_libraries_come_from_this_bundle() throws IOException {
    for (String file : List.of("/shell.js", "/pages/cases.js", "/lit/index.js")) {
      assertThat(asked(file).header("Content-Type")).isEqualTo("text/javascript;charset=utf-8");
    }
    assertThat(asked("/lit/directives/class-map.js").status()).isEqualTo(200);
  }

  @Test
  void what_is_not_meant_for_browsers_is_not_there() throws IOException {
    for (String file :
        List.of(
            "/nothing.js",
            "/../Console.class",
            "/pages/../shell.js",
            "/pages",
            "/web.txt",
            "//shell.js",
            "/Shell.js")) {
      assertThat(asked(file).status()).as(file).isEqualTo(404);
    }
  }

  private Exchange asked(@Nullable String path) throws IOException {
    Exchange exchange = new Exchange(path);
    console.doGet(exchange.request(), exchange.response());
    return exchange;
  }
}
