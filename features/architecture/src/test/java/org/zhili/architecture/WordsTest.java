package org.zhili.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds the Chinese words of every module to the rules, and shows that these bite. */
class WordsTest {
  private static final String WORDS = "_zh_CN.properties";
  private static final int AT_LEAST = 20;

  static List<Path> files() {
    return Town.MODULES.stream()
        .map(module -> Reactor.root().resolve(module.folder()).resolve("src/main/resources"))
        .filter(Files::isDirectory)
        .flatMap(folder -> below(folder).stream())
        .toList();
  }

  private static List<Path> below(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(file -> file.toString().endsWith(WORDS)).toList();
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
