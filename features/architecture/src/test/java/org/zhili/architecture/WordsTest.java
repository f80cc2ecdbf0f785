package org.zhili.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds the Chinese words of every module to the rules, and shows that these bite. */
class WordsTest {
  private static final String WORDS = "_zh_CN.properties";
  private static final int AT_LEAST = 20;
  private static final int AT_LEAST_LINES = 5;

  private static final Pattern TEXT = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"");
  private static final Pattern COMMENT = Pattern.compile("\\s*(?:/?\\*|//).*");
  private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");

  /** Where a link leads. */
  private static final Pattern LINK = Pattern.compile("(?<=])\\([^)]*\\)");

  /** Pages with both languages in one file. */
  private static final List<String> BILINGUAL =
      List.of(
          "examples/city-assembly/README.md",
          "examples/demo-city/README.md",
          "examples/embed-plain-java/README.md",
          "examples/embed-spring-boot/README.md",
          "features/distribution/src/main/resources/etc/city/README.md",
          "framework/embedded/README.md");

  static List<Path> files() {
    return below("src/main/resources", WORDS);
  }

  private static List<Path> below(String folder, String ending) {
    return Town.MODULES.stream()
        .map(module -> Reactor.root().resolve(module.folder()).resolve(folder))
        .filter(Files::isDirectory)
        .flatMap(sources -> below(sources, ending).stream())
        .toList();
  }

  private static List<Path> below(Path folder, String ending) {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(file -> file.toString().endsWith(ending)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void the_files_are_seen() {
    assertThat(files()).hasSizeGreaterThan(AT_LEAST);
  }

  @ParameterizedTest
  @MethodSource("files")
  void chinese_sentences_have_chinese_marks(Path file) throws IOException {
    Properties words = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      words.load(reader);
    }
    assertThat(
            words.stringPropertyNames().stream()
                .flatMap(key -> WordRules.marksAreWide(key, words.getProperty(key)).stream()))
        .isEmpty();
  }

  @Test
  void what_operations_and_commands_say_of_themselves_has_chinese_marks() {
    List<String> said =
        below("src/main/java", ".java").stream()
            .filter(file -> !file.toString().contains("benchmarks")) // tables for machines
            .flatMap(file -> said(file).stream())
            .toList();
    assertThat(said).hasSizeGreaterThan(AT_LEAST);
    assertThat(said.stream().flatMap(text -> WordRules.marksAreWide("it", text).stream()))
        .isEmpty();
  }

  private static List<String> said(Path file) {
    return lines(file).stream()
        .filter(line -> !COMMENT.matcher(line).matches())
        .flatMap(line -> TEXT.matcher(line).results().map(MatchResult::group))
        .filter(text -> CHINESE.matcher(text).find())
        .toList();
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Stream<Path> pages() {
    return Stream.concat(
        BILINGUAL.stream().map(Reactor.root()::resolve),
        PagesTest.folders().stream().map(folder -> folder.resolve("README.zh-CN.md")));
  }

  @ParameterizedTest
  @MethodSource("pages")
  void chinese_pages_have_chinese_marks(Path page) {
    List<String> prose = prose(page);
    assertThat(prose.stream().filter(line -> CHINESE.matcher(line).find()))
        .hasSizeGreaterThan(AT_LEAST_LINES);
    assertThat(prose.stream().flatMap(line -> WordRules.marksAreWide("it", line).stream()))
        .isEmpty();
  }

  /** The lines of a page that are not code. */
  private static List<String> prose(Path page) {
    List<String> prose = new ArrayList<>();
    boolean code = false;
    for (String line : lines(page)) {
      boolean fence = line.startsWith("```");
      code ^= fence;
      if (!code && !fence && !line.startsWith("    ")) {
        prose.add(LINK.matcher(line).replaceAll(""));
      }
    }
    return prose;
  }

  @ParameterizedTest
  @ValueSource(strings = {"密码太短;请换一个。", "“{0}”;它已撤回", "期限({0})", "有误:{0}", "{0}, 请重试", "真的?"})
  void a_narrow_mark_is_caught(String words) {
    assertThat(WordRules.marksAreWide("x", words)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "密码太短；请换一个。",
        "用 zhili:dead list 查看",
        "不是 tcp://主机:端口 的形式",
        "{0,number} 条",
        "{0}: {1}"
      })
  void wide_marks_and_code_pass(String words) {
    assertThat(WordRules.marksAreWide("x", words)).isEmpty();
  }
}
