package ${package};

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.zhili.casework.CaseState;
import org.zhili.casework.CaseType;
import org.zhili.module.Contribution;
import org.zhili.text.Words;

class ${moduleClass}Test {
  private final ${moduleClass} module = new ${moduleClass}();

  @Test
  void its_cases_begin_reported_and_end_closed() {
    CaseType type =
        module.contributions().stream()
            .filter(Contribution.Cases.class::isInstance)
            .map(cases -> ((Contribution.Cases) cases).type())
            .findFirst()
            .orElseThrow();
    assertTrue(type.id().startsWith(module.info().id() + "."));
    assertEquals(CaseState.REPORTED, type.steps().get(0).shownAs());
    assertEquals(CaseState.CLOSED, type.steps().get(type.steps().size() - 1).shownAs());
  }

  @Test
  void it_has_words_in_both_languages() {
    Words words = Words.beside(${moduleClass}.class);
    assertTrue(words.knows("${moduleId}.name"));
    assertTrue(words.knows("${moduleId}.help"));
  }
}
