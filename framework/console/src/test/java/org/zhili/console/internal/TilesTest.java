package org.zhili.console.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhili.web.Exchange;

/** Tiles below the map, of the host that was named and no other. */
class TilesTest {
  private static final String THERE = "https://tiles.example.org:8443/{z}/{x}/{y}.png?k=v";

  private final Console console = new Console();

  @Test
  void there_are_none_unless_a_town_names_them() throws IOException {
    assertThat(asked("/tiles.js").body()).startsWith("export default {template: \"\"");
    console.settle(configuration("", "", 18));
    assertThat(asked("/tiles.js").body()).startsWith("export default {template: \"\"");
    assertThat(policy()).contains("img-src 'self' data: blob:;");
  }

  @Test
  void a_host_that_is_named_may_give_pictures() throws IOException {
    console.settle(configuration(THERE, "测绘院 审图号", 17));
    assertThat(asked("/tiles.js").body())
        .contains(THERE, "测绘院 审图号", "zoom: 17")
        .doesNotContain("\n}");
    assertThat(policy()).contains("img-src 'self' data: blob: https://tiles.example.org:8443;");

    console.settle(configuration("/tiles/{z}/{x}/{y}.png", "", 17));
    assertThat(policy()).contains("img-src 'self' data: blob:;");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://tiles.example.org/{z}/{x}.png",
        "https://{s}.example.org/{z}/{x}/{y}.png",
        "https://tiles.example.org/{z}/{x}/{y}/{key}",
        "//tiles.example.org/{z}/{x}/{y}",
        "ftp://tiles.example.org/{z}/{x}/{y}",
        "https://tiles.example.org; script-src */{z}/{x}/{y}",
        "https://tiles.example.org/{z}/{x}/{y}\"};alert(1)//",
        "javascript:alert(1)/{z}/{x}/{y}"
      })
  void what_is_no_address_of_tiles_shows_none(String template) throws IOException {
    console.settle(configuration(template, "", 18));
    assertThat(asked("/tiles.js").body()).startsWith("export default {template: \"\"");
    assertThat(policy()).contains("img-src 'self' data: blob:;").doesNotContain("example");
  }

  @Test
  void neither_does_what_could_end_a_string_or_a_zoom_nobody_has() {
    assertThat(Tiles.of(THERE, "\"", 18)).isEmpty();
    assertThat(Tiles.of(THERE, "<b>", 18)).isEmpty();
    assertThat(Tiles.of(THERE, "", 0)).isEmpty();
    assertThat(Tiles.of(THERE, "", 23)).isEmpty();
  }

  private String policy() throws IOException {
    return String.valueOf(asked("/").header("Content-Security-Policy"));
  }

  private Exchange asked(String path) throws IOException {
    Exchange exchange = new Exchange(path);
    console.doGet(exchange.request(), exchange.response());
    return exchange;
  }

  private static ConsoleConfiguration configuration(String tiles, String by, int zoom) {
    Map<String, Object> values = Map.of("tiles", tiles, "tilesBy", by, "tilesZoom", zoom);
    return (ConsoleConfiguration)
        Proxy.newProxyInstance(
            ConsoleConfiguration.class.getClassLoader(),
            new Class<?>[] {ConsoleConfiguration.class},
            (proxy, asked, arguments) -> values.get(asked.getName()));
  }
}
