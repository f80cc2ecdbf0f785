package org.zhili.console.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The files a browser gets: whole, of this bundle alone, and in both languages. */
class WebTest {
  private static final Pattern KEY = Pattern.compile("(?:^|[{,\\s])'?([\\w.-]+)'?: '");
  private static final Pattern USED = Pattern.compile("\\bword\\('([\\w.-]+)'");
  private static final Pattern HAN = Pattern.compile("[\\p{IsHan}、，。：；]");

  /** What an element does by itself when it is put somewhere or taken away. */
  private static final Pattern OWN =
      Pattern.compile(
          "(?m)^  (?:async )?(after|animate|append|before|closest|matches|normalize|prepend|remove"
              + "|replaceChildren|replaceWith|scroll)\\(");

  @Test
  void no_page_takes_a_name_that_every_element_has() throws IOException {
    for (Path script : scripts()) {
      assertThat(OWN.matcher(Files.readString(script)).results().map(found -> found.group(1)))
          .as(script.getFileName().toString())
          .isEmpty();
    }
  }

  @Test
  void every_word_is_there_in_chinese_and_in_english() throws IOException {
    String words = read("words.js");
    int english = words.indexOf("\n  en: {");
    Set<String> zh = keys(words.substring(0, english));
    Set<String> en = keys(words.substring(english, words.indexOf("\n};")));
    assertThat(zh).isEqualTo(en).hasSizeGreaterThan(100);
  }

  @Test
  void every_word_that_is_used_is_there() throws IOException {
    Set<String> known = keys(read("words.js"));
    for (Path script : scripts()) {
      List<String> used =
          USED.matcher(Files.readString(script)).results().map(found -> found.group(1)).toList();
      assertThat(known).as(script.getFileName().toString()).containsAll(used);
    }
  }

  @Test
  void every_reason_messages_are_narrowed_by_has_a_word() throws IOException {
    String kinds =
        Pattern.compile("KINDS = \\[(.*)]")
            .matcher(read("pages/quarantine.js"))
            .results()
            .map(found -> found.group(1))
            .findFirst()
            .orElseThrow();
    Set<String> words =
        Pattern.compile("'(\\w+)'")
            .matcher(kinds)
            .results()
            .map(found -> "kept." + found.group(1))
            .collect(Collectors.toSet());
    assertThat(words).hasSizeGreaterThan(5);
    assertThat(keys(read("words.js"))).containsAll(words);
  }

  @Test
  void every_word_of_the_editors_is_there() throws IOException {
    Set<String> known =
        Pattern.compile("[{ ]'?([\\w.-]+)'?: \\[")
            .matcher(read("editor-words.js"))
            .results()
            .map(found -> found.group(1))
            .collect(Collectors.toSet());
    assertThat(known).hasSizeGreaterThan(100);
    for (Path script : scripts()) {
      List<String> used =
          Pattern.compile("\\btell\\('([\\w.-]+)'")
              .matcher(Files.readString(script))
              .results()
              .map(found -> found.group(1))
              .toList();
      assertThat(known).as(script.getFileName().toString()).containsAll(used);
    }
  }

  @Test
  void words_lie_with_the_others() throws IOException {
    for (Path script : scripts()) {
      boolean words = script.toString().endsWith("words.js") || script.endsWith("zhili.js");
      assertThat(HAN.matcher(Files.readString(script)).find() && !words)
          .as(script.getFileName().toString())
          .isFalse();
    }
  }

  @Test
  void the_page_loads_what_is_in_this_bundle_and_nothing_else() throws IOException {
    String page = read("index.html");
    List<String> addresses =
        Pattern.compile("(?:src|href)=\"([^\"]+)\"|: \"(\\./[^\"]+)\"")
            .matcher(page)
            .results()
            .map(found -> Objects.requireNonNullElse(found.group(1), found.group(2)))
            .toList();
    assertThat(addresses).hasSizeGreaterThan(8);
    for (String address : addresses) {
      assertThat(address).doesNotContain("//");
      if (!address.endsWith("/")) {
        assertThat(WebTest.class.getResource("web/" + address)).as(address).isNotNull();
      }
    }
  }

  private static Set<String> keys(String words) {
    return KEY.matcher(words)
        .results()
        .map((MatchResult found) -> found.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static List<Path> scripts() throws IOException {
    Path web = Path.of("src/main/resources/org/zhili/console/internal/web");
    try (Stream<Path> files = Files.walk(web)) {
      return files.filter(file -> file.toString().endsWith(".js")).toList();
    }
  }

  private static String read(String name) throws IOException {
    try (var in = WebTest.class.getResourceAsStream("web/" + name)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
