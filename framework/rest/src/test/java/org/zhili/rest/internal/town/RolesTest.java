package org.zhili.rest.internal.town;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.zhili.access.Role;
import org.zhili.rest.internal.door.Town;
import org.zhili.rest.internal.town.LiveTown.Try;

/** Every role before every operation: who may not call it does not reach it. */
class RolesTest {
  private static final String NOT_LOGGED_IN = "ZL-5008";
  private static final String FORBIDDEN = "ZL-5009";
  private static final List<String> ROLES =
      List.of(
          Role.OPERATOR,
          Role.SUPERVISOR,
          Role.UNIT,
          Role.ADMINISTRATOR,
          Role.SECURITY_ADMINISTRATOR,
          Role.AUDIT_ADMINISTRATOR,
          Role.GRID_WORKER);

  private final LiveTown town = new LiveTown();
  private final List<Operation> operations = Operation.of(town.description());

  @AfterEach
  void close() {
    town.close();
  }

  @Test
  void every_operation_has_a_rule_and_only_public_pages_are_open() {
    assertThat(operations)
        .hasSizeGreaterThan(40)
        .allSatisfy(o -> assertThat(o.open() || !o.roles().isEmpty()).as(o.toString()).isTrue())
        .allSatisfy(o -> assertThat(o.open()).as(o.toString()).isEqualTo(isPublic(o)));
  }

  /** A resident's progress, and what modules show: each of their pages says itself to whom. */
  private static boolean isPublic(Operation operation) {
    return operation.path().startsWith("/public/") || operation.path().startsWith("/pages");
  }

  @Test
  void whoever_lacks_the_role_is_turned_away_before_anything_happens() {
    long before = town.version();
    int turnedAway = 0;
    for (Operation operation : operations) {
      for (String role : ROLES) {
        if (operation.open() || operation.roles().contains(role)) {
          continue;
        }
        Town.Answer answer = call(operation, Optional.of(role));
        assertThat(answer.status() + " " + answer.code())
            .as(role + " " + operation)
            .isEqualTo("403 " + FORBIDDEN);
        turnedAway++;
      }
    }
    assertThat(turnedAway).isGreaterThan(80);
    assertThat(town.version()).isEqualTo(before);
  }

  @Test
  void without_a_login_or_with_a_token_nobody_has_there_is_no_way_in() {
    for (Operation operation : operations) {
      if (!operation.open()) {
        Town.Answer anonymous = call(operation, Optional.empty());
        assertThat(anonymous.status() + " " + anonymous.code())
            .as(operation.toString())
            .isEqualTo("401 " + NOT_LOGGED_IN);
        assertThat(anonymous.header("WWW-Authenticate")).startsWith("Bearer");
      }
      assertThat(call(operation, Optional.of("stolen")).status())
          .as(operation.toString())
          .isEqualTo(401);
    }
  }

  @Test
  void whoever_has_the_role_is_let_in() {
    for (Operation operation : operations) {
      for (String role : ROLES) {
        if (operation.open() || operation.roles().contains(role)) {
          town.rest();
          Town.Answer answer = call(operation, Optional.of(role));
          assertThat(answer.status()).as(role + " " + operation).isNotEqualTo(401).isLessThan(500);
          assertThat(answer.body()).as(role + " " + operation).doesNotContain(FORBIDDEN);
        }
      }
    }
  }

  @Test
  void what_lies_elsewhere_is_as_unknown_as_what_never_was() {
    Map<String, List<String>> strangers =
        Map.of(
            "western",
            List.of(
                "/cases/{case}",
                "/cases/{case}/trace",
                "/cases/{case}/orders",
                "/cases/{case}/reviews",
                "/assets/{code}",
                "/devices/{id}",
                "/devices/{id}/state",
                "/devices/{id}/alarms",
                "/alerts/{id}"),
            "elsewhere",
            List.of("/cases/{case}", "/cases/{case}/trace", "/cases/{case}/orders"));
    strangers.forEach(
        (token, paths) ->
            paths.forEach(
                path -> {
                  Operation operation = read(path);
                  assertThat(call(operation, Optional.of(token)).status())
                      .as(token + " " + path)
                      .isEqualTo(404);
                  assertThat(call(operation, Optional.of(LiveTown.ALL)).status())
                      .as(path)
                      .isEqualTo(200);
                }));
  }

  @Test
  void lists_and_counts_hold_nothing_from_elsewhere() {
    for (String path : List.of("/cases", "/alerts", "/reviews")) {
      assertThat(items(path, "western")).as(path).isEmpty();
      assertThat(items(path, LiveTown.ALL)).as(path).isNotEmpty();
    }
    assertThat(items("/orders", "elsewhere")).isEmpty();
    assertThat(items("/assets", "western")).hasSize(1);
    assertThat(items("/devices", "western")).hasSize(1);
    assertThat(items("/device-states", "western")).hasSize(1);
    JsonNode status = call(read("/status"), Optional.of("western")).json();
    assertThat(status.at("/cases/standings")).isEmpty();
    assertThat(status.has("plugIns")).isFalse();
    assertThat(status.has("messages")).isFalse();
  }

  private JsonNode items(String path, String token) {
    return call(read(path), Optional.of(token)).json().path("items");
  }

  private Operation read(String path) {
    return operations.stream()
        .filter(o -> o.toString().equals("GET " + path))
        .findFirst()
        .orElseThrow();
  }

  private Town.Answer call(Operation operation, Optional<String> token) {
    Try sound =
        Try.of(
            operation.method(),
            operation.address(town),
            "",
            operation.contentType(),
            SoundBodies.of(operation));
    return town.answer(
        new Try(
            sound.what(), sound.method(), sound.address(), sound.headers(), token, sound.body()));
  }
}
