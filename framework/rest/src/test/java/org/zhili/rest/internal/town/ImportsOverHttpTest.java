package org.zhili.rest.internal.town;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.zhili.access.Role;
import org.zhili.id.AssetId;
import org.zhili.resources.TestTown;
import org.zhili.rest.internal.door.Town;
import org.zhili.rest.internal.town.LiveTown.Try;

/** Sheets through the real door, which holds their rows to what it holds bodies to. */
class ImportsOverHttpTest {
  private static final String SHEET =
      """
      部件标识码,设施类别,中文名称,区域代码,地址,纬度,经度
      110101199003074514,manhole_cover,𠮷,east-1,=1+1,30.5,104.5
      %s
      """;

  private final TestTown city = new TestTown();
  private final LiveTown town = new LiveTown(city, List.of(new LiveTown.Tokens()), List.of());

  @AfterEach
  void close() {
    town.close();
  }

  private Town.Answer send(String address, String sheet, String role) {
    return town.answer(
        new Try(
            address,
            "POST",
            address,
            Map.of("Content-Type", "text/csv", "Idempotency-Key", "sheet-0001"),
            Optional.of(role),
            Optional.of(sheet.getBytes(StandardCharsets.UTF_8))));
  }

  @Test
  void a_row_that_is_not_valid_is_told_as_the_same_body_would_be() {
    String wrong = "no-such place,m c,井盖,east-1,x,99.5,";
    JsonNode view = send("/imports/assets", SHEET.formatted(wrong), Role.ADMINISTRATOR).json();
    assertThat(view.path("faulty").asInt()).isEqualTo(1);
    Town.Answer single =
        town.answer(
            Try.of(
                "PUT",
                "/assets/no-such",
                Role.ADMINISTRATOR,
                """
                {"type":"m c","name":{"zh":"井盖","en":"井盖"},"area":"east-1","address":"x",
                 "position":{"latitude":99.5}}"""));
    assertThat(view.path("flaws").findValuesAsText("zh"))
        .containsAll(single.json().path("violations").findValuesAsText("zh"));
    assertThat(view.path("flaws").get(0).path("code").asText()).isEqualTo(single.code());
    assertThat(view.path("flaws").get(0).path("row").asInt()).isEqualTo(3);
  }

  @Test
  void a_sheet_is_tried_taken_and_taken_no_second_time() {
    String sheet = SHEET.formatted("");
    assertThat(send("/imports/assets", sheet, Role.ADMINISTRATOR).json().path("added").asInt())
        .isEqualTo(1);
    assertThat(city.town().devices().asset(new AssetId("110101199003074514"))).isEmpty();
    for (int i = 0; i < 2; i++) {
      Town.Answer done = send("/imports/assets?dryRun=false", sheet, Role.ADMINISTRATOR);
      assertThat(done.status()).as(done.body()).isEqualTo(200);
      assertThat(done.json().path("added").asInt()).isEqualTo(1);
    }
    assertThat(city.town().devices().asset(new AssetId("110101199003074514")))
        .hasValueSatisfying(asset -> assertThat(asset.address()).isEqualTo("=1+1"));
  }

  @Test
  void the_sheet_of_errors_is_a_workbook_in_the_callers_language() {
    Town.Answer errors =
        send("/imports/assets/errors", SHEET.formatted("x,y,z,nowhere,w,,"), Role.ADMINISTRATOR);
    assertThat(errors.header("Content-Type")).contains("spreadsheetml");
    assertThat(errors.workbook()).contains("第 3 行“区域代码”", "ZL-3013", "110101199003074514");
  }

  @Test
  void what_is_no_sheet_is_refused_by_its_reason() {
    assertThat(send("/imports/devices", "PK\u0003\u0004 no", Role.ADMINISTRATOR).code())
        .isEqualTo("ZL-3183");
    assertThat(send("/imports/devices", "a,b", Role.ADMINISTRATOR).code()).isEqualTo("ZL-3186");
    assertThat(send("/imports/devices?dryRun=maybe", "a,b", Role.ADMINISTRATOR).status())
        .isEqualTo(400);
    assertThat(send("/imports/devices", "a,b", Role.OPERATOR).status()).isEqualTo(403);
  }
}
