package org.zhili.rest.internal.town;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.zhili.access.Role;
import org.zhili.resources.security.Audit;
import org.zhili.rest.internal.door.Town;

/** Who may do what, with a token. */
class RealLoginsTest extends RealLoginsFixture {
  @Test
  void with_a_one_time_password_nothing_opens_before_another_is_chosen() {
    String password = access.firstPassword("security");
    String token = login("security", password);
    assertThat(told(get("/accounts", token))).isEqualTo("403 ZL-3105");
    choose(token, password);
    assertThat(get("/accounts", token).status()).isEqualTo(200);
    assertThat(send("DELETE", "/session", token, "").status()).isEqualTo(204);
    assertThat(told(get("/accounts", token))).isEqualTo("401 ZL-3104");
    assertThat(told(send("POST", "/session", "", credentials("security", password))))
        .isEqualTo("401 ZL-3101");
    assertThat(get("/accounts", login("security", CHOSEN)).status()).isEqualTo(200);
  }

  @Test
  void every_role_meets_every_operation_as_its_rule_says() {
    Map<String, String> everybody = everybody();
    int turnedAway = 0;
    int letIn = 0;
    for (Operation operation : operations()) {
      for (Map.Entry<String, String> person : everybody.entrySet()) {
        String what = person.getKey() + " " + operation;
        town.rest();
        if (!operation.open() && !operation.roles().contains(person.getKey())) {
          assertThat(told(call(operation, person.getValue()))).as(what).isEqualTo("403 ZL-5009");
          turnedAway++;
        } else if (operation.method().equals("GET")) {
          assertThat(call(operation, person.getValue()).status())
              .as(what)
              .isNotIn(401, 403)
              .isLessThan(500);
          letIn++;
        }
      }
    }
    assertThat(turnedAway).isGreaterThan(60);
    assertThat(letIn).isGreaterThan(60);
  }

  @Test
  void without_a_login_or_with_a_token_nobody_was_given_there_is_no_way_in() {
    for (Operation operation : operations()) {
      if (!operation.open()) {
        Town.Answer anonymous = call(operation, "");
        assertThat(told(anonymous)).as(operation.toString()).isEqualTo("401 ZL-5008");
        assertThat(anonymous.header("WWW-Authenticate")).startsWith("Bearer");
      }
      assertThat(told(call(operation, "stolen"))).as(operation.toString()).isEqualTo("401 ZL-3104");
    }
  }

  @Test
  void a_new_account_whose_answer_was_lost_is_asked_for_again() {
    String security = logIn("security");
    Map<String, String> key = Map.of("Idempotency-Key", "key-0001");
    String lost = password(send("POST", "/accounts", security, WANG, key));
    String again = password(send("POST", "/accounts", security, WANG, key));
    assertThat(told(send("POST", "/session", "", credentials("wang", lost))))
        .isEqualTo("401 ZL-3101");
    assertThat(login("wang", again)).isNotEmpty();
    assertThat(told(send("POST", "/accounts", security, WANG))).isEqualTo("409 ZL-3109");
    assertThat(get("/accounts", security).json().path("total").asInt()).isEqualTo(6);
  }

  @Test
  void an_account_is_changed_at_once_by_who_has_seen_it_last() {
    Map<String, String> everybody = everybody();
    String security = everybody.getOrDefault(Role.SECURITY_ADMINISTRATOR, "");
    String unit = everybody.getOrDefault(Role.UNIT, "");
    assertThat(get("/orders", unit).status()).isEqualTo(200);
    String operator = "{\"roles\":[\"operator\"]}";
    assertThat(told(send("PUT", "/accounts/wang", security, operator))).isEqualTo("428 ZL-3033");

    Map<String, String> seen = Map.of("If-Match", get("/accounts/wang", security).header("ETag"));
    Town.Answer changed = send("PUT", "/accounts/wang", security, operator, seen);
    assertThat(changed.status()).isEqualTo(200);
    assertThat(changed.header("ETag")).isEqualTo(get("/accounts/wang", security).header("ETag"));
    assertThat(told(get("/cases", unit))).as("its session ends").isEqualTo("401 ZL-3104");
    String again = login("wang", CHOSEN);
    assertThat(told(get("/orders", again))).isEqualTo("403 ZL-5009");
    assertThat(get("/cases", again).status()).isEqualTo(200);

    assertThat(told(send("PUT", "/accounts/wang", security, operator, seen)))
        .isEqualTo("412 ZL-3034");
    assertThat(told(send("PUT", "/accounts/nobody-there", security, operator, seen)))
        .isEqualTo("404 ZL-3110");
  }

