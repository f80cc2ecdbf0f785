package org.zhili.citypack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.zhili.casework.CaseState;
import org.zhili.casework.CaseType;
import org.zhili.casework.Guard;
import org.zhili.casework.Limit;
import org.zhili.casework.Limit.LimitUnit;
import org.zhili.casework.Milestone;
import org.zhili.casework.Passage;
import org.zhili.text.Wording;

/** What is read and written of case types. */
class CaseTypeJsonTest {
  private final CaseType component =
      CaseTypeJson.bundled(CaseTypeJsonTest.class, "city/case-types/component.json");

  @Test
  void every_part_of_a_type_is_read() {
    assertThat(component.id()).isEqualTo("urban.component");
    assertThat(component.version()).isEqualTo(7);
    assertThat(component.name()).isEqualTo(new Wording("部件问题", "City asset problem"));
    assertThat(component.steps())
        .hasSize(6)
        .contains(
            new CaseType.Step("handling", new Wording("处置", "Being handled"), CaseState.HANDLING));
    assertThat(component.passages())
        .hasSize(5)
        .contains(
            new Passage(
                "handling",
                "feed-back",
                "feedback",
                Set.of("unit"),
                Set.of(Guard.BY_LEAD),
                Set.of("photo-after")));
    assertThat(component.filings())
        .singleElement()
        .satisfies(
            filing ->
                assertThat(filing.milestones())
                    .containsExactly(
                        new Milestone(
                            "make-safe",
                            new Wording("设置警示", "Made safe"),
                            "dispatched",
                            Optional.empty(),
                            new Limit(2, LimitUnit.HOUR),
                            Set.of("photo-safe")),
                        new Milestone(
                            "repair",
                            new Wording("补装", "Repaired"),
                            "dispatched",
                            Optional.of("feedback"),
                            new Limit(24, LimitUnit.HOUR),
                            Set.of())));
    assertThat(component.sides())
        .containsExactly(
            new CaseType.Side("suspend", Set.of("supervisor")),
            new CaseType.Side("park", Set.of("supervisor")));
    assertThat(component.reopenWithin()).isEqualTo(new Limit(10, LimitUnit.DAY));
  }

  @Test
  void the_example_in_the_documentation_is_sound() throws IOException {
    String source = Files.readString(Path.of("src/main/java/org/zhili/citypack/package-info.java"));
    Matcher example =
        Pattern.compile("<pre>\\{@code\\n(.*?) \\* }</pre>", Pattern.DOTALL).matcher(source);
    assertThat(example.find()).isTrue();
    String json = example.group(1).replaceAll("(?m)^ \\* ?", "");
    assertThat(CaseTypeJson.read(json, "example").faults()).isEmpty();
  }

  @Test
  void reading_what_was_written_gives_an_equal_type() {
    assertThat(CaseTypeJson.read(CaseTypeJson.write(component), "copy").orThrow())
        .isEqualTo(component);
    assertThat(CaseTypeJson.restore(CaseTypeJson.write(component))).isEqualTo(component);
  }

  @Test
  void any_type_survives_being_written_and_restored() {
    Random random = new Random(20260101);
    for (int draw = 0; draw < 300; draw++) {
      CaseType type = RandomTypes.next(random);
      assertThat(CaseTypeJson.restore(CaseTypeJson.write(type))).isEqualTo(type);
    }
  }

  @Test
  void the_same_type_is_always_written_the_same() {
    CaseType other = CaseTypeJson.restore(CaseTypeJson.write(component));
    assertThat(CaseTypeJson.write(other)).isEqualTo(CaseTypeJson.write(component));
  }

  @Test
  void what_is_written_is_pleasant_to_read() {
    String json = CaseTypeJson.write(component);
    assertThat(json.lines())
        .contains(
            "  \"name\": {\"zh\": \"部件问题\", \"en\": \"City asset problem\"},",
            "  \"sides\": {\"suspend\": [\"supervisor\"], \"park\": [\"supervisor\"]},",
            "  \"reopenWithin\": \"10 DAY\"")
        .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(102));
  }

  @Test
  void a_type_without_filings_and_sides_is_sound() {
    CaseType plain =
        new CaseType(
            component.id(),
            1,
            component.name(),
            component.steps(),
            component.passages(),
            List.of(),
            List.of(),
            component.reopenWithin());
    String json = CaseTypeJson.write(plain);
    assertThat(json).doesNotContain("filings", "sides");
    assertThat(CaseTypeJson.read(json, "plain").orThrow()).isEqualTo(plain);
  }

  @Test
  void an_old_version_is_restored_although_new_types_must_be_better() {
    String lax =
        CaseTypeJson.write(component).replace("\"action\": \"close\"", "\"action\": \"rate\"");
    assertThat(CaseTypeJson.read(lax, "lax").faults()).isNotEmpty();
    assertThat(CaseTypeJson.restore(lax).passages()).hasSize(5);
  }

  @Test
  void what_was_never_written_cannot_be_restored() {
    assertThatExceptionOfType(FaultyFile.class).isThrownBy(() -> CaseTypeJson.restore("{}"));
    assertThatExceptionOfType(FaultyFile.class).isThrownBy(() -> CaseTypeJson.restore("no"));
    assertThatExceptionOfType(FaultyFile.class).isThrownBy(() -> CaseTypeJson.restore("[]"));
  }

  @Test
  void a_module_is_told_what_is_wrong_with_its_own_type() {
    assertThatExceptionOfType(FaultyFile.class)
        .isThrownBy(() -> CaseTypeJson.bundled(CaseTypeJsonTest.class, "missing.json"))
        .withMessageContainingAll("missing.json", "ZL-1201");
  }

  @Test
  void two_sides_of_the_same_action_cannot_be_written() {
    CaseType twice =
        new CaseType(
            "urban.component",
            1,
            component.name(),
            component.steps(),
            component.passages(),
            List.of(),
            List.of(
                new CaseType.Side("park", Set.of("unit")),
                new CaseType.Side("park", Set.of("operator"))),
            component.reopenWithin());
    assertThatIllegalArgumentException().isThrownBy(() -> CaseTypeJson.write(twice));
  }
}
