package org.zhili.citypack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.zhili.dispatch.CatalogueRow;
import org.zhili.id.AreaId;
import org.zhili.id.UnitId;
import org.zhili.rules.CalendarDay;
import org.zhili.text.Language;

class PackPartTest {
  private static final UnitId WORKS = new UnitId("works");
  private static final UnitId WATER = new UnitId("water");
  private static final AreaId EAST = new AreaId("east");

  @Test
  void what_was_written_is_read_back_equal() {
    List<CalendarDay> days =
        List.of(
            new CalendarDay(
                LocalDate.of(2026, 10, 1), CalendarDay.Kind.HOLIDAY, "国庆节", "国办发明电〔2025〕7号"),
            new CalendarDay(
                LocalDate.of(2026, 10, 10), CalendarDay.Kind.MAKE_UP_WORKDAY, "a \"b\", c", "s"));
    assertThat(PackPart.calendar(PackPart.calendar(days)).orThrow()).isEqualTo(days);
    List<CatalogueRow> rows =
        List.of(
            new CatalogueRow(
                "DC-01",
                "manhole_cover",
                Optional.of("tilted"),
                Optional.of(EAST),
                WORKS,
                Set.of(WATER, WORKS),
                Set.of(),
                LocalDate.of(2026, 1, 1),
                Optional.of(LocalDate.of(2027, 1, 1)),
                Optional.of("清单, 第3条")));
    String csv = PackPart.catalogue(rows);
    assertThat(csv).contains("water|works");
    assertThat(catalogue(csv).orThrow()).isEqualTo(rows);
  }

  @Test
  void a_fault_names_its_row_and_its_column() {
    String csv = "date,kind,name,source\n2026-10-01,holiday,国庆节,s\n2026-10-02,vacation,,s\n";
    List<Fault> faults = PackPart.calendar(csv).faults();
    assertThat(faults).extracting(Fault::line).containsExactly(3, 3);
    assertThat(faults).extracting(f -> PackPart.field(csv, f)).containsExactly("kind", "name");
    String rows = "id,subject,lead,from\nDC-01,manhole_cover,nobody,2026-01-01\n";
    assertThat(catalogue(rows).faults())
        .singleElement()
        .satisfies(
            fault -> {
              assertThat(fault.in(Language.EN)).contains("units.csv");
              assertThat(PackPart.field(rows, fault)).isEqualTo("lead");
            });
  }

  @Test
  void a_fault_in_json_names_the_pointer_of_its_value() {
    String json =
        CaseTypeJson.write(
            CaseTypeJson.bundled(CaseTypeJsonTest.class, "city/case-types/component.json"));
    String wrong =
        json.replaceFirst("\"reopenWithin\"(\\s*):(\\s*)\"[^\"]*\"", "\"reopenWithin\": \"soon\"");
    assertThat(wrong).isNotEqualTo(json);
    assertThat(CaseTypeJson.read(wrong, "x.json").faults())
        .extracting(fault -> PackPart.field(wrong, fault))
        .containsExactly("/reopenWithin");
    String twice =
        json.replaceFirst("\"shownAs\"(\\s*):(\\s*)\"REPORTED\"", "\"shownAs\": \"SOON\"");
    assertThat(CaseTypeJson.read(twice, "x.json").faults())
        .extracting(fault -> PackPart.field(twice, fault))
        .containsExactly("/steps/0/shownAs");
  }

  private static Parsed<List<CatalogueRow>> catalogue(String csv) {
    return PackPart.catalogue(csv, Set.of(EAST), Set.of(WORKS, WATER));
  }
}
