package org.zhili.citypack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhili.rules.CityPack;
import org.zhili.text.Language;
import org.zhili.text.Text;

/** The words a city has of its own. */
class CityWordsTest {
  private final Path folder;

  CityWordsTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    write("city.json", minimalCity());
    write("calendar.csv", "date,kind,name,source\n");
    write("units.csv", "id,name_zh,name_en\n");
  }

  @Test
  void a_citys_own_words_are_read_and_are_no_rule() throws IOException {
    String before = CityPackReader.read(folder).orThrow().rules().version();
    write("words_zh_CN.properties", "urban.full = 桶满了，已到 {0}%。\n");

    CityPack pack = CityPackReader.read(folder).orThrow();

    assertThat(pack.words().render(Text.of("urban.full", "93"), Language.ZH))
        .isEqualTo("桶满了，已到 93%。");
    assertThat(pack.words().keys(Language.EN)).isEmpty();
    assertThat(pack.rules().version()).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(strings = {"urban.full = It's full", "urban.full = {0", "urban.full = {x}"})
  void words_that_cannot_be_used_are_faults(String line) throws IOException {
    write("words_en.properties", line);

    assertThat(CityPackReader.read(folder).faults())
        .singleElement()
        .satisfies(
            fault ->
                assertThat(fault.in(Language.EN))
                    .startsWith("words_en.properties ZL-1228 The words of “urban.full”"));
  }

  @Test
  void words_in_a_file_of_another_name_are_a_fault() throws IOException {
    write("words_zh.properties", "urban.full = 满\n");

    assertThat(CityPackReader.read(folder).faults())
        .extracting(Fault::code)
        .containsExactly("ZL-1204");
  }

  private static String minimalCity() {
    return """
        {"name": {"zh": "小城", "en": "Small City"}, "tenant": "small", "zone": "Asia/Shanghai",
         "strategy": "rule-table", "scoringModel": "three-rates"}
        """;
  }

  private void write(String file, String text) throws IOException {
    Files.writeString(folder.resolve(file), text);
  }
}
