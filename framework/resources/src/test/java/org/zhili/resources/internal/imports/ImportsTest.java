package org.zhili.resources.internal.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhili.resources.Refusals.refused;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.zhili.city.Asset;
import org.zhili.id.AssetId;
import org.zhili.resources.LoggedIn;
import org.zhili.resources.Reads;
import org.zhili.resources.TestTown;
import org.zhili.resources.imports.ImportView;
import org.zhili.resources.internal.PositionBody;
import org.zhili.resources.internal.city.AssetBody;
import org.zhili.resources.internal.city.AssetResource;
import org.zhili.resources.internal.city.DeviceBody;
import org.zhili.resources.internal.city.DeviceResource;
import org.zhili.resources.internal.exports.BookExportResource;
import org.zhili.resources.internal.exports.DeviceExportResource;

class ImportsTest {
  private static final List<String> HEADS =
      List.of("部件标识码", "设施类别", "中文名称", "区域代码", "地址", "权属单位代码", "随手记");
  private static final List<String> SOUND =
      List.of("007", "manhole_cover", "井盖", "east-1", "中山路", "telecom", "x");

  private final TestTown town = new TestTown();
  private final AssetImportResource assets = town.resource(AssetImportResource.class);

  @AfterEach
  void close() {
    town.close();
  }

  private static ImportView assets(TestTown town, boolean dry, byte[] file, LoggedIn by) {
    return taken(town, dry, file, "import-key-1", by);
  }

