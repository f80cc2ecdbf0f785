package org.zhili.rest.internal.town;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.zhili.rest.internal.door.Town;

/** Sheets of accounts, over real logins. */
class AccountSheetsTest extends RealLoginsFixture {
  private static final String HEADS = "Name,Roles,Unit,Areas\n";
  private static final String NEW =
      HEADS + "wang,unit,municipal-works,whole city\nli,\"operator\nsupervisor\",,east\n";

  private String admin() {
    String password = access.firstPassword("security");
    String token = login("security", password);
    choose(token, password);
    return token;
  }

  private Town.Answer sheet(String how, String token, String sheet, String key) {
    return send(
        "POST",
        "/imports/accounts" + how,
        token,
        sheet,
        Map.of("Content-Type", "text/csv", "Idempotency-Key", key));
  }

  @Test
  void new_accounts_get_a_password_each_that_is_told_once() {
    String admin = admin();
    assertThat(sheet("", admin, NEW, "sheet-01").json().path("added").asInt()).isEqualTo(2);
    assertThat(get("/accounts/wang", admin).status()).isEqualTo(404);
    Town.Answer done = sheet("?dryRun=false", admin, NEW, "sheet-01");
    assertThat(done.status()).as(done.body()).isEqualTo(200);
    assertThat(done.header("Cache-Control")).contains("no-store");
    JsonNode told = done.json().path("told");
    assertThat(told.findValuesAsText("what")).containsExactly("wang", "li");
    login("wang", told.get(0).path("told").asText());
    Town.Answer again = sheet("?dryRun=false", admin, NEW, "sheet-01");
    assertThat(again.json().path("added").asInt()).isEqualTo(2);
    assertThat(again.json().path("told")).isEmpty();
    String changed = NEW.replace("east", "west");
    JsonNode change = sheet("", admin, changed, "sheet-02").json().path("changes").get(0);
    assertThat(change.path("what").asText()).isEqualTo("li");
    assertThat(change.path("fields").toString())
        .contains("\"column\":{\"zh\":\"限定区域\",\"en\":\"Areas\"}")
        .contains("\"before\":{\"zh\":\"east\"", "\"after\":{\"zh\":\"west\"");
    assertThat(change.path("fields")).hasSize(1);
    assertThat(sheet("?dryRun=false", admin, changed, "sheet-02").json().path("changed").asInt())
        .isEqualTo(1);
    assertThat(get("/accounts/li", admin).json().path("areas").get(0).asText()).isEqualTo("west");
  }

  @Test
  void a_sheet_makes_nobody_whom_the_single_operation_would_not() {
    String admin = admin();
    String wrong =
        HEADS
            + "x,unit,,whole city\nyy,resident,,whole city\nzz,operator,,nowhere\nadmin,operator,,whole city\nvv,,,\n";
    JsonNode view = sheet("", admin, wrong, "sheet-03").json();
    assertThat(view.path("faulty").asInt()).isEqualTo(5);
    assertThat(view.path("flaws").findValuesAsText("row")).contains("2", "3", "4", "5", "6");
    assertThat(told(sheet("?dryRun=false", admin, wrong, "sheet-03"))).isEqualTo("422 ZL-3196");
    assertThat(get("/accounts/zz", admin).status()).isEqualTo(404);
  }

  @Test
  void an_export_of_accounts_is_imported_as_it_is() {
    String admin = admin();
    sheet("?dryRun=false", admin, NEW, "sheet-04");
    Town.Answer export = get("/exports/accounts", admin);
    Town.Answer same =
        town.answer(
            new LiveTown.Try(
                "accounts",
                "POST",
                "/imports/accounts",
                Map.of("Content-Type", "application/octet-stream"),
                Optional.of(admin),
                Optional.of(export.response().body())));
    int rows = get("/accounts", admin).json().size();
    assertThat(rows).isGreaterThan(2);
    assertThat(same.json().path("same").asInt()).as(same.body()).isEqualTo(rows);
  }
}
