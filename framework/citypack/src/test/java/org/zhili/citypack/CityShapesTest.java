package org.zhili.citypack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhili.city.Shape;
import org.zhili.device.Value;
import org.zhili.id.AreaId;
import org.zhili.rules.CityPack;
import org.zhili.text.Language;

/** Where areas lie, as a city writes it down. */
class CityShapesTest {
  private static final String SQUARE = "[[101.6,39.8],[101.7,39.8],[101.7,39.9],[101.6,39.8]]";
  private static final String SOUND =
      """
      {"type": "FeatureCollection", "name": "written by a program", "features": [
      {"type": "Feature", "id": 7, "properties": {"area": "east", "note": null}, "geometry":
      {"type": "Polygon", "coordinates": [
      %s
      ]}}]}
      """
          .formatted(SQUARE);

  private final Path folder;

  CityShapesTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    Files.writeString(
        folder.resolve("city.json"),
        """
        {"name": {"zh": "城", "en": "City"}, "tenant": "demo", "zone": "Asia/Shanghai",
         "strategy": "rule-table", "scoringModel": "three-rates"}""");
    Files.writeString(folder.resolve("units.csv"), "id,name_zh,name_en\n");
    Files.writeString(folder.resolve("calendar.csv"), "date,kind,name,source\n");
    Files.writeString(
        folder.resolve("areas.csv"), "id,level,name_zh,name_en\neast,district,东区,East\n");
  }

  @Test
  void outlines_are_read_and_what_programs_add_is_left_aside() throws IOException {
    CityPack before = CityPackReader.read(folder).orThrow();
    assertThat(before.shapes()).isEmpty();
    CityPack pack = read(SOUND).orThrow();
    assertThat(pack.shapes())
        .containsExactly(
            new Shape(
                new AreaId("east"),
                List.of(
                    List.of(
                        List.of(
                            at(101.6, 39.8), at(101.7, 39.8), at(101.7, 39.9), at(101.6, 39.8))))));
    assertThat(pack.rules().version()).isEqualTo(before.rules().version());
  }

  private static Value.Position at(double east, double north) {
    return new Value.Position(north, east);
  }

  @Test
  void an_area_may_have_parts_holes_and_heights() throws IOException {
    String hole = "[[101.65,39.81],[101.66,39.81,12.5],[101.66,39.82],[101.65,39.81]]";
    String parts =
        SOUND
            .replace("\"Polygon\"", "\"MultiPolygon\"")
            .replace(SQUARE, "[" + SQUARE + "," + hole + "],[" + SQUARE + "]");
    assertThat(read(parts).orThrow().shapes().get(0).polygons())
        .hasSize(2)
        .satisfies(polygons -> assertThat(polygons.get(0)).hasSize(2));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "\"east\"; \"west\"; ZL-1231 2:53",
        "\"east\"; 7; ZL-1213 2:53",
        "\"area\"; \"name\"; ZL-1214 2:44",
        "FeatureCollection; Topology; ZL-1217 1:10",
        "\"Feature\"; \"Spot\"; ZL-1217 2:10",
        "\"Polygon\"; \"Point\"; ZL-1217 3:10",
        "\"coordinates\"; \"rings\"; ZL-1214 3:1, ZL-1241 3:1",
        "\"features\"; \"things\"; ZL-1214 1:1",
        ",[101.6,39.8]]; ]; ZL-1241 4:1",
        "39.9],[101.6,39.8]; 39.9],[101.6,39.81]; ZL-1242 4:41",
        "[101.7,39.9]; [39.9,101.7]; ZL-1243 4:28",
        "[101.7,39.9]; [1017000,398000]; ZL-1243 4:28",
        "[101.7,39.9]; [\"101.7\",39.9]; ZL-1243 4:28",
        "[101.7,39.9]; [101.7]; ZL-1243 4:28",
        "[101.7,39.9]; 101.7; ZL-1243 4:28",
        "[101.7,39.9]; [101.7,39.8]; ZL-1244 4:1",
        "[101.7,39.8],[101.7,39.9]; [101.75,39.95],[101.7,39.8],[101.6,39.9]; ZL-1245 4:43",
        "[101.7,39.9]; [101.7,79.9]; ZL-1246 3:36",
        "\"name\"; \"crs\"; ZL-1213 1:38",
        "\"written by a program\"; {}; ``",
        "]}}]}; ]}; ZL-1210 6:1",
      })
  void a_fault_is_told_with_its_place(String from, String to, String expected) throws IOException {
    assertThat(SOUND).contains(from);
    assertThat(told(SOUND.replace(from, to))).isEqualTo(expected);
  }

  private String told(String text) throws IOException {
    return read(text).faults().stream()
        .filter(fault -> fault.file().equals("areas.geojson"))
        .map(fault -> fault.code() + " " + fault.line() + ":" + fault.column())
        .collect(Collectors.joining(", "));
  }

  private Parsed<CityPack> read(String text) throws IOException {
    Files.writeString(folder.resolve("areas.geojson"), text);
    return CityPackReader.read(folder);
  }

  @Test
  void a_fault_names_the_area() throws IOException {
    assertThat(read(SOUND.replace(",[101.6,39.8]]", "]")).faults())
        .singleElement()
        .satisfies(
            fault -> {
              assertThat(fault.in(Language.EN)).contains("areas.geojson:4:1", "“east”");
              assertThat(fault.in(Language.ZH)).contains("“east”");
            });
  }

  @Test
  void what_was_drawn_in_other_coordinates_is_told_by_the_file_itself() throws IOException {
    String crs = "\"crs\": {\"properties\": {\"name\": \"urn:ogc:def:crs:EPSG::%s\"}}";
    for (String sound : List.of("4326", "4490")) {
      assertThat(told(SOUND.replace("\"name\": \"written by a program\"", crs.formatted(sound))))
          .isEmpty();
    }
    assertThat(told(SOUND.replace("\"name\": \"written by a program\"", crs.formatted("3857"))))
        .isEqualTo("ZL-1248 1:62");
  }

  @Test
  void an_area_lies_in_one_place() throws IOException {
    String feature =
        SOUND.substring(SOUND.indexOf("{\"type\": \"Feature\""), SOUND.indexOf("]}\n", 200));
    assertThat(told(SOUND.replace(feature, feature + "," + feature))).startsWith("ZL-1230 ");
  }

  @Test
  void a_file_that_is_wrong_as_a_whole_is_not_told_of_once_for_each_area() throws IOException {
    String feature = "{\"type\": \"Spot\"}";
    String many =
        IntStream.range(0, 500).mapToObj(each -> feature).collect(Collectors.joining(",\n"));
    assertThat(read("{\"type\": \"FeatureCollection\", \"features\": [" + many + "]}").faults())
        .hasSizeBetween(20, 25);
  }

  @Test
  void a_file_that_is_too_large_is_not_read() throws IOException {
    assertThat(told(" ".repeat(16_000_001))).isEqualTo("ZL-1240 0:0");
    String position = "[101.6,39.8],";
    assertThat(told(SOUND.replace(SQUARE, "[" + position.repeat(200_000) + SQUARE.substring(1))))
        .isEqualTo("ZL-1247 2:1");
  }
}
