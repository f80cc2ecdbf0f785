package org.zhili.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Holds every class of the town to the rules. */
class ArchitectureTest {
  /**
   * Somewhat below what there are, so that a rule cannot pass because half the town was not seen.
   */
  private static final int AT_LEAST = 850;

  @TestFactory
  Stream<DynamicTest> the_town_keeps() {
    return Rules.of(Town.LAYOUT).stream()
        .map(
            rule -> DynamicTest.dynamicTest(rule.getDescription(), () -> rule.check(Town.CLASSES)));
  }

  @Test
  void d12_the_rules_saw_the_whole_town() {
    assertThat(Town.CLASSES).hasSizeGreaterThan(AT_LEAST);
    assertThat(Town.ARTIFACTS)
        .allSatisfy(artifact -> assertThat(Town.packages(artifact)).isNotEmpty());
  }
}
