package org.zhili.resources.internal.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhili.resources.Refusals.refused;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.zhili.core.city.DeviceBook;
import org.zhili.core.ingest.IngestSamples;
import org.zhili.core.ingest.QuarantineStore;
import org.zhili.core.ingest.Quarantined;
import org.zhili.id.DeviceId;
import org.zhili.resources.LoggedIn;
import org.zhili.resources.Reads;
import org.zhili.resources.TestTown;
import org.zhili.resources.imports.ImportView;
import org.zhili.resources.internal.exports.DeviceExportResource;
import org.zhili.resources.problem.Problem;
import org.zhili.text.Language;
import org.zhili.text.Wording;

/** What others hand over as a sheet: unknown devices to be approved, and matters of a hotline. */
class HandedOverTest {
  private final TestTown town = new TestTown();

  @AfterEach
  void close() {
    town.close();
  }

  private List<Quarantined.Kind> kept() {
    return town
        .town()
        .ingestion()
        .quarantine()
        .list(QuarantineStore.Selection.ALL, Optional.empty(), 9)
        .stream()
        .map(Quarantined::kind)
        .toList();
  }

  @Test
  void unknown_devices_are_approved_by_the_filled_in_export_and_what_was_not_filled_in_waits()
      throws IOException {
    town.town()
        .stores()
        .ingest()
        .park(
            IngestSamples.quarantined(
                Quarantined.Kind.UNKNOWN_DEVICE, town.town().clock().instant()));
    byte[] export =
        Book.file(
            town.resource(DeviceExportResource.class).inbox(Reads.CHINESE, LoggedIn.ADMINISTRATOR));
    InboxImportResource inbox = town.resource(InboxImportResource.class);
    ImportView left =
        inbox.take(
            "true",
            Book.stream(export),
            null,
            null,
            new Server(),
            Reads.CHINESE,
            LoggedIn.ADMINISTRATOR);
    assertThat(left).extracting(ImportView::left, ImportView::faulty).containsExactly(1, 0);
    List<List<String>> rows = Book.rows(export);
    List<String> heads = rows.get(0);
    List<String> filled = new ArrayList<>(rows.get(1));
    while (filled.size() < heads.size()) {
      filled.add("");
    }
    filled.set(heads.indexOf("设施类别"), "manhole_cover");
    filled.set(heads.indexOf("驱动"), "some-driver");
    filled.set(heads.indexOf("区域代码"), "east-1");
    town.work(); // so that the next sweep by itself is a minute away
    ImportView done =
        inbox.take(
            "false",
            Book.stream(Book.of(heads, List.of(filled))),
            "approval-1",
            null,
            new Server(),
            Reads.CHINESE,
            LoggedIn.ADMINISTRATOR);
    assertThat(done.added()).isEqualTo(1);
    DeviceBook devices = town.town().devices();
    assertThat(devices.find(new DeviceId(filled.get(heads.indexOf("建议标识"))))).isPresent();
    assertThat(kept()).containsExactly(Quarantined.Kind.UNKNOWN_DEVICE);
    town.work();
    assertThat(kept()).as("tried again, by its driver").containsExactly(Quarantined.Kind.NO_DRIVER);
  }

  @Test
  void who_fills_in_an_id_alone_is_told_what_is_missing() throws IOException {
    List<String> heads = List.of("设备标识", "建议标识", "设施类别", "驱动", "区域代码", "地址");
    List<List<String>> rows =
        List.of(
            List.of("d1", "my-own-id", "", "", "", ""),
            List.of("things-stack:bins@ttn:bin-7", "bin-8", "", "", "", ""),
            List.of("things-stack:bins@ttn:bin-9", "bin-9", "", "", "", ""),
            List.of("d2", "d2", "", "", "", ""),
            List.of("d3", "", "", "", "", ""));
    ImportView view =
        town.resource(InboxImportResource.class)
            .take(
                "true",
                Book.stream(Book.of(heads, rows)),
                null,
                null,
                new Server(),
                Reads.CHINESE,
                LoggedIn.ADMINISTRATOR);
    assertThat(view).extracting(ImportView::left, ImportView::faulty).containsExactly(3, 2);
    assertThat(view.flaws())
        .filteredOn(flaw -> flaw.row() == 3)
        .extracting(flaw -> flaw.column().orElseThrow().zh())
        .containsExactlyInAnyOrder("设施类别", "驱动", "区域代码");
  }

  @Test
  void matters_of_a_hotline_become_cases_whose_numbers_are_told() throws IOException {
    List<String> heads = List.of("类型代码", "立案条件", "来源", "对象", "异常", "区域代码", "地址", "摘要", "级别");
    List<String> row =
        List.of(
            "test.component",
            "missing",
            "hotline",
            "manhole_cover",
            "missing",
            "east-1",
            "中山路",
            "=井盖不见了",
            "紧急");
    CaseImportResource cases = town.resource(CaseImportResource.class);
    byte[] file = Book.of(heads, List.of(row, row));
    ImportView view =
        cases.take(
            "false",
            Book.stream(file),
            "hotline-1",
            null,
            new Server(),
            Reads.CHINESE,
            LoggedIn.OPERATOR);
    assertThat(view.added()).isEqualTo(2);
    assertThat(view.told()).extracting(told -> told.what()).containsExactly("2", "3");
    assertThat(view.told().get(0).told()).startsWith("ZL-2026");
    ImportView worker =
        cases.take(
            "true",
            Book.stream(file),
            null,
            null,
            new Server(),
            Reads.CHINESE,
            LoggedIn.GRID_WORKER);
    assertThat(worker.flaws().get(0).code()).isEqualTo("ZL-3011");
  }

  @Test
  void no_more_matters_are_taken_at_once_than_others_can_wait_for() throws IOException {
    List<String> heads = List.of("类型代码", "来源", "对象", "异常", "区域代码", "地址", "摘要");
    List<String> row = List.of("no.type", "hotline", "x", "y", "east-1", "z", "w");
    CaseImportResource cases = town.resource(CaseImportResource.class);
    byte[] many = Book.of(heads, Collections.nCopies(502, row));
    Problem refusal = refused(413, "ZL-3185", () -> tried(cases, many));
    assertThat(refusal.messages())
        .isEqualTo(
            new Wording(
                "超过 500 行；请拆成几份后再导入。", "There are more than 500 rows; import them in parts."));
    assertThat(tried(cases, Book.of(heads, Collections.nCopies(500, row))).rows()).isEqualTo(500);
  }

  private static ImportView tried(CaseImportResource cases, byte[] file) throws IOException {
    return cases.take(
        "true", Book.stream(file), null, null, new Server(), Reads.CHINESE, LoggedIn.OPERATOR);
  }

  @Test
  void matters_that_may_be_sent_again_are_not_taken_without_a_key() {
    byte[] file = Book.of(List.of("类型代码"), List.of(List.of("test.component")));
    CaseImportResource cases = town.resource(CaseImportResource.class);
    refused(
        428,
        "ZL-3231",
        () ->
            cases.take(
                "false",
                Book.stream(file),
                null,
                "*",
                new Server(),
                Reads.CHINESE,
                LoggedIn.OPERATOR));
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void both_languages_have_the_same_words(Language language) {
    assertThat(Fields.WORDS.keys(language))
        .isEqualTo(Fields.WORDS.keys(Language.EN))
        .hasSizeGreaterThan(20);
  }
}
