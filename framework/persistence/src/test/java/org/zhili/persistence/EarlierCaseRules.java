package org.zhili.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.zhili.casework.Standing;
import org.zhili.core.casework.CaseStore;
import org.zhili.core.casework.CaseStore.Query;
import org.zhili.core.casework.CaseStore.Search;
import org.zhili.core.casework.SampleFiles;
import org.zhili.persistence.store.CoreSchema;

/** Cases that were kept before cases could be looked for. */
abstract class EarlierCaseRules {
  private static final Map<String, String> NAMES =
      Map.of("21", "__search.sql", "22", "__words.sql", "33", "__covered.sql");

  abstract StoreDatabase town();

  @Test
  void cases_of_before_are_found_by_their_words_once_the_script_has_run() {
    CaseStore cases = town().stores().cases();
    cases.insert(SampleFiles.opened(7));
    town().execute("update core_case set words = '', covered = ''");
    assertThat(cases.count(holding("中山路100号"))).isZero();

    town().execute(script(town().onPostgres() ? "postgresql/V22" : "h2/V22"));
    cases.cover("ZM", 9);
    for (String words : new String[] {"中山路100号", "倾斜", "the cover is tilted", "-000007"}) {
      assertThat(cases.count(holding(words))).as(words).isEqualTo(1);
    }
  }

  @Test
  void a_case_that_a_node_of_before_opened_is_found_once_it_moves() {
    CaseStore cases = town().stores().cases();
    cases.insert(SampleFiles.opened(7));
    town().execute("update core_case set words = '', covered = ''");
    cases.update(SampleFiles.next(SampleFiles.opened(7), Standing.OPEN));
    assertThat(cases.count(holding("中山路100号"))).isEqualTo(1);
  }

  @Test
  void clocks_of_cases_on_their_way_are_looked_at_once_the_script_has_run() {
    town().stores().cases().insert(SampleFiles.opened(7));
    for (int again = 0; again < 2; again++) {
      town().execute(script("V21"));
    }
    assertThat(town().texts("select kind from core_timer where timer_key = 'newest'"))
        .containsExactly("due-times");
  }

  @Test
  void words_of_cases_of_before_are_covered_page_by_page_once_the_script_has_run() {
    CaseStore cases = town().stores().cases();
    for (int n = 1; n <= 3; n++) {
      cases.insert(SampleFiles.opened(n));
    }
    town().execute("update core_case set covered = '', words = words || ' 13812345678'");
    for (int again = 0; again < 2; again++) {
      town().execute(script("V33"));
    }
    assertThat(town().texts("select timer_key from core_timer where kind = 'covered-words'"))
        .containsExactly("ZM");
    assertThat(cases.count(holding("中山路100号"))).isZero();

    assertThat(cases.cover("ZM", 2)).hasValue(SampleFiles.opened(2).number());
    assertThat(cases.count(holding("中山路100号"))).isEqualTo(2);
    assertThat(cases.cover(SampleFiles.opened(2).number(), 2)).isEmpty();
    assertThat(cases.count(holding("中山路100号"))).isEqualTo(3);
    assertThat(cases.count(holding("138****5678"))).isEqualTo(3);
    assertThat(cases.count(holding("81234"))).isZero();
    assertThat(cases.cover("ZM", 9)).as("once more does no harm").isEmpty();
  }

  private static Query holding(String text) {
    return new Query(
        Set.of(),
        Set.of(),
        Set.of(),
        Set.of(),
        Optional.empty(),
        new Search(Optional.of(text), Optional.empty(), Optional.empty()),
        Optional.empty(),
        1);
  }

  private static String script(String name) {
    String path = "/db/core/" + name + NAMES.get(name.substring(name.length() - 2));
    try (InputStream in = Objects.requireNonNull(CoreSchema.class.getResourceAsStream(path))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
