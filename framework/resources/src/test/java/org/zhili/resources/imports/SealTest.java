package org.zhili.resources.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhili.resources.Refusals.refused;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SealTest {
  private static final String KEY = "0f1e2d3c-4b5a-4978-8695-a4b3c2d1e0f9";
  private static final List<Told> TOLD = List.of(new Told("wang", "p4-ss"), new Told("li", "w0rd"));

  @Test
  void who_has_the_key_opens_it_and_nobody_else() {
    String closed = Seal.of(KEY).close(TOLD, "ada x");
    assertThat(closed).doesNotContain("wang", "p4-ss");
    assertThat(Seal.of(KEY).open(closed, "ada x")).contains(TOLD);
    assertThat(Seal.of(KEY.replace("f9", "f8")).open(closed, "ada x")).isEmpty();
    assertThat(Seal.of(KEY).open(closed, "eve x")).isEmpty();
  }

  @Test
  void what_was_changed_does_not_open() {
    String closed = Seal.of(KEY).close(TOLD, "x");
    char other = closed.charAt(30) == 'A' ? 'B' : 'A';
    String changed = closed.substring(0, 30) + other + closed.substring(31);
    assertThat(Seal.of(KEY).open(changed, "x")).isEmpty();
  }

  @Test
  void the_same_is_never_closed_alike() {
    Seal seal = Seal.of(KEY);
    assertThat(seal.close(TOLD, "x")).isNotEqualTo(seal.close(TOLD, "x"));
  }

  @Test
  void a_request_has_one_name_that_is_not_its_key() {
    assertThat(Seal.of(KEY).name())
        .isEqualTo(Seal.of(KEY).name())
        .matches("[0-9a-f]{64}")
        .doesNotContain(KEY.substring(0, 8))
        .isNotEqualTo(Seal.of(KEY.replace("f9", "f8")).name());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0f1e2d3c-4b5a-4978-8695-a4b3c2d1e0f9",
        "0F1E2D3C-4B5A-4978-8695-A4B3C2D1E0F9",
        "0f1e2d3c4b5a69788695a4b3c2d1e0f9"
      })
  void a_random_key_is_taken(String key) {
    assertThat(Seal.of(key).name()).hasSize(64);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "sheet-01",
        "accounts-of-the-eastern-district-2026-11-28",
        "00000000-0000-4000-8000-000000000001",
        "11112222333344445555666611112222",
        "0f1e2d3c-4b5a-1978-8695-a4b3c2d1e0f9",
        "0f1e2d3c4b5a69788695a4b3c2d1e0f"
      })
  void a_key_that_somebody_could_guess_is_refused(String key) {
    refused(400, "ZL-3230", () -> Seal.of(key));
  }
}
