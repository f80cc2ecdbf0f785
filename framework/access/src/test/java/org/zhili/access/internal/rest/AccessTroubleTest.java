package org.zhili.access.internal.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.zhili.access.internal.Trouble;
import org.zhili.data.DatabaseFailure;
import org.zhili.resources.problem.Problem;
import org.zhili.text.Language;
import org.zhili.text.Words;

/** What callers are told when something goes wrong. */
class AccessTroubleTest {
  @Test
  void a_failure_of_the_database_tells_whether_to_come_again() {
    assertThat(mapped(DatabaseFailure.Kind.UNAVAILABLE)).isEqualTo("503 ZL-3117");
    assertThat(mapped(DatabaseFailure.Kind.CONFLICT)).isEqualTo("409 ZL-3116");
    assertThat(mapped(DatabaseFailure.Kind.OTHER)).isEqualTo("500 ZL-3118");
  }

  private static String mapped(DatabaseFailure.Kind kind) {
    Problem problem =
        (Problem)
            new DatabaseFailureMapper()
                .toResponse(new DatabaseFailure(kind, "select secret", null))
                .getEntity();
    assertThat(problem.toString()).doesNotContain("select secret");
    return problem.status() + " " + problem.code();
  }

  @Test
  void every_trouble_has_words_in_both_languages_and_a_code_of_its_own() {
    Words words = Words.beside(Trouble.class);
    assertThat(words.keys(Language.ZH)).isEqualTo(words.keys(Language.EN));
    for (Trouble trouble : Trouble.values()) {
      assertThat(trouble.words("a", "b").zh()).as(trouble.name()).endsWith("。");
      assertThat(trouble.words("a", "b").en()).doesNotContain("access.");
    }
    assertThat(Arrays.stream(Trouble.values()).map(Trouble::code)).doesNotHaveDuplicates();
  }
}
