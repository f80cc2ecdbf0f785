package org.zhili.citypack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhili.casework.CaseType;

/** What is wrong with a case type is found, and where. */
class CaseTypeFaultsTest {
  private final CaseType component =
      CaseTypeJson.bundled(CaseTypeFaultsTest.class, "city/case-types/component.json");

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
        "\"action\": \"acknowledge\"; \"action\": \"halt\"; ZL-1260 \"halt\"",
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
}
