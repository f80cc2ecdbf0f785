package org.zhili.demo.city;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.zhili.alert.Severity;
import org.zhili.casework.CaseState;
import org.zhili.casework.CaseType;
import org.zhili.city.Asset;
import org.zhili.city.Device;
import org.zhili.citypack.CityPackReader;
import org.zhili.demo.city.device.Kind;
import org.zhili.dispatch.CatalogueRow;
import org.zhili.id.DeviceId;
import org.zhili.id.UnitId;
import org.zhili.rules.AlertPolicy;
import org.zhili.rules.CalendarDay;
import org.zhili.rules.CityPack;

/** The city pack the distribution starts with is sound, and all this program needs is in it. */
class SampleDistrictTest {
  private static final Path FOLDER =
      Path.of("..", "..", "features", "distribution", "src", "main", "resources", "etc", "city");

  private final CityPack pack = CityPackReader.read(FOLDER).orThrow();

  private Asset assetOf(String device) {
    Device found =
        pack.devices().stream()
            .filter(d -> d.id().equals(new DeviceId(device)))
            .findFirst()
            .orElseThrow();
    return pack.assets().stream()
        .filter(a -> Optional.of(a.id()).equals(found.asset()))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void the_cover_of_the_story_belongs_to_municipal_works_under_city_management() {
    Asset cover = assetOf("MC-001");
    assertThat(cover.address()).isEqualTo("中山路100号");
    assertThat(cover.owner()).contains(new UnitId("municipal-works"));
    assertThat(cover.supervisor()).contains(new UnitId("city-management"));
    assertThat(assetOf("MC-003").owner()).contains(new UnitId("telecom-company"));
  }

  @Test
  void the_district_has_sixty_cells_in_six_communities() {
    assertThat(pack.areas()).filteredOn(a -> a.level().equals("cell")).hasSize(60);
    assertThat(pack.areas()).filteredOn(a -> a.level().equals("community")).hasSize(6);
  }

  @Test
  void holidays_are_known_for_three_years() {
    assertThat(pack.rules().calendar())
        .extracting(CalendarDay::date)
        .extracting(LocalDate::getYear)
        .contains(2024, 2025, 2026)
        .hasSize(108);
  }

  @Test
  void every_condition_a_sensor_of_the_city_reports_becomes_a_case() {
    for (Kind kind : Kind.values()) {
      for (Kind.Trouble trouble : kind.troubles()) {
        assertThat(pack.rules().alerts())
            .as(kind + " " + trouble.condition())
            .anyMatch(
                policy ->
                    policy.subject().equals(kind.type())
                        && policy.condition().equals(trouble.condition())
                        && policy.opens().isPresent());
      }
    }
  }

  @Test
  void what_becomes_of_every_alarm_the_rules_can_raise_is_said() {
    Set<Alarms.Raised> raised = Alarms.all();
    assertThat(raised)
        .extracting(Alarms.Raised::condition)
        .contains("missing", "fire", "hot", "fill-alarm", "temperature-alarm", "offline")
        .contains("smoke", "help", "water-depth-high", "air-nh3-high", "sensor-fault", "removed");
    for (Alarms.Raised alarm : raised) {
      assertThat(policy(alarm)).as(alarm.toString()).isPresent();
    }
  }

  @Test
  void what_is_critical_becomes_a_case_that_is_filed_with_limits() {
    CaseType type = pack.types().get(0);
    List<Alarms.Raised> critical =
        Alarms.all().stream().filter(a -> a.severity() == Severity.CRITICAL).toList();
    assertThat(critical).hasSizeGreaterThan(5);
    for (Alarms.Raised alarm : critical) {
      Optional<String> filing =
          policy(alarm).flatMap(AlertPolicy::opens).flatMap(AlertPolicy.Opens::filing);
      assertThat(filing).as(alarm.toString()).isPresent();
      assertThat(type.filings())
          .filteredOn(f -> filing.equals(Optional.of(f.id())))
          .singleElement()
          .satisfies(f -> assertThat(f.milestones()).as(f.id()).isNotEmpty());
    }
  }

  @Test
  void the_fire_brigade_assists_wherever_something_burns() {
    List<CatalogueRow> rows = pack.rules().catalogue();
    // these report no fire, and where there is smoke the brigade leads
    Set<String> others = Set.of("water_level", "smoke_detector", "help_button");
    List<CatalogueRow> burnable =
        rows.stream().filter(row -> !others.contains(row.subject())).toList();
    for (CatalogueRow row : burnable) {
      Set<String> burning =
          row.subject().equals("trash_bin") ? Set.of("fire", "hot") : Set.of("fire");
      for (String condition : burning) {
        assertThat(rows)
            .as(row.id() + " " + condition)
            .anyMatch(
                r ->
                    r.subject().equals(row.subject())
                        && r.area().equals(row.area())
                        && r.condition().equals(Optional.of(condition))
                        && r.lead().equals(row.lead())
                        && r.assisting().contains(new UnitId("fire-rescue")));
      }
    }
  }

  private Optional<AlertPolicy> policy(Alarms.Raised alarm) {
    return pack.rules().alerts().stream()
        .filter(p -> p.subject().equals(alarm.type()) && p.condition().equals(alarm.condition()))
        .findFirst();
  }

  @Test
  void every_subject_has_a_unit_for_every_place() {
    Set<String> subjects = new HashSet<>();
    pack.assets().forEach(asset -> subjects.add(asset.type()));
    for (String subject : subjects) {
      List<CatalogueRow> rows =
          pack.rules().catalogue().stream()
              .filter(r -> r.subject().equals(subject) && r.condition().isEmpty())
              .toList();
      boolean everywhere = rows.stream().anyMatch(row -> row.area().isEmpty());
      assertThat(everywhere || rows.size() == 2).as(subject).isTrue();
    }
  }

  @Test
  void a_case_goes_through_the_six_states() {
    CaseType type = pack.types().get(0);
    assertThat(type.id()).isEqualTo("urban.component");
    assertThat(type.steps()).extracting(CaseType.Step::shownAs).containsExactly(CaseState.values());
  }
}
