package org.zhili.rest.internal.town;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.zhili.rest.internal.door.Town;
import org.zhili.rest.internal.town.LiveTown.Try;

/**
 * Every operation that names a thing, for somebody who has every role and whose the thing is not:
 * as the description tells of operations, so a new one is tried as soon as it is there.
 */
class ForeignObjectsTest {
  private final LiveTown town = new LiveTown();

  @AfterEach
  void close() {
    town.close();
  }

  @Test
  void nothing_is_done_to_what_is_not_theirs_and_nothing_of_it_told() {
    int tried = 0;
    List<String> told = new ArrayList<>();
    for (Operation operation : Operation.of(town.description())) {
      if (operation.open() || !operation.path().contains("{")) {
        continue;
      }
      Town.Answer answer = call(operation, LiveTown.STRANGER);
      if (!List.of(403, 404).contains(answer.status())) {
        told.add(operation + ": " + answer.status() + " " + answer.body());
      }
      tried++;
    }
    assertThat(told).isEmpty();
    assertThat(tried).isGreaterThan(25);
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
