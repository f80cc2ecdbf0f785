package org.zhili.rest.internal.town;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhili.access.Role;
import org.zhili.rest.internal.door.Town;
import org.zhili.rest.internal.town.LiveTown.Try;

/**
 * Every operation that names a thing, for people whose the thing is not: as the description tells
 * of operations, so a new one is tried as soon as it is there.
 */
class ForeignObjectsTest {
  /** What somebody of another unit may do all the same, and why. */
  private static final Map<String, String> OPEN_TO_UNITS =
      Map.of("GET /assets/{code}", "the register of things is no secret among units");

  private static final String WHOLE_CITY_ONLY = "ZL-3003";

  private final LiveTown town = new LiveTown();

  @AfterEach
  void close() {
    town.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {LiveTown.STRANGER, LiveTown.OTHER_AREA})
  void nothing_is_done_to_what_lies_elsewhere_and_nothing_of_it_told(String token) {
    List<Operation> named = named().toList();
    assertThat(named).hasSizeGreaterThan(25);
    assertThat(told(named.stream(), token)).isEmpty();
  }

  @Test
  void nothing_is_done_to_what_another_unit_has_and_nothing_of_it_told() {
    List<Operation> named = named().filter(one -> one.roles().contains(Role.UNIT)).toList();
    assertThat(named).extracting(Operation::toString).containsAll(OPEN_TO_UNITS.keySet());
    assertThat(named).hasSizeGreaterThan(9);
    assertThat(
            told(
                named.stream().filter(one -> !OPEN_TO_UNITS.containsKey(one.toString())),
                LiveTown.OTHER_UNIT))
        .isEmpty();
  }

  private Stream<Operation> named() {
    return Operation.of(town.description()).stream()
        .filter(operation -> !operation.open() && operation.path().contains("{"));
  }

  /**
   * What was answered otherwise than that there is no such thing, or nothing for people of a part.
   */
  private List<String> told(Stream<Operation> operations, String token) {
    List<String> told = new ArrayList<>();
    operations.forEach(
        operation -> {
          Town.Answer answer = call(operation, token);
          boolean unknown = answer.status() == 404;
          if (!unknown && !(answer.status() + answer.code()).equals("403" + WHOLE_CITY_ONLY)) {
            told.add(operation + ": " + answer.status() + " " + answer.body());
          }
        });
    return told;
  }

  @Test
  void the_things_are_there_for_those_whose_they_are() {
    List<String> read =
        Operation.of(town.description()).stream()
            .filter(operation -> !operation.open() && operation.method().equals("GET"))
            .filter(operation -> operation.path().contains("{"))
            .filter(operation -> call(operation, LiveTown.ALL).status() == 200)
            .map(Operation::path)
            .toList();
    assertThat(read)
        .contains("/cases/{case}", "/devices/{id}", "/assets/{code}", "/alerts/{id}")
        .hasSizeGreaterThan(9);
  }

  private Town.Answer call(Operation operation, String token) {
    return town.answer(
        new Try(
            operation.toString(),
            operation.method(),
            operation.address(town),
            Map.of(
                "Content-Type",
                operation.contentType(),
                "If-Match",
                "*",
                "Idempotency-Key",
                UUID.randomUUID().toString()),
            Optional.of(token),
            Optional.of(SoundBodies.of(operation))
                .filter(body -> !body.isEmpty())
                .map(body -> body.replace("east-1", "west").replace("A-east", "A-west"))
                .map(body -> body.getBytes(StandardCharsets.UTF_8))));
  }
}
