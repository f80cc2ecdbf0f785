package org.zhili.resources.internal.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.zhili.resources.LoggedIn;
import org.zhili.resources.Reads;
import org.zhili.resources.TestTown;
import org.zhili.resources.imports.ImportView;
import org.zhili.resources.imports.RowView;
import org.zhili.resources.imports.RowView.FieldView;
import org.zhili.text.Wording;

/** What a dry run says that rows would change. */
class ChangesTest {
  private static final List<String> ASSET =
      List.of("部件标识码", "设施类别", "中文名称", "英文名称", "区域代码", "地址", "纬度", "经度", "权属单位代码");
  private static final List<String> DEVICE =
      List.of("设备标识", "设施类别", "驱动", "区域代码", "地址", "纬度", "经度", "部件标识码", "设置", "网络标识");

  private final TestTown town = new TestTown();

  @AfterEach
  void close() {
    town.close();
  }

  private ImportView assets(boolean dry, List<List<String>> rows) {
    try {
      return town.resource(AssetImportResource.class)
          .take(
              Boolean.toString(dry),
              Book.stream(Book.of(ASSET, rows)),
              null,
              null,
              new Server(),
              Reads.CHINESE,
              LoggedIn.ADMINISTRATOR);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private ImportView devices(boolean dry, List<String> row) throws IOException {
    return town.resource(DeviceImportResource.class)
        .take(
            Boolean.toString(dry),
            Book.stream(Book.of(DEVICE, List.of(row))),
            null,
            null,
            new Server(),
            Reads.CHINESE,
            LoggedIn.ADMINISTRATOR);
  }

  private static String told(FieldView field) {
    return field.column().zh() + ": " + zh(field.before()) + " -> " + zh(field.after());
  }

  private static String zh(Optional<Wording> text) {
    return text.map(Wording::zh).orElse("-");
  }

  @Test
  void each_field_that_would_be_another_is_told_with_both_values_and_no_other() {
    assets(false, List.of(List.of("a1", "lamp", "灯", "lamp", "east-1", "中山路", "", "", "")));
    ImportView view =
        assets(
            true,
            List.of(
                List.of("new", "lamp", "灯", "lamp", "east-1", "x", "", "", ""),
                List.of("a1", "lamp", "路灯", "lamp", "west", "中山路", "30.5", "104.25", "telecom")));
    assertThat(view.changes())
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row).extracting(RowView::row, RowView::what).containsExactly(3, "a1");
              assertThat(row.fields())
                  .extracting(ChangesTest::told)
                  .containsExactly(
                      "中文名称: 灯 -> 路灯",
                      "区域代码: east-1 -> west",
                      "纬度: - -> 30.5",
                      "经度: - -> 104.25",
                      "权属单位代码: - -> telecom");
            });
  }

  @Test
  void every_column_of_devices_is_told() throws IOException {
    devices(
        false,
        List.of("d1", "bin", "one", "east-1", "x", "30.5", "104.5", "A-east", "a = 1", "n:1"));
    ImportView view =
        devices(true, List.of("d1", "lid", "two", "west", "y", "31", "105", "A-west", "b = 2", ""));
    assertThat(view.changes().get(0).fields())
        .extracting(ChangesTest::told)
        .containsExactly(
            "设施类别: bin -> lid",
            "驱动: one -> two",
            "区域代码: east-1 -> west",
            "地址: x -> y",
            "纬度: 30.5 -> 31.0",
            "经度: 104.5 -> 105.0",
            "部件标识码: A-east -> A-west",
            "设置: a = 1 -> b = 2",
            "网络标识: n:1 -> -");
  }

  @Test
  void what_names_people_is_covered_and_codes_are_not() {
    String code = "110101199003074514";
    List<String> row = List.of(code, "lamp", "灯", "灯", "east-1", "找 13812345678", "", "", "");
    assets(false, List.of(row));
    List<String> now = List.of(code, "lamp", "灯", "灯", "east-1", "找 13887654321", "", "", "");
    assertThat(assets(true, List.of(now)).changes())
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.what()).isEqualTo(code);
              assertThat(one.fields())
                  .extracting(ChangesTest::told)
                  .containsExactly("地址: 找 138****5678 -> 找 138****4321");
            });
  }

  @Test
  void the_first_200_are_told_and_all_are_counted() {
    List<List<String>> rows = rows("x");
    assets(false, rows);
    ImportView view = assets(true, rows("y"));
    assertThat(view.changed()).isEqualTo(201);
    assertThat(view.changes()).hasSize(200);
    assertThat(assets(false, rows("y")).changes()).isEmpty();
  }

  private static List<List<String>> rows(String address) {
    return IntStream.rangeClosed(1, 201)
        .mapToObj(at -> List.of("a" + at, "lamp", "灯", "灯", "east-1", address, "", "", ""))
        .toList();
  }
}
