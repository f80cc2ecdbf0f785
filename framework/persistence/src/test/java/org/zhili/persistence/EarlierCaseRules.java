package org.zhili.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
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
  abstract StoreDatabase town();

  @Test
  void cases_of_before_are_found_by_their_words_once_the_script_has_run() {
    CaseStore cases = town().stores().cases();
    cases.insert(SampleFiles.opened(7));
    town().execute("update core_case set words = ''");
    assertThat(cases.count(holding("中山路100号"))).isZero();

    town().execute(script(town().onPostgres() ? "postgresql/V22" : "h2/V22"));
    for (String words : new String[] {"中山路100号", "倾斜", "the cover is tilted", "-000007"}) {
      assertThat(cases.count(holding(words))).as(words).isEqualTo(1);
    }
  }

  @Test
  void a_case_that_a_node_of_before_opened_is_found_once_it_moves() {
    CaseStore cases = town().stores().cases();
    cases.insert(SampleFiles.opened(7));
    town().execute("update core_case set words = ''");
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
    String path = "/db/core/" + name + (name.endsWith("21") ? "__search.sql" : "__words.sql");
    try (InputStream in = Objects.requireNonNull(CoreSchema.class.getResourceAsStream(path))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