  @Test
  void a_reset_ends_the_sessions_and_a_removal_the_account() {
    Map<String, String> everybody = everybody();
    String security = everybody.getOrDefault(Role.SECURITY_ADMINISTRATOR, "");
    String unit = everybody.getOrDefault(Role.UNIT, "");
    String fresh = password(send("POST", "/accounts/wang/reset", security, ""));
    assertThat(told(get("/orders", unit))).isEqualTo("401 ZL-3104");
    String again = login("wang", fresh);
    assertThat(send("DELETE", "/accounts/wang", security, "").status()).isEqualTo(204);
    assertThat(told(get("/orders", again))).isEqualTo("401 ZL-3104");
    assertThat(told(get("/accounts/wang", security))).isEqualTo("404 ZL-3110");
  }

  @Test
  void nobody_changes_or_removes_their_own_account() {
    String security = logIn("security");
    Map<String, String> whatever = Map.of("If-Match", "*");
    String own = "/accounts/security";
    assertThat(told(send("DELETE", own, security, ""))).isEqualTo("403 ZL-3216");
    assertThat(told(send("PUT", own, security, "{\"roles\":[\"operator\"]}", whatever)))
        .isEqualTo("403 ZL-3216");
    assertThat(get("/accounts", security).status()).isEqualTo(200);
  }

  @Test
  void the_three_administrators_are_three_people() {
    String system = logIn("admin");
    String security = logIn("security");
    String auditor = logIn("audit");
    List<String> each = List.of("/settings", "/accounts", "/audit");
    assertThat(each).extracting(path -> get(path, system).status()).containsExactly(200, 403, 403);
    assertThat(each)
        .extracting(path -> get(path, security).status())
        .containsExactly(403, 200, 403);
    assertThat(each).extracting(path -> get(path, auditor).status()).containsExactly(403, 403, 200);
    assertThat(List.of("/units", "/areas"))
        .as("what accounts are limited to, by its name")
        .allSatisfy(path -> assertThat(get(path, security).status()).isEqualTo(200));
    String two = "{\"name\":\"wu\",\"roles\":[\"administrator\",\"audit-administrator\"]}";
    assertThat(told(send("POST", "/accounts", security, two))).isEqualTo("422 ZL-3214");
  }

  @Test
  void who_is_refused_is_written_once_without_what_an_address_names() {
    String security = logIn("security");
    String operator = logIn("operator");
    String supervisor = login("supervisor", access.firstPassword("supervisor"));
    String file = "/cases/" + town.sample("/cases/{case}", "case");
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    PrintStream before = System.err;
    System.setErr(new PrintStream(written, true, StandardCharsets.UTF_8));
    try {
      get("/accounts/wang", operator);
      get("/accounts/admin", operator);
      get("/accounts", supervisor);
      get(file, "");
      get(file + "/trace", "stolen");
      get("/my%20secret", "stolen");
      get("/aaaa", "stolen");
      send("POST", "/session", "", credentials("admin", "a guess"));
      get("/accounts", security);
    } finally {
      System.setErr(before);
    }
    assertThat(written.toString(StandardCharsets.UTF_8).lines())
        .filteredOn(line -> line.contains(Audit.NAME))
        .extracting(line -> line.substring(line.indexOf("by=")))
        .containsExactly(
            refused("operator", "GET accounts/{name}", "403"),
            refused("supervisor", "GET ?", "403"),
            refused("-", "GET cases/{case}", "401"),
            refused("-", "GET ?", "401"),
            "by=\"admin\" action=login.failed subject=\"127.0.0.1\"");
  }

  private static String refused(String who, String what, String status) {
    return "by=\"%s\" action=access.refused subject=\"%s\" detail=\"%s 127.0.0.1\""
        .formatted(who, what, status);
  }

  private Map<String, String> everybody() {
    Map<String, String> tokens = new HashMap<>();
    tokens.put(Role.ADMINISTRATOR, logIn("admin"));
    tokens.put(Role.SECURITY_ADMINISTRATOR, logIn("security"));
    tokens.put(Role.AUDIT_ADMINISTRATOR, logIn("audit"));
    tokens.put(Role.OPERATOR, logIn("operator"));
    tokens.put(Role.SUPERVISOR, logIn("supervisor"));
    String security = tokens.getOrDefault(Role.SECURITY_ADMINISTRATOR, "");
    String password = password(send("POST", "/accounts", security, WANG));
    String wang = login("wang", password);
    choose(wang, password);
    tokens.put(Role.UNIT, wang);
    return tokens;
  }

  /** The token of one of the first accounts, whose password has been changed. */
  private String logIn(String name) {
    String password = access.firstPassword(name);
    String token = login(name, password);
    choose(token, password);
    return token;
  }

  /** Those that need a session; what opens and ends one is tried by itself. */
  private List<Operation> operations() {
    return Operation.of(town.description()).stream()
        .filter(operation -> !operation.path().startsWith("/session"))
        .toList();
  }

  private Town.Answer call(Operation operation, String token) {
    return send(
        operation.method(),
        operation.address(town),
        token,
        SoundBodies.of(operation),
        Map.of("If-Match", "*", "Content-Type", operation.contentType()));
  }
}
