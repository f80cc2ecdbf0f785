package org.zhili.citypack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhili.casework.CaseState;
import org.zhili.casework.CaseType;
import org.zhili.casework.FilingCondition;
import org.zhili.casework.Guard;
import org.zhili.casework.Limit;
import org.zhili.casework.Limit.LimitUnit;
import org.zhili.casework.Milestone;
import org.zhili.casework.Passage;
import org.zhili.text.Wording;

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
      CaseType type = type(random);
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
  void a_type_built_in_code_is_checked_too() {
    assertThat(CaseTypeJson.check(component)).isEmpty();
    CaseType noWay =
        new CaseType(
            "Component",
            1,
            component.name(),
            component.steps(),
            component.passages(),
            List.of(),
            List.of(),
            component.reopenWithin());
    assertThat(CaseTypeJson.check(noWay))
        .singleElement()
        .satisfies(
            fault -> {
              assertThat(fault.code()).isEqualTo("ZL-1216");
              assertThat(fault.file()).isEqualTo("Component@1");
            });
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

  @ParameterizedTest(name = "{0} becomes {1}")
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "urban.component; component; ZL-1216 \"component\"",
        "\"version\": 7; \"version\": 0; ZL-1223 0",
        "\"version\": 7; \"version\": 1e999999999; ZL-1223 1e9",
        "\"version\": 7; \"version\": \"7\"; ZL-1213 \"7\"",
        "\"version\": 7; \"version\": null; ZL-1213 null",
        "{\"zh\": \"部件问题\", \"en\": \"City asset problem\"}; \"部件\"; ZL-1213 \"部件\"",
        "\"City asset problem\"; \" \"; ZL-1214 \" \"",
        "\"reopenWithin\": \"10 DAY\"; \"note\": \"x\"; ZL-1211 \"x\" & ZL-1214 {",
        "\"10 DAY\"; \"10\"; ZL-1224 \"10\"",
        "\"10 DAY\"; \"-1 DAY\"; ZL-1224 \"-1 DAY\"",
        "\"10 DAY\"\\n}; \"10 DAY\"\\n} {; ZL-1210 {",
        "\"shownAs\": \"HANDLING\"; \"shownAs\": \"BUSY\"; ZL-1217 \"BUSY\"",
        "\"shownAs\": \"REPORTED\"; \"shownAs\": \"ACCEPTED\"; ZL-1251 \"ACCEPTED\"",
        "\"shownAs\": \"CLOSED\"; \"shownAs\": \"FEEDBACK\"; ZL-1252 \"FEEDBACK\"",
        "\"shownAs\": \"ACCEPTED\"; \"shownAs\": \"HANDLING\"; ZL-1253 \"DISPATCHED\" & ZL-1263 [",
        "\"id\": \"feedback\", \"shownAs\"; \"id\": \"handling\", \"shownAs\"; ZL-1230 "
            + "\"handling\" & ZL-1254 \"feedback\", \"roles\" & ZL-1254 \"feedback\", "
            + "\"action\" & ZL-1254 \"feedback\", \"limit\"",
        "\"to\": \"handling\"; \"to\": \"handled\"; ZL-1254 \"handled\"",
        "\"action\": \"close\", \"to\": \"closed\"; \"action\": \"close\", \"to\": "
            + "\"handling\"; ZL-1255 {\"id\": \"closed\"",
        "\"action\": \"accept\", \"to\": \"accepted\"; \"action\": \"accept\", \"to\": "
            + "\"feedback\"; ZL-1255 {\"id\": \"accepted\" & ZL-1255 {\"id\": \"dispatched\" "
            + "& ZL-1255 {\"id\": \"handling\"",
        "{\"id\": \"handling\", \"shownAs\"; {\"id\": \"waiting\", \"shownAs\": "
            + "\"HANDLING\", \"name\": {\"zh\": \"等\", \"en\": \"W\"}},\\n{\"id\": "
            + "\"handling\", \"shownAs\"; ZL-1255 {\"id\": \"waiting\" & ZL-1256 {\"id\": "
            + "\"waiting\"",
        "\"from\": \"feedback\", \"action\": \"close\"; \"from\": \"closed\", "
            + "\"action\": \"close\"; ZL-1257 \"closed\", \"action\"",
        "\"action\": \"acknowledge\"; \"action\": \"note\"; ZL-1260 \"note\"",
        "\"action\": \"accept\", \"to\": \"accepted\"; \"action\": \"dispatch\", "
            + "\"to\": \"accepted\"; ZL-1264 \"accepted\", \"roles\"",
        "\"roles\": [\"operator\", \"system\"]; \"roles\": []; ZL-1259 []",
        ", \"roles\": [\"operator\", \"system\"]; ; ZL-1214 {\"from\": \"reported\"",
        "[\"operator\", \"system\"]; [\"operator\", \"operator\"]; ZL-1215 \"operator\"]",
        "[\"operator\", \"system\"]; [\"operator\", 5]; ZL-1213 5",
        "[\"operator\", \"system\"]; {}; ZL-1213 {}",
        "\"BY_LEAD\"; \"BY_CHIEF\"; ZL-1217 \"BY_CHIEF\"",
        "\"from\": \"dispatched\",\\n       \"until\"; \"from\": \"later\", \"until\"; "
            + "ZL-1254 \"later\"",
        "\"until\": \"feedback\"; \"until\": \"accepted\"; ZL-1261 \"accepted\"",
        "\"until\": \"feedback\"; \"until\": \"mended\"; ZL-1254 \"mended\"",
        "\"id\": \"repair\"; \"id\": \"make-safe\"; ZL-1230 \"make-safe\", \"name\": "
            + "{\"zh\": \"补装\"",
        "\"suspend\"; \"rest\"; ZL-1262 [\"supervisor\"], \"park\"",
        "\"park\"; \"suspend\"; ZL-1212 \"suspend\": [\"supervisor\"]}"
      })
  void what_is_wrong_is_found_at_its_place(String from, String to, String expected)
      throws IOException {
    String text = sample();
    String spoiled =
        text.replaceFirst(
            Pattern.quote(from.replace("\\n", "\n")),
            to == null ? "" : Matcher.quoteReplacement(to.replace("\\n", "\n")));
    assertThat(spoiled).isNotEqualTo(text);
    List<String> found =
        CaseTypeJson.read(spoiled, "component.json").faults().stream()
            .map(fault -> fault.code() + " " + textAt(spoiled, fault))
            .toList();
    String[] places = expected.split(" & ", -1);
    assertThat(found).hasSize(places.length);
    for (String place : places) {
      assertThat(found).anyMatch(fault -> fault.startsWith(place));
    }
  }

  private static String textAt(String text, Fault fault) {
    String line = text.lines().skip(fault.line() - 1L).findFirst().orElseThrow();
    return line.substring(fault.column() - 1);
  }

  @Test
  void a_passage_is_there_once() throws IOException {
    String line = "{\"from\": \"reported\", \"action\": \"accept\"";
    String twice =
        sample()
            .replace(
                "    " + line,
                "    " + line + ", \"to\": \"closed\", \"roles\": [\"unit\"]},\n    " + line);
    assertThat(CaseTypeJson.read(twice, "component.json").faults())
        .extracting(Fault::code)
        .containsExactly("ZL-1258");
  }

  @Test
  void a_branch_that_never_comes_to_closing_is_reported() throws IOException {
    String branch =
        sample()
            .replace(
                "    {\"id\": \"feedback\"",
                "    {\"id\": \"waiting\", \"shownAs\": \"HANDLING\","
                    + " \"name\": {\"zh\": \"等\", \"en\": \"W\"}},\n    {\"id\": \"feedback\"")
            .replace(
                "    {\"from\": \"feedback\"",
                "    {\"from\": \"handling\", \"action\": \"wait\", \"to\": \"waiting\","
                    + " \"roles\": [\"unit\"]},\n    {\"from\": \"feedback\"");
    assertThat(CaseTypeJson.read(branch, "component.json").faults())
        .singleElement()
        .satisfies(
            fault -> {
              assertThat(fault.code()).isEqualTo("ZL-1256");
              assertThat(textAt(branch, fault)).startsWith("{\"id\": \"waiting\"");
            });
  }

  @Test
  void a_filing_condition_is_there_once() {
    CaseType twice =
        new CaseType(
            component.id(),
            1,
            component.name(),
            component.steps(),
            component.passages(),
            List.of(component.filings().get(0), component.filings().get(0)),
            List.of(),
            component.reopenWithin());
    assertThat(CaseTypeJson.check(twice)).extracting(Fault::code).containsExactly("ZL-1230");
  }

  @Test
  void a_type_has_at_least_a_beginning_and_an_end() {
    CaseType empty =
        new CaseType(
            "urban.nothing",
            1,
            component.name(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            component.reopenWithin());
    assertThat(CaseTypeJson.check(empty)).extracting(Fault::code).contains("ZL-1250");
  }

  @Test
  void deep_nesting_is_a_fault_not_a_crash() {
    assertThat(CaseTypeJson.read("[".repeat(100_000), "deep.json").faults())
        .extracting(Fault::code)
        .containsExactly("ZL-1210");
  }

  private static String sample() throws IOException {
    return Files.readString(
        Path.of("src/test/resources/org/zhili/citypack/city/case-types/component.json"));
  }

  /** A type of sound form; whether a case could go its way is another matter. */
  private static CaseType type(Random random) {
    List<CaseType.Step> steps = new ArrayList<>();
    List<Passage> passages = new ArrayList<>();
    List<FilingCondition> filings = new ArrayList<>();
    List<CaseType.Side> sides = new ArrayList<>();
    for (int i = 0; i < random.nextInt(8); i++) {
      steps.add(new CaseType.Step(word(random), wording(random), pick(random, CaseState.values())));
      passages.add(
          new Passage(
              word(random),
              word(random),
              word(random),
              words(random),
              random.nextBoolean() ? Set.of() : Set.of(Guard.values()),
              words(random)));
      filings.add(new FilingCondition(word(random), wording(random), milestones(random)));
      sides.add(new CaseType.Side("side-" + i, words(random)));
    }
    return new CaseType(
        "module-" + random.nextInt(9) + ".type-" + random.nextInt(9),
        1 + random.nextInt(1000),
        wording(random),
        steps,
        passages,
        filings,
        sides,
        limit(random));
  }

  private static List<Milestone> milestones(Random random) {
    List<Milestone> milestones = new ArrayList<>();
    for (int i = 0; i < random.nextInt(4); i++) {
      milestones.add(
          new Milestone(
              word(random),
              wording(random),
              word(random),
              random.nextBoolean() ? Optional.of(word(random)) : Optional.empty(),
              limit(random),
              words(random)));
    }
    return milestones;
  }

  private static Limit limit(Random random) {
    return new Limit(random.nextInt(Integer.MAX_VALUE), pick(random, LimitUnit.values()));
  }

  private static Set<String> words(Random random) {
    return random.nextBoolean() ? Set.of() : Set.of(word(random) + "-a", word(random) + "-b");
  }

  private static String word(Random random) {
    return "w" + random.nextInt(1000) + "_x-y";
  }

  /** Everything JSON could stumble over. */
  private static Wording wording(Random random) {
    String[] awkward = {
      "\"", "\\", "\n", "\t", "\u0000", "井盖", "\uD83D\uDD73", "/", "{0}", "'", " "
    };
    StringBuilder text = new StringBuilder("x");
    for (int i = random.nextInt(60); i > 0; i--) {
      text.append(pick(random, awkward));
    }
    return new Wording(text.toString(), text.reverse().toString());
  }

  private static <T> T pick(Random random, T[] values) {
    return values[random.nextInt(values.length)];
  }
}
