package org.zhili.citypack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhili.alert.Severity;
import org.zhili.city.Asset;
import org.zhili.city.Device;
import org.zhili.city.Unit;
import org.zhili.device.Value;
import org.zhili.dispatch.CatalogueRow;
import org.zhili.id.AreaId;
import org.zhili.id.AssetId;
import org.zhili.id.DeviceId;
import org.zhili.id.NetworkId;
import org.zhili.id.UnitId;
import org.zhili.rules.AlertPolicy;
import org.zhili.rules.CalendarDay;
import org.zhili.rules.CityPack;
import org.zhili.rules.ReviewRules;
import org.zhili.rules.ValidRange;
import org.zhili.rules.WorkingHours;
import org.zhili.text.Wording;

class CityPackReaderTest {
  private final Path folder;
  private final CityPack city = CityPackReader.read(CityPackReaderTest.class, "city").orThrow();

  CityPackReaderTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void the_rules_of_a_city_are_read() {
    assertThat(city.rules().name()).isEqualTo(new Wording("示范城", "Model City"));
    assertThat(city.rules().tenant()).isEqualTo("demo");
    assertThat(city.rules().zone()).isEqualTo(ZoneId.of("Asia/Shanghai"));
    assertThat(city.rules().hours()).isEqualTo(WorkingHours.DEFAULT);
    assertThat(city.rules().strategy()).isEqualTo("rule-table");
    assertThat(city.rules().scoringModel()).isEqualTo("three-rates");
    assertThat(city.rules().review())
        .isEqualTo(new ReviewRules(0.6, Set.of("illegal_building"), Set.of(Severity.CRITICAL), 2));
    assertThat(city.rules().ranges()).contains(new ValidRange("distance", 0, 4500));
  }

  @Test
  void the_calendar_is_read() {
    assertThat(city.rules().calendar())
        .hasSize(108)
        .contains(
            new CalendarDay(
                LocalDate.of(2025, 1, 26),
                CalendarDay.Kind.MAKE_UP_WORKDAY,
                "春节",
                "国务院办公厅关于2025年部分节假日安排的通知"));
  }

  @Test
  void the_catalogue_is_read() {
    assertThat(city.rules().catalogue())
        .hasSize(4)
        .contains(
            new CatalogueRow(
                "C001",
                "manhole_cover",
                Optional.empty(),
                Optional.empty(),
                new UnitId("municipal-works"),
                Set.of(new UnitId("stone-bridge-street")),
                Set.of(new UnitId("city-management")),
                LocalDate.of(2024, 1, 1),
                Optional.of(LocalDate.of(2026, 1, 1)),
                Optional.of("2024 allotment of duties")));
  }

  @Test
  void a_row_of_the_catalogue_can_be_for_one_condition_beside_one_for_any() throws IOException {
    write("city.json", minimalCity());
    write("calendar.csv", "date,kind,name,source\n");
    write("units.csv", "id,name_zh,name_en\nhall,市政厅,Town hall\n");
    write(
        "catalogue.csv",
        """
        id,subject,condition,lead,from
        C1,trash_bin,,hall,2024-01-01
        C2,trash_bin,fire,hall,2024-01-01
        """);
    assertThat(CityPackReader.read(folder).orThrow().rules().catalogue())
        .extracting(CatalogueRow::condition)
        .containsExactly(Optional.empty(), Optional.of("fire"));

    write(
        "catalogue.csv",
        """
        id,subject,condition,lead,from
        C1,trash_bin,fire,hall,2024-01-01
        C2,trash_bin,fire,hall,2025-01-01
        """);
    assertThat(CityPackReader.read(folder).faults())
        .extracting(fault -> fault.code() + " " + fault.line())
        .containsExactly("ZL-1234 3");
  }

  @Test
  void what_becomes_of_alerts_is_read() {
    assertThat(city.rules().alerts())
        .containsExactly(
            new AlertPolicy(
                "manhole_cover",
                "tilted",
                Optional.of(new AlertPolicy.Opens("urban.component", Optional.of("cover-missing"))),
                new AlertPolicy.Damping(2, 3, Duration.ofMinutes(30))),
            new AlertPolicy(
                "trash_bin",
                "full",
                Optional.of(new AlertPolicy.Opens("urban.component", Optional.empty())),
                AlertPolicy.Damping.NONE),
            new AlertPolicy(
                "trash_bin",
                "battery_low",
                Optional.empty(),
                new AlertPolicy.Damping(1, 1, Duration.ofDays(1))),
            new AlertPolicy(
                "trash_bin",
                "offline",
                Optional.empty(),
                AlertPolicy.Damping.NONE,
                Optional.of(Duration.ofDays(2))));
  }

