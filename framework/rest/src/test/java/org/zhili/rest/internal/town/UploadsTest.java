package org.zhili.rest.internal.town;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.zhili.access.Role;
import org.zhili.resources.SampleShelf;
import org.zhili.resources.TestTown;
import org.zhili.rest.internal.door.Town;
import org.zhili.rest.internal.town.LiveTown.Try;

/** A plug-in's file over HTTP. */
class UploadsTest {
  private static final String FILE = "application/octet-stream";

  private final TestTown city = new TestTown();
  private final LiveTown town = new LiveTown(city, List.of(new LiveTown.Tokens()), List.of());

  @AfterEach
  void close() {
    town.close();
  }

  @Test
  void a_file_is_put_in_under_the_name_its_sender_gives() {
    Town.Answer answer = send("/shelf?file=%E7%AE%B1-1.0.jar", FILE, SampleShelf.SOUND);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    assertThat(answer.json().at("/sentences/0/zh").asText()).isEqualTo("装入 箱-1.0.jar。");
    assertThat(city.shelf().last().orElseThrow()).doesNotExist();
  }

  @Test
  void a_refusal_is_a_problem_with_each_sentence() {
    Town.Answer answer = send("/shelf", FILE, "broken");
    assertThat(answer.status() + " " + answer.code()).isEqualTo("409 ZL-3063");
    assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    assertThat(answer.json().path("violations")).hasSize(2);
    assertThat(answer.json().at("/violations/1/messages/en").asText())
        .isEqualTo("A package is missing; add it.");
    assertThat(answer.json().at("/messages/zh").asText()).contains("upload.jar 不完整");
  }

  @Test
  void a_name_is_never_a_path() {
    for (String name : List.of("..%2Fx.jar", "%2Fetc%2Fx.jar", "x.jar%2F", "..%5Cx.jar", "x.sh")) {
      assertThat(send("/shelf?file=" + name, FILE, SampleShelf.SOUND).status())
          .as(name)
          .isIn(400, 422);
    }
    assertThat(city.shelf().last()).isEmpty();
  }

  @Test
  void what_is_too_large_or_of_another_type_does_not_reach_the_shelf() {
    Town.Answer large = send("/shelf", FILE, "x".repeat(60_000));
    assertThat(large.status() + " " + large.code()).isEqualTo("413 ZL-5014");
    assertThat(send("/shelf", "application/json", "{}").status()).isEqualTo(415);
    assertThat(city.shelf().last()).isEmpty();
  }

  private Town.Answer send(String address, String type, String content) {
    return town.answer(
        new Try(
            address,
            "POST",
            address,
            Map.of("Content-Type", type),
            Optional.of(Role.ADMINISTRATOR),
            Optional.of(content.getBytes(StandardCharsets.UTF_8))));
  }
}
