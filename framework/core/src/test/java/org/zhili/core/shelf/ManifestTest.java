package org.zhili.core.shelf;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ManifestTest {
  @Test
  void clauses_are_told_apart_though_commas_stand_between_quotation_marks() {
    assertThat(Clause.parse("a.b;version=\"[1,2)\";resolution:=optional, c ;version:Version=2,"))
        .containsExactly(
            new Clause("a.b", Map.of("version", "[1,2)", "resolution:", "optional")),
            new Clause("c", Map.of("version", "2")));
  }

  @Test
  void names_that_share_what_is_said_are_one_clause_each() {
    assertThat(Clause.parse("a;b;version=1"))
        .containsExactly(
            new Clause("a", Map.of("version", "1")), new Clause("b", Map.of("version", "1")));
  }

  @Test
  void a_typed_list_of_services_is_found_by_its_plain_name() {
    List<Clause> clauses =
        Clause.parse("osgi.service;objectClass:List<String>=\"x.A,x.B\";effective:=active");
    assertThat(clauses.get(0).attribute("objectClass")).contains("x.A,x.B");
    assertThat(clauses.get(0).attribute("effective:")).contains("active");
  }

  @Test
  void nothing_is_said_by_an_empty_header() {
    assertThat(Clause.parse("")).isEmpty();
    assertThat(Clause.parse(" , ;")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '\'',
      value = {
        "'[1.0,2)', 1.0.0, true",
        "'[1.0,2)', 1.9.9, true",
        "'[1.0,2)', 2.0.0, false",
        "'[1.0,2]', 2, true",
        "'(1.0,2)', 1.0, false",
        "'[2.0,3)', 1.0.0, false",
        "'1.2', 1.10, true",
        "'1.2', 1.1, false",
        "'0', 0.0.0, true"
      })
  void a_range_includes_what_lies_in_it(String range, String version, boolean included) {
    assertThat(VersionRange.of(range).includes(version)).isEqualTo(included);
  }
}