  @Test
  void the_registers_are_read() {
    assertThat(city.areas()).hasSize(5);
    assertThat(city.areas().get(3).parent()).contains(new AreaId("990001001001"));
    assertThat(city.units())
        .contains(
            new Unit(
                new UnitId("municipal-works"),
                new Wording("市政公用服务中心", "Municipal works"),
                Set.of("manhole_cover", "street_lamp"),
                Set.of(),
                Set.of(),
                Optional.of(new UnitId("city-management"))));
    assertThat(city.assets())
        .contains(
            new Asset(
                new AssetId("9900010102000001"),
                "manhole_cover",
                new Wording("污水井盖 1", "Sewer cover 1"),
                new AreaId("990001001001001"),
                "石桥巷 1 号,东门",
                Optional.of(new Value.Position(40.0001, 100.0002)),
                Optional.of(new UnitId("municipal-works")),
                Optional.of(new UnitId("city-management")),
                Optional.empty(),
                Optional.of(new UnitId("city-management"))));
    assertThat(city.devices())
        .contains(
            new Device(
                new DeviceId("bin-0001"),
                "trash_bin",
                "milesight-em400-udl",
                new AreaId("990001001001001"),
                "石桥巷 3 号",
                Optional.empty(),
                Optional.of(new AssetId("9900010301000001")),
                Map.of("bin.depth", "1200", "floor", "2"),
                Optional.of(
                    new NetworkId(
                        "chirpstack:52f14cd4-c6f1-4fbd-8f87-4025e1d49242:24e124136b502217"))));
  }

  @Test
  void a_citys_own_case_types_are_read() {
    assertThat(city.types()).hasSize(1);
    assertThat(city.types().get(0).ref().toString()).isEqualTo("urban.component@7");
  }

  @Test
  void a_small_city_needs_three_files() throws IOException {
    write("city.json", minimalCity());
    write("calendar.csv", "date,kind,name,source\n");
    write("units.csv", "id,name_zh,name_en\nhall,市政厅,Town hall\n");
    CityPack small = CityPackReader.read(folder).orThrow();
    assertThat(small.rules().hours()).isEqualTo(WorkingHours.DEFAULT);
    assertThat(small.rules().review()).isEqualTo(new ReviewRules(0.6, Set.of(), Set.of(), 2));
    assertThat(small.units()).hasSize(1);
    assertThat(small.areas()).isEmpty();
    assertThat(small.types()).isEmpty();
  }

  @Test
  void working_hours_are_the_citys_own() throws IOException {
    write(
        "city.json",
        minimalCity()
            .replace("\"tenant\"", "\"workingHours\": [[\"08:30\", \"17:00\"]], \"tenant\""));
    write("calendar.csv", "date,kind,name,source\n");
    write("units.csv", "id,name_zh,name_en\n");
    assertThat(CityPackReader.read(folder).orThrow().rules().hours())
        .isEqualTo(
            new WorkingHours(
                List.of(new WorkingHours.Span(LocalTime.of(8, 30), LocalTime.of(17, 0)))));
  }

  @Test
  void a_byte_order_mark_and_windows_line_ends_change_nothing() throws IOException {
    write("city.json", minimalCity());
    write("calendar.csv", "date,kind,name,source\n2025-01-01,holiday,元旦,notice\n");
    write("units.csv", "id,name_zh,name_en\nhall,市政厅,Town hall\n");
    CityPack plain = CityPackReader.read(folder).orThrow();
    write("city.json", "\uFEFF" + minimalCity());
    write("calendar.csv", "\uFEFFdate,kind,name,source\r\n2025-01-01,holiday,元旦,notice\r\n");
    assertThat(CityPackReader.read(folder).orThrow()).isEqualTo(plain);
  }

  @Test
  void the_version_changes_with_the_content_of_any_file() throws IOException {
    write("city.json", minimalCity());
    write("calendar.csv", "date,kind,name,source\n");
    write("units.csv", "id,name_zh,name_en\nhall,市政厅,Town hall\n");
    String before = CityPackReader.read(folder).orThrow().rules().version();
    write("areas.csv", "id,level,name_zh,name_en\n");
    String after = CityPackReader.read(folder).orThrow().rules().version();
    assertThat(before).matches("[0-9a-f]{12}").isNotEqualTo(after);
    Files.delete(folder.resolve("areas.csv"));
    assertThat(CityPackReader.read(folder).orThrow().rules().version()).isEqualTo(before);
  }

  @Test
  void files_that_are_no_data_may_lie_beside() throws IOException {
    write("city.json", minimalCity());
    write("calendar.csv", "date,kind,name,source\n");
    write("units.csv", "id,name_zh,name_en\n");
    write("README.md", "About this city");
    write(".hidden.csv", "x");
    assertThat(CityPackReader.read(folder).faults()).isEmpty();
  }

  @Test
  void a_folder_inside_a_jar_is_read() {
    assertThat(CityPackReader.read(Test.class, "/org/junit/jupiter/api").faults())
        .extracting(Fault::file)
        .containsExactly("calendar.csv", "city.json", "units.csv");
  }

  @Test
  void a_missing_class_path_folder_is_the_callers_mistake() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CityPackReader.read(CityPackReaderTest.class, "nowhere"));
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
