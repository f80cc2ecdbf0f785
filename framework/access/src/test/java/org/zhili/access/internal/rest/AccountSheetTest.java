package org.zhili.access.internal.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.zhili.resources.imports.Filled;
import org.zhili.resources.problem.ProblemException;
import org.zhili.text.Language;

class AccountSheetTest {
  private static Filled row(String areas) {
    return new Filled(2, Map.of("name", "ada", "areas", areas));
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void areas_and_the_whole_city_come_back_as_they_were_exported(Language language) {
    for (List<String> areas : List.of(List.<String>of(), List.of("east"), List.of("a", "b"))) {
      String exported = AccountExportResource.areas(areas, language);
      assertThat(exported).isNotBlank();
      assertThat(AccountImport.areas(row(exported))).isEqualTo(areas);
    }
  }

  @Test
  void nobody_gets_the_whole_city_by_an_empty_cell() {
    ProblemException refusal =
        catchThrowableOfType(
            ProblemException.class,
            () -> AccountImport.areas(new Filled(2, Map.of("name", "ada"))));
    assertThat(refusal.problem().code()).isEqualTo("ZL-3176");
    assertThat(AccountImport.areas(row("east\n全市"))).containsExactly("east", "全市");
  }
}
