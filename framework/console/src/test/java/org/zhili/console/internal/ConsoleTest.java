package org.zhili.console.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.zhili.web.Exchange;

class ConsoleTest {
  private final Console console = new Console();

  @Test
  void the_page_may_run_what_its_import_map_names() throws IOException {
    Exchange page = asked("/");
    assertThat(page.header("Content-Security-Policy")).contains("script-src 'self' 'sha256-");
    assertThat(page.body()).contains("<zhili-shell>");
  }

  @Test
  void scripts_and_libraries_come_from_this_bundle() throws IOException {
    for (String file :
        List.of("/shell.js", "/pages/cases.js", "/lit/index.js", "/leaflet/leaflet-src.esm.js")) {
      assertThat(asked(file).header("Content-Type")).isEqualTo("text/javascript;charset=utf-8");
    }
    assertThat(asked("/leaflet/leaflet.css").header("Content-Type"))
        .isEqualTo("text/css;charset=utf-8");
    assertThat(asked("/lit/directives/class-map.js").status()).isEqualTo(200);
  }

  private Exchange asked(String path) throws IOException {
    Exchange exchange = new Exchange(path);
    console.doGet(exchange.request(), exchange.response());
    return exchange;
  }
}
