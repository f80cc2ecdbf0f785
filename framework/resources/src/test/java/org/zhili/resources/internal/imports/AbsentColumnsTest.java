package org.zhili.resources.internal.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhili.resources.Refusals.refused;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.zhili.id.AssetId;
import org.zhili.id.DeviceId;
import org.zhili.resources.LoggedIn;
import org.zhili.resources.Reads;
import org.zhili.resources.TestTown;
import org.zhili.resources.imports.ImportView;
import org.zhili.resources.problem.Problem;

/** A sheet without a column takes nothing of it from entries that are there. */
class AbsentColumnsTest {
  private static final List<String> DEVICE =
      List.of("设备标识", "设施类别", "驱动", "区域代码", "地址", "设置", "网络标识");
  private static final List<String> BIN =
      List.of("d1", "bin", "one", "east-1", "x", "a = 1", "n:1");
  private static final List<String> ASSET =
      List.of("部件标识码", "设施类别", "中文名称", "区域代码", "地址", "英文名称", "权属单位代码");
  private static final List<String> LAMP =
      List.of("a1", "lamp", "灯", "east-1", "x", "lamp", "telecom");

  private final TestTown town = new TestTown();

  @AfterEach
  void close() {
    town.close();
  }

  private ImportView devices(boolean dry, List<String> heads, List<String> row) {
    try {
      return town.resource(DeviceImportResource.class)
          .take(
              Boolean.toString(dry),
              Book.stream(Book.of(heads, List.of(row))),
              null,
              null,
              new Server(),
              Reads.CHINESE,
              LoggedIn.ADMINISTRATOR);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private ImportView assets(boolean dry, List<String> heads, List<String> row) {
    try {
      return town.resource(AssetImportResource.class)
          .take(
              Boolean.toString(dry),
              Book.stream(Book.of(heads, List.of(row))),
              null,
              null,
              new Server(),
              Reads.CHINESE,
              LoggedIn.ADMINISTRATOR);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static List<String> without(List<String> cells, int... columns) {
    return IntStream.range(0, cells.size())
        .filter(at -> IntStream.of(columns).noneMatch(left -> left == at))
        .mapToObj(cells::get)
        .toList();
  }

  private static List<String> with(List<String> cells, int column, String other) {
    return IntStream.range(0, cells.size())
        .mapToObj(at -> at == column ? other : cells.get(at))
        .toList();
  }

  @Test
  void devices_do_not_lose_their_networks_to_a_sheet_without_them() {
    devices(false, DEVICE, BIN);
    for (boolean dry : List.of(true, false)) {
      Problem refusal =
          refused(422, "ZL-3186", () -> devices(dry, without(DEVICE, 5, 6), without(BIN, 5, 6)));
      assertThat(refusal.messages().zh()).startsWith("表格缺少列：设置、网络标识；");
      assertThat(refusal.messages().en()).contains("Settings, Network id;");
    }
    assertThat(town.town().devices().find(new DeviceId("d1")).orElseThrow().network()).isPresent();
    assertThat(devices(false, DEVICE, with(BIN, 6, "")).changed()).isEqualTo(1);
    List<String> moved = with(BIN, 4, "y");
    assertThat(devices(false, without(DEVICE, 6), without(moved, 6)).changed()).isEqualTo(1);
  }

  @Test
  void assets_do_not_lose_their_owners_or_english_names() {
    assets(false, ASSET, LAMP);
    assertThat(
            refused(422, "ZL-3186", () -> assets(true, without(ASSET, 6), without(LAMP, 6)))
                .messages()
                .zh())
        .startsWith("表格缺少列：权属单位代码；");
    refused(422, "ZL-3186", () -> assets(true, without(ASSET, 5), without(LAMP, 5)));
    assertThat(town.town().devices().asset(new AssetId("a1")).orElseThrow().owner()).isPresent();
  }

  @Test
  void a_name_in_chinese_alone_is_changed_without_the_column_of_the_other() {
    List<String> heads = without(ASSET, 5, 6);
    assets(false, heads, without(LAMP, 5, 6));
    assertThat(assets(false, heads, without(with(LAMP, 2, "路灯"), 5, 6)).changed()).isEqualTo(1);
    assertThat(town.town().devices().asset(new AssetId("a1")))
        .map(asset -> asset.name().en())
        .isEqualTo(Optional.of("路灯"));
  }

  @Test
  void what_is_new_needs_no_column_that_may_be_left_empty() {
    assertThat(devices(false, without(DEVICE, 5, 6), without(BIN, 5, 6)).added()).isEqualTo(1);
    assertThat(devices(false, without(DEVICE, 5, 6), without(BIN, 5, 6)).same()).isEqualTo(1);
  }
}
