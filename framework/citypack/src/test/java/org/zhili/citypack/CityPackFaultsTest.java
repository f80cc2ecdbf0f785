package org.zhili.citypack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhili.text.Language;

/** Each test spoils one thing in a sound pack. */
class CityPackFaultsTest {
  private final Path folder;

  CityPackFaultsTest(@TempDir Path folder) throws IOException, URISyntaxException {
    this.folder = folder;
    Path sound =
        Path.of(Objects.requireNonNull(CityPackFaultsTest.class.getResource("city")).toURI());
    try (Stream<Path> files = Files.walk(sound)) {
      for (Path file : files.toList()) {
        Path copy = folder.resolve(sound.relativize(file).toString());
        if (!Files.exists(copy)) {
          Files.copy(file, copy);
        }
      }
    }
    assertThat(CityPackReader.read(folder).faults()).isEmpty();
  }

  @ParameterizedTest(name = "{0}: {1} becomes {2}")
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        // tables
        "areas.csv; level; floor; ZL-1207 1:2, ZL-1206 1:0",
        "areas.csv; parent; level; ZL-1208 1:3",
        "areas.csv; 990001,district,,; 990001,district,; ZL-1209 2:0, ZL-1231 3:3, ZL-1231 6:3",
        "units.csv; sanitation,环境; sanitation,\"环境; ZL-1205 4:0",
        "areas.csv; 990001002,street; 990 001 002,street; ZL-1216 6:1",
        "areas.csv; 990001002,street; ,street; ZL-1214 6:1",
        "areas.csv; Willow River Street; ; ZL-1214 6:5",
        "areas.csv; 990001002,street; 990001001,street; ZL-1230 6:1",
        "areas.csv; 990001,district,,; 990001,district,990001001001,; ZL-1232 2:3",
        "areas.csv; 990001,district,,; 990001,district,990001,; ZL-1232 2:3",
        "areas.csv; 990001001,槐荫社区; 990001009,槐荫社区; ZL-1231 4:3",
        // units
        "units.csv; city-management,城市; city-hall,城市; ZL-1231 3:7, ZL-1231 4:7",
        "units.csv; manhole_cover|street_lamp; manhole_cover|manhole_cover; ZL-1215 3:4",
        "units.csv; manhole_cover|street_lamp; manhole cover; ZL-1216 3:4",
        "units.csv; trash_bin,990001,; trash_bin,990009,; ZL-1231 4:5",
        "units.csv; 990001002,990001002; 990001002,990001001; ZL-1237 6:6",
        "units.csv; bureau,,,,; bureau,,,,municipal-works; ZL-1232 2:7",
        "units.csv; city-management\\nsanitation; nobody\\nsanitation; ZL-1231 3:7",
        // assets and devices
        "assets.csv; 9900010301000001,; 9900010102000001,; ZL-1230 3:1",
        "assets.csv; 40.0001,100.0002; 40.0001,; ZL-1226 2:8",
        "assets.csv; 40.0001,100.0002; 400,100.0002; ZL-1223 2:7",
        "assets.csv; 40.0001,100.0002; north,100.0002; ZL-1223 2:7",
        "assets.csv; municipal-works,city-management,,; nobody,city-management,,; ZL-1231 2:9",
        "assets.csv; bin,垃圾桶 1,Bin 1,990001001001001; bin,垃圾桶 1,Bin 1,1; ZL-1231 3:5",
        "devices.csv; cover-0001; cover.0001; ZL-1216 2:1",
        "devices.csv; cover-0001; bin-0001; ZL-1230 3:1",
        "devices.csv; cover-0001; zhili-node; ZL-1270 2:1",
        "devices.csv; 9900010301000001; 99; ZL-1231 3:8",
        "devices.csv; bin.depth=1200; bin.depth; ZL-1225 3:9",
        "devices.csv; floor=2; bin.depth=3; ZL-1225 3:9",
        // rules
        "calendar.csv; 2024-02-04; 2024-02-30; ZL-1218 3:1",
        "calendar.csv; 2024-02-04; 2024-01-01; ZL-1230 3:1",
        "calendar.csv; 2024-02-04,make-up-workday; 2024-02-04,workday; ZL-1217 3:2",
        "catalogue.csv; C002,; C001,; ZL-1230 3:1",
        "catalogue.csv; C002,manhole_cover,,municipal; C002,manhole_cover,,x; ZL-1231 3:4",
        "catalogue.csv; 2024-01-01,2026-01-01; 2024-01-01,2026-01-02; ZL-1234 3:7",
        "catalogue.csv; 2024-01-01,2026-01-01; 2024-01-01,; ZL-1234 3:7",
        "catalogue.csv; 2024-01-01,2026-01-01; 2024-01-01,2024-01-01; ZL-1233 2:8",
        "catalogue.csv; 2024-01-01,2026-01-01; 01.01.2024,2026-01-01; ZL-1218 2:7",
        "catalogue.csv; manhole_cover,990001002; manhole_cover,990001003; ZL-1231 4:3",
        "alerts.csv; 2,3,PT30M; 2,3,30 minutes; ZL-1220 2:7",
        "alerts.csv; 2,3,PT30M; 2,3,-PT30M; ZL-1220 2:7",
        "alerts.csv; 2,3,PT30M; 0,3,PT30M; ZL-1223 2:5",
        "alerts.csv; cover-missing; cover-gone; ZL-1231 2:4",
        "alerts.csv; urban.component,cover-missing; ,cover-missing; ZL-1236 2:4",
        "alerts.csv; trash_bin,full; trash_bin,battery_low; ZL-1230 4:2",
        "alerts.csv; tilted; Tilted; ZL-1216 2:2",
        "alerts.csv; P2D; PT1S; ZL-1239 5:8",
        "alerts.csv; P2D; P367D; ZL-1239 5:8",
        "alerts.csv; 1,1,P1D,; 1,1,P1D,P1D; ZL-1239 4:8",
        "alerts.csv; P2D; two days; ZL-1220 5:8",
        "ranges.csv; tilt,0,180; tilt,180,0; ZL-1235 2:3",
        "ranges.csv; tilt,0,180; tilt,0,NaN; ZL-1222 2:3",
        "ranges.csv; tilt,0,180; distance,0,180; ZL-1230 3:1",
        // city.json
        "city.json; Asia/Shanghai; Asia/Peking; ZL-1221 4:11",
        "city.json; \"tenant\": \"demo\"; \"tenant\": \"demo/1\"; ZL-1216 3:13",
        "city.json; \"tenant\": \"demo\"; \"tenant\": 5; ZL-1213 3:13",
        "city.json; \"tenant\": \"demo\"; \"tenant\": \"demo\", \"tenant\": \"demo\"; ZL-1212 3:21",
        "city.json; \"tenant\": \"demo\"; \"tenants\": \"demo\"; ZL-1211 3:14, ZL-1214 1:1",
        "city.json; \"tenant\": \"demo\",; \"tenant\": \"demo\"; ZL-1210 4:3",
        "city.json; , \"en\": \"Model City\"; ; ZL-1214 2:11",
        "city.json; 12:00; 15:00; ZL-1227 5:40",
        "city.json; 09:00; 9; ZL-1219 5:21",
        "city.json; [\"09:00\", \"12:00\"]; [\"09:00\"]; ZL-1213 5:20",
        "city.json; 0.6; 6; ZL-1223 8:31",
        "city.json; 0.6; \"0.6\"; ZL-1213 8:31",
        "city.json; CRITICAL; WORST; ZL-1217 8:85",
        "city.json; [\"CRITICAL\"]; \"CRITICAL\"; ZL-1213 8:84",
        // case types
        "case-types/component.json; 2 HOUR; 2 HOURS; ZL-1224 27:17"
      })
  void what_is_wrong_is_found_at_its_place(String file, String from, String to, String expected)
      throws IOException {
    Path path = folder.resolve(file);
    String text = Files.readString(path);
    String spoiled =
        text.replaceFirst(
            Pattern.quote(from.replace("\\n", "\n")),
            to == null ? "" : Matcher.quoteReplacement(to.replace("\\n", "\n")));
    assertThat(spoiled).isNotEqualTo(text);
    Files.writeString(path, spoiled);
    assertThat(
            CityPackReader.read(folder).faults().stream()
                .filter(fault -> fault.file().equals(file))
                .map(fault -> fault.code() + " " + fault.line() + ":" + fault.column()))
        .containsExactlyInAnyOrder(expected.split(", ", -1));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "\"roles\": [\"operator\", \"system\"]; \"roles\": [\"operator\"]",
        "[\"operator\", \"system\"]}; [\"operator\", \"system\"], \"evidence\": [\"photo\"]}",
        "\"action\": \"accept\"; \"action\": \"take-on\""
      })
  void an_alarm_is_not_filed_by_rule_where_only_people_accept(String from, String to)
      throws IOException {
    Path type = folder.resolve("case-types/component.json");
    String text = Files.readString(type);
    Files.writeString(type, text.replaceFirst(Pattern.quote(from), Matcher.quoteReplacement(to)));

    assertThat(CityPackReader.read(folder).faults())
        .singleElement()
        .satisfies(
            fault -> {
              assertThat(fault.file()).isEqualTo("alerts.csv");
              assertThat(fault.code() + " " + fault.line() + ":" + fault.column())
                  .isEqualTo("ZL-1238 2:4");
            });
  }

  @ParameterizedTest
  @CsvSource({"city.json", "calendar.csv", "units.csv"})
  void files_a_pack_cannot_do_without_are_missed(String file) throws IOException {
    Files.delete(folder.resolve(file));
    assertThat(CityPackReader.read(folder).faults())
        .anySatisfy(
            fault -> {
              assertThat(fault.code()).isEqualTo("ZL-1201");
              assertThat(fault.in(Language.EN)).startsWith(file + " ZL-1201 ");
            });
  }

  @Test
  void a_folder_that_is_not_there_is_missed() {
    assertThat(CityPackReader.read(folder.resolve("elsewhere")).faults())
        .extracting(Fault::code)
        .containsExactly("ZL-1200");
  }

  @Test
  void a_file_that_cannot_be_opened_is_reported() throws IOException {
    Files.delete(folder.resolve("ranges.csv"));
    Files.createDirectory(folder.resolve("ranges.csv"));
    assertThat(faultsOf("ranges.csv")).extracting(Fault::code).containsExactly("ZL-1202");
  }

  @Test
  void a_table_saved_in_another_encoding_is_reported_with_its_line() throws IOException {
    Path units = folder.resolve("units.csv");
    Files.write(units, Files.readString(units).getBytes(Charset.forName("GBK")));
    assertThat(faultsOf("units.csv"))
        .singleElement()
        .satisfies(
            fault -> {
              assertThat(fault.code()).isEqualTo("ZL-1203");
              assertThat(fault.line()).isEqualTo(2);
            });
  }

  @Test
  void a_mistyped_file_name_does_not_lose_its_content_silently() throws IOException {
    Files.move(folder.resolve("assets.csv"), folder.resolve("asset.csv"));
    assertThat(faultsOf("asset.csv")).extracting(Fault::code).containsExactly("ZL-1204");
  }

  @Test
  void two_files_cannot_bring_the_same_case_type() throws IOException {
    Files.copy(
        folder.resolve("case-types/component.json"), folder.resolve("case-types/second.json"));
    assertThat(faultsOf("case-types/second.json"))
        .extracting(Fault::code)
        .containsExactly("ZL-1230");
  }

  @Test
  void lines_are_counted_over_empty_lines_and_fields_of_several_lines() throws IOException {
    Files.writeString(
        folder.resolve("ranges.csv"),
        """
        metric,minimum,maximum,source

        tilt,0,180,"device
        manual"


        distance,0,far,manual
        """);
    assertThat(faultsOf("ranges.csv"))
        .extracting(Fault::line, Fault::column)
        .containsExactly(tuple(7, 3));
  }

  @Test
  void an_empty_table_lacks_its_columns() throws IOException {
    Files.writeString(folder.resolve("ranges.csv"), "");
    assertThat(faultsOf("ranges.csv"))
        .extracting(Fault::code)
        .containsExactly("ZL-1206", "ZL-1206", "ZL-1206");
  }

  @Test
  void an_empty_json_file_is_reported() throws IOException {
    Files.writeString(folder.resolve("city.json"), " ");
    assertThat(faultsOf("city.json")).extracting(Fault::code).containsExactly("ZL-1210");
  }

  @Test
  void all_faults_of_all_files_are_found_at_once_in_order() throws IOException {
    Files.writeString(
        folder.resolve("city.json"),
        Files.readString(folder.resolve("city.json")).replace("Asia/Shanghai", "Asia/Peking"));
    Files.writeString(folder.resolve("ranges.csv"), "metric,minimum,maximum\nx,a,b\n,1,2\n");
    Files.delete(folder.resolve("calendar.csv"));
    List<Fault> faults = CityPackReader.read(folder).faults();
    assertThat(faults)
        .extracting(fault -> fault.file() + ":" + fault.line() + ":" + fault.column())
        .containsExactly(
            "calendar.csv:0:0",
            "city.json:4:11",
            "ranges.csv:2:2",
            "ranges.csv:2:3",
            "ranges.csv:3:1");
  }

  @Test
  void a_fault_names_place_cause_and_remedy_in_both_languages() throws IOException {
    Path ranges = folder.resolve("ranges.csv");
    Files.writeString(ranges, Files.readString(ranges).replace("tilt,0,180", "tilt,0,many"));
    Fault fault = faultsOf("ranges.csv").get(0);
    assertThat(fault.in(Language.EN))
        .isEqualTo(
            "ranges.csv:2:3 ZL-1222 “maximum” is “many”, which is not a number; write it like"
                + " 12.5.");
    assertThat(fault.in(Language.ZH))
        .isEqualTo("ranges.csv:2:3 ZL-1222 “maximum”的值“many”不是数字，请写成 12.5 的样子。");
  }

  @Test
  void taking_a_faulty_pack_anyway_lists_every_fault() throws IOException {
    Files.delete(folder.resolve("calendar.csv"));
    assertThatExceptionOfType(FaultyFile.class)
        .isThrownBy(() -> CityPackReader.read(folder).orThrow())
        .withMessageContainingAll("calendar.csv", "ZL-1201", "请")
        .satisfies(fault -> assertThat(fault.faults()).hasSize(1));
  }

  private List<Fault> faultsOf(String file) {
    return CityPackReader.read(folder).faults().stream()
        .filter(fault -> fault.file().equals(file))
        .toList();
  }
}