  private static ImportView taken(
      TestTown town, boolean dry, byte[] file, String key, LoggedIn by) {
    try {
      return town.resource(AssetImportResource.class)
          .take(
              Boolean.toString(dry), Book.stream(file), key, null, new Server(), Reads.CHINESE, by);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private ImportView tried(List<String> heads, List<List<String>> rows) {
    return assets(town, true, Book.of(heads, rows), LoggedIn.ADMINISTRATOR);
  }

  private Optional<Asset> asset(String code) {
    return town.town().devices().asset(new AssetId(code));
  }

  private static List<String> row(int at, String value) {
    List<String> row = new ArrayList<>(SOUND);
    row.set(0, "c-" + at);
    row.set(at, value);
    return row;
  }

  /** Texts that Excel, XML or a trim would change, and codes that are no numbers. */
  private static void plant(TestTown town) {
    int number = 0;
    for (String text :
        List.of("=1+1", "+86", "-2", "@x", " 两端空白 ", "𠮷野家 㐂 𰻝", "1.1E+17", "_x0041_", "ＡＢＣ１２３")) {
      String code = "11010119900307451" + number++;
      AssetBody body =
          new AssetBody(
              "007",
              new AssetBody.NameBody(text, text),
              "east-1",
              text,
              Optional.of(new PositionBody(30.123456789012, 104.1)),
              Optional.of("telecom"),
              Optional.empty(),
              Optional.empty(),
              Optional.of("municipal-works"));
      town.resource(AssetResource.class).register(code, body, null, null, LoggedIn.ADMINISTRATOR);
      DeviceBody device =
          new DeviceBody(
              "007",
              "some-driver",
              "east-1",
              text,
              Optional.empty(),
              Optional.of(code),
              Map.of("limit", text, "a.b", " = "),
              Optional.of("net:" + code));
      town.resource(DeviceResource.class)
          .register("00" + code, device, null, null, LoggedIn.ADMINISTRATOR);
    }
  }

  @Test
  void an_export_is_imported_as_it_is_and_every_sign_comes_back() throws IOException {
    plant(town);
    for (Reads reads : List.of(Reads.CHINESE, Reads.ENGLISH)) {
      LoggedIn by = LoggedIn.ADMINISTRATOR;
      byte[] things = Book.file(town.resource(BookExportResource.class).assets(reads, by));
      byte[] devices =
          Book.file(town.resource(DeviceExportResource.class).devices(null, reads, by));
      ImportView here = assets(town, true, things, by);
      assertThat(here).extracting(ImportView::same, ImportView::faulty).containsExactly(11, 0);
      try (TestTown other = new TestTown()) {
        ImportView there = assets(other, false, things, by);
        assertThat(there).extracting(ImportView::added, ImportView::same).containsExactly(9, 2);
        other
            .resource(DeviceImportResource.class)
            .take("false", Book.stream(devices), null, null, new Server(), reads, by);
        assertThat(other.town().devices().assets(Set.of(), Optional.empty(), 200))
            .isEqualTo(town.town().devices().assets(Set.of(), Optional.empty(), 200));
        assertThat(other.town().devices().devices(Optional.empty(), 200))
            .isEqualTo(town.town().devices().devices(Optional.empty(), 200))
            .hasSize(11);
      }
    }
  }

  @Test
  void a_dry_run_writes_nothing_and_says_what_would_be() {
    ImportView view = tried(HEADS, List.of(SOUND, row(0, "A-west"), row(0, "A-east")));
    assertThat(view.dryRun()).isTrue();
    assertThat(view)
        .extracting(ImportView::rows, ImportView::added, ImportView::changed, ImportView::faulty)
        .containsExactly(3, 1, 2, 0);
    assertThat(view.notes())
        .singleElement()
        .satisfies(note -> assertThat(note.zh()).contains("随手记"));
    assertThat(asset("007")).isEmpty();
  }

  @Test
  void each_fault_is_told_with_its_row_as_a_single_entry_is_refused() {
    ImportView view =
        tried(
            HEADS,
            List.of(
                SOUND,
                row(3, "nowhere"),
                row(5, "nobody"),
                row(2, " "),
                row(0, "twice"),
                row(0, "no id!"),
                row(0, " ｔwice")));
    assertThat(view.faulty()).isEqualTo(6);
    assertThat(view.flaws())
        .extracting(flaw -> flaw.row() + " " + flaw.code() + " " + flaw.column().orElseThrow().zh())
        .contains("3 ZL-3013 区域代码", "4 ZL-2015 权属单位代码", "7 ZL-3011 部件标识码")
        .contains("6 ZL-3195 部件标识码", "8 ZL-3195 部件标识码", "5 ZL-5007 中文名称");
    String same =
        refused(
                422,
                "ZL-3013",
                () ->
                    town.resource(AssetResource.class)
                        .register(
                            "007",
                            new AssetBody(
                                "manhole_cover",
                                new AssetBody.NameBody("x", "x"),
                                "nowhere",
                                "",
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty()),
                            null,
                            null,
                            LoggedIn.ADMINISTRATOR))
            .messages()
            .zh();
    assertThat(view.flaws().get(0).messages().zh()).isEqualTo(same);
  }

  @Test
  void all_rows_are_taken_or_none_and_once_however_often_it_is_sent() {
    byte[] faulty = Book.of(HEADS, List.of(SOUND, row(3, "nowhere")));
    refused(422, "ZL-3196", () -> assets(town, false, faulty, LoggedIn.ADMINISTRATOR));
    assertThat(asset("007")).isEmpty();
    byte[] sound = Book.of(HEADS, List.of(SOUND, row(0, "008")));
    ImportView first = assets(town, false, sound, LoggedIn.ADMINISTRATOR);
    assertThat(first).extracting(ImportView::added, ImportView::dryRun).containsExactly(2, false);
    assertThat(asset("008")).isPresent();
    ImportView again = assets(town, false, sound, LoggedIn.ADMINISTRATOR);
    assertThat(again.added()).isEqualTo(2);
    assertThat(again.notes()).hasSize(1);
    ImportView same = taken(town, false, sound, "another-key", LoggedIn.ADMINISTRATOR);
    assertThat(same).extracting(ImportView::added, ImportView::same).containsExactly(0, 2);
    byte[] other = Book.of(HEADS, List.of(row(0, "009")));
    refused(409, "ZL-3007", () -> assets(town, false, other, LoggedIn.ADMINISTRATOR));
  }

  @Test
  void whoever_is_limited_to_areas_brings_nothing_of_others() {
    LoggedIn west = LoggedIn.ADMINISTRATOR.in("west");
    byte[] file = Book.of(HEADS, List.of(SOUND, List.of("A-east", "x", "x", "west", "x", "", "")));
    assertThat(assets(town, true, file, west).flaws())
        .extracting(flaw -> flaw.row() + " " + flaw.code())
        .containsExactly("2 ZL-3013", "3 ZL-3023");
  }

  @Test
  void the_sheet_of_errors_is_the_sheet_with_what_is_wrong_and_can_be_brought_again()
      throws IOException {
    byte[] file = Book.of(HEADS, List.of(SOUND, row(3, "nowhere"), row(0, "110101199003074514")));
    byte[] errors =
        Book.file(
            assets.errors(Book.stream(file), new Server(), Reads.CHINESE, LoggedIn.ADMINISTRATOR));
    List<List<String>> rows = Book.rows(errors);
    assertThat(rows.get(0)).startsWith("错误", "部件标识码").endsWith("随手记");
    assertThat(rows.get(1).get(0)).isEmpty();
    assertThat(rows.get(2).get(0)).startsWith("第 3 行“区域代码”：").contains("(ZL-3013)");
    assertThat(rows.get(3)).contains("110101199003074514");
    assertThat(Book.lines(errors)).extracting(line -> line.number()).containsExactly(1, 2, 3, 4);
    ImportView again = assets(town, true, errors, LoggedIn.ADMINISTRATOR);
    assertThat(again).extracting(ImportView::rows, ImportView::faulty).containsExactly(3, 1);
    assertThat(again.notes()).hasSize(1);
  }

  @Test
  void the_template_is_filled_in_below_its_explanation() {
    List<List<String>> template =
        Book.rows(Book.file(assets.template(Reads.CHINESE, LoggedIn.ADMINISTRATOR)));
    assertThat(template).hasSize(2);
    assertThat(template.get(0)).contains("区域代码 / Area code");
    assertThat(template.get(1).get(0)).startsWith("※ 必填。");
    List<String> filled = new ArrayList<>(template.get(1).stream().map(x -> "").toList());
    for (int i = 0; i < 6; i++) {
      filled.set(
          template.get(0).stream().map(head -> head.split(" /")[0]).toList().indexOf(HEADS.get(i)),
          SOUND.get(i));
    }
    ImportView view = tried(template.get(0), List.of(template.get(1), filled));
    assertThat(view).extracting(ImportView::rows, ImportView::added).containsExactly(1, 1);
    assertThat(tried(template.get(0), List.of(template.get(1))).rows()).isZero();
  }

  @Test
  void a_sheet_without_its_columns_is_refused() {
    refused(422, "ZL-3186", () -> tried(List.of("a"), List.of(List.of("b"))));
    refused(422, "ZL-3186", () -> tried(List.of("部件标识码"), List.of(List.of("b"))));
    refused(
        422,
        "ZL-3187",
        () ->
            tried(
                List.of("部件标识码", "设施类别", "中文名称", "区域代码", "地址", "area code", "x"), List.of(SOUND)));
    refused(422, "ZL-3183", () -> assets(town, true, new byte[0], LoggedIn.ADMINISTRATOR));
  }
}
