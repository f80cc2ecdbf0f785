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

  private static String key(int number) {
    return "0f1e2d3c4b5a69788695a4b3c2d1e0f" + number;
  }

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
    assertThat(sheet("", admin, NEW, key(1)).json().path("added").asInt()).isEqualTo(2);
    assertThat(get("/accounts/wang", admin).status()).isEqualTo(404);
    Town.Answer done = sheet("?dryRun=false", admin, NEW, key(1));
    assertThat(done.status()).as(done.body()).isEqualTo(200);
    assertThat(done.header("Cache-Control")).contains("no-store");
    JsonNode told = done.json().path("told");
    assertThat(told.findValuesAsText("what")).containsExactly("wang", "li");
    login("wang", told.get(0).path("told").asText());
    String changed = NEW.replace("east", "west");
    JsonNode change = sheet("", admin, changed, key(2)).json().path("changes").get(0);
    assertThat(change.path("what").asText()).isEqualTo("li");
    assertThat(change.path("fields").toString())
        .contains("\"column\":{\"zh\":\"限定区域\",\"en\":\"Areas\"}")
        .contains("\"before\":{\"zh\":\"east\"", "\"after\":{\"zh\":\"west\"");
    assertThat(change.path("fields")).hasSize(1);
    assertThat(sheet("?dryRun=false", admin, changed, key(2)).json().path("changed").asInt())
        .isEqualTo(1);
    assertThat(get("/accounts/li", admin).json().path("areas").get(0).asText()).isEqualTo("west");
  }

  @Test
  void who_lost_the_answer_is_told_the_passwords_again_for_the_key_of_the_request() {
    String admin = admin();
    JsonNode first = sheet("?dryRun=false", admin, NEW, key(5)).json();
    Town.Answer again = sheet("?dryRun=false", admin, NEW, key(5));
    assertThat(again.header("Cache-Control")).contains("no-store");
    assertThat(again.json().path("told")).hasSize(2).isEqualTo(first.path("told"));
    assertThat(again.json().path("notes").toString()).contains("told again");
    assertThat(city.town().stores().audits().after(0, 99).toString())
        .contains("list.told-again")
        .doesNotContain(first.path("told").get(0).path("told").asText());
    assertThat(city.town().stores().idempotency().find("security " + key(5))).isEmpty();
    String later = sheet("?dryRun=false", admin, NEW, key(6)).body();
    assertThat(later).contains("\"same\":2", "\"told\":[]");
  }

  @Test
  void a_key_that_somebody_could_guess_makes_no_accounts() {
    String admin = admin();
    Town.Answer refused = sheet("?dryRun=false", admin, NEW, "sheet-01");
    assertThat(told(refused)).isEqualTo("400 ZL-3230");
    assertThat(get("/accounts/wang", admin).status()).isEqualTo(404);
  }

  @Test
  void a_sheet_makes_nobody_whom_the_single_operation_would_not() {
    String admin = admin();
    String wrong =
        HEADS
            + "x,unit,,whole city\nyy,resident,,whole city\nzz,operator,,nowhere\nadmin,operator,,whole city\nvv,,,\n";
    JsonNode view = sheet("", admin, wrong, key(3)).json();
    assertThat(view.path("faulty").asInt()).isEqualTo(5);
    assertThat(view.path("flaws").findValuesAsText("row")).contains("2", "3", "4", "5", "6");
    assertThat(told(sheet("?dryRun=false", admin, wrong, key(3)))).isEqualTo("422 ZL-3196");
    assertThat(get("/accounts/zz", admin).status()).isEqualTo(404);
  }

  @Test
  void accounts_do_not_lose_their_units_to_a_sheet_without_them() {
    String admin = admin();
    sheet("?dryRun=false", admin, NEW, key(7));
    String bare = "Name,Roles,Areas\nwang,unit,whole city\n";
    Town.Answer refused = sheet("", admin, bare.replace("unit", "supervisor"), key(8));
    assertThat(told(refused)).isEqualTo("422 ZL-3186");
    assertThat(refused.json().path("messages").path("en").asText()).contains("Unit;");
    assertThat(get("/accounts/wang", admin).json().path("unit").asText())
        .isEqualTo("municipal-works");
    String others = "Name,Roles,Areas\nzhao,supervisor,whole city\nli,operator,east\n";
    JsonNode view = sheet("?dryRun=false", admin, others, key(9)).json();
    assertThat(view.path("added").asInt() + view.path("changed").asInt()).isEqualTo(2);
  }

  @Test
  void an_export_of_accounts_is_imported_as_it_is() {
    String admin = admin();
    sheet("?dryRun=false", admin, NEW, key(4));
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
    int rows = get("/accounts", admin).json().path("items").size();
    assertThat(rows).isGreaterThan(2);
    assertThat(same.json().path("same").asInt()).as(same.body()).isEqualTo(rows);
  }
}
