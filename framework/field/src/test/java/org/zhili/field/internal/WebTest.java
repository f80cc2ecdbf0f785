package org.zhili.field.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.zhili.web.Exchange;

/** The files a browser gets: few, of this bundle alone, and in both languages. */
class WebTest {
  /** What a phone far from everything may load. */
  private static final int MOST_BYTES = 150 * 1024;

  private static final Pattern KEY = Pattern.compile("(?:^|[{,\\s])'?([\\w-]+)'?: '");
  private static final Pattern USED = Pattern.compile("\\bword\\('([\\w-]+)'");
  private static final Pattern HAN = Pattern.compile("[\\p{IsHan}、，。：；（）？]");
  private static final Pattern IMPORTED = Pattern.compile("(?:from|import) '([^']+)'");
  private static final Pattern LINKED = Pattern.compile("(?:src|href)=\"([^\"]+)\"");
  private static final Pattern MARKUP =
      Pattern.compile("innerHTML|outerHTML|insertAdjacentHTML|document\\.write|DOMParser");

  private final Field field = new Field();

  @Test
  void everything_together_is_small_enough_for_a_bad_line() throws IOException {
    int all = 0;
    for (Path file : files("")) {
      String name = "/" + web().relativize(file).toString().replace('\\', '/');
      Exchange exchange = new Exchange(name);
      field.doGet(exchange.request(), exchange.response());
      assertThat(exchange.status()).as(name).isEqualTo(200);
      all += zipped(Files.readAllBytes(file));
    }
    assertThat(all).isBetween(1_000, MOST_BYTES);
  }

  @Test
  void the_page_lets_in_nothing_but_its_own_files() throws IOException {
    Exchange page = new Exchange("/");
    field.doGet(page.request(), page.response());
    assertThat(page.header("Content-Security-Policy"))
        .contains("default-src 'none'", "script-src 'self';")
        .doesNotContain("unsafe");
    assertThat(found(LINKED, Files.readString(web().resolve("index.html"))))
        .hasSizeGreaterThan(2)
        .allMatch(name -> Files.exists(web().resolve(name)));
    for (Path script : files(".js")) {
      assertThat(found(IMPORTED, Files.readString(script)))
          .as(script.getFileName().toString())
          .allMatch(name -> name.startsWith("./") && Files.exists(web().resolve(name)));
    }
  }

  @Test
  void a_phone_keeps_every_file_there_is_but_the_one_that_keeps_them() throws IOException {
    Set<String> all =
        files("").stream()
            .map(file -> web().relativize(file).toString())
            .collect(Collectors.toCollection(TreeSet::new));
    all.remove("worker.js");
    assertThat(Shell.FILES).containsExactlyInAnyOrderElementsOf(all);
    Exchange worker = new Exchange("/worker.js");
    field.doGet(worker.request(), worker.response());
    assertThat(worker.header("Content-Type")).startsWith("text/javascript");
    assertThat(worker.body()).startsWith("const EDITION = '").contains("'page.js'", "addAll(");
  }

  @Test
  void words_of_people_are_never_read_as_markup() throws IOException {
    for (Path script : files(".js")) {
      assertThat(MARKUP.matcher(Files.readString(script)).find())
          .as(script.getFileName().toString())
          .isFalse();
    }
  }

  @Test
  void every_word_is_there_in_chinese_and_in_english() throws IOException {
    String words = Files.readString(web().resolve("words.js"));
    int english = words.indexOf("\n  en: {");
    Set<String> zh = found(KEY, words.substring(0, english));
    Set<String> en = found(KEY, words.substring(english, words.indexOf("\n};")));
    assertThat(zh).isEqualTo(en).hasSizeGreaterThan(30);
    for (Path script : files(".js")) {
      String text = Files.readString(script);
      assertThat(zh).as(script.getFileName().toString()).containsAll(found(USED, text));
      assertThat(HAN.matcher(text).find())
          .as(script.getFileName().toString())
          .isEqualTo(script.endsWith("words.js"));
    }
  }

  private static int zipped(byte[] file) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
      zip.write(file);
    }
    return bytes.size();
  }

  private static Set<String> found(Pattern pattern, String text) {
    return pattern
        .matcher(text)
        .results()
        .map(found -> found.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static List<Path> files(String kind) throws IOException {
    try (Stream<Path> files = Files.walk(web())) {
      return files.filter(Files::isRegularFile).filter(f -> f.toString().endsWith(kind)).toList();
    }
  }

  /** As it is packed, libraries included. */
  private static Path web() {
    try {
      return Path.of(Objects.requireNonNull(WebTest.class.getResource("web")).toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
