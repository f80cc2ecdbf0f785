package org.zhili.rest.internal.town;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
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
          Role.GRID_WORKER,
          Role.DISPLAY);

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
