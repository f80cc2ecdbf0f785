package org.zhili.citypack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhili.rules.AlertPolicy;
import org.zhili.rules.Matter;
import org.zhili.text.Wording;

/** What residents may report, as a city writes it down. */
class CityMattersTest {
  private static final String HEADER = "id,name_zh,name_en,case_type,filing,subject,condition\n";
  private static final String MISSING =
      "cover,井盖没了,A cover is gone,urban.component,cover-missing,manhole_cover,missing\n";
  private static final String OTHER = "tree,树倒了,A tree fell,greens.tree,,tree,fallen\n";

  private final Path folder;

  CityMattersTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    Files.writeString(
        folder.resolve("city.json"),
        """
        {"name": {"zh": "城", "en": "City"}, "tenant": "demo", "zone": "Asia/Shanghai",
         "strategy": "rule-table", "scoringModel": "three-rates"}""");
    Files.writeString(folder.resolve("units.csv"), "id,name_zh,name_en\n");
    Files.writeString(folder.resolve("calendar.csv"), "date,kind,name,source\n");
    Files.createDirectory(folder.resolve("case-types"));
    try (var type = CityMattersTest.class.getResourceAsStream("city/case-types/component.json")) {
      Files.copy(Optional.ofNullable(type).orElseThrow(), folder.resolve("case-types/own.json"));
    }
  }

  @Test
  void matters_are_read_in_the_order_they_are_offered() throws IOException {
    Files.writeString(folder.resolve("matters.csv"), HEADER + OTHER + MISSING);
    assertThat(CityPackReader.read(folder).orThrow().rules().matters())
        .containsExactly(
            new Matter(
                "tree",
                new Wording("树倒了", "A tree fell"),
                new AlertPolicy.Opens("greens.tree", Optional.empty()),
                "tree",
                "fallen"),
            new Matter(
                "cover",
                new Wording("井盖没了", "A cover is gone"),
                new AlertPolicy.Opens("urban.component", Optional.of("cover-missing")),
                "manhole_cover",
                "missing"));
  }

  @Test
  void a_city_without_any_lets_residents_report_nothing() {
    assertThat(CityPackReader.read(folder).orThrow().rules().matters()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "'cover,井', 'two words,井', ZL-1216 2:1",
    "井盖没了, '', ZL-1214 2:2",
    "cover-missing, cover-gone, ZL-1231 2:5",
    "urban.component, component, ZL-1216 2:4",
    "',missing\n', ',\n', ZL-1214 2:7",
  })
  void a_fault_is_told_with_its_place(String from, String to, String expected) throws IOException {
    Files.writeString(folder.resolve("matters.csv"), HEADER + MISSING.replace(from, to));
    assertThat(CityPackReader.read(folder).faults())
        .filteredOn(fault -> fault.file().equals("matters.csv"))
        .extracting(fault -> fault.code() + " " + fault.line() + ":" + fault.column())
        .containsExactly(expected);
  }

  @Test
  void two_matters_cannot_have_one_name() throws IOException {
    Files.writeString(folder.resolve("matters.csv"), HEADER + MISSING + MISSING);
    assertThat(CityPackReader.read(folder).faults())
        .extracting(Fault::code)
        .containsExactly("ZL-1230");
  }
}
