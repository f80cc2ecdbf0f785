package org.zhili.architecture;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.zhili.architecture.planted.Breaks;

/** Shows that each rule about classes bites: a rule that sees nothing is red here. */
class PlantedViolationsTest {
  private static final String FAMILY = "org.zhili.architecture.planted.";

  private static final JavaClasses PLANTED = new ClassFileImporter().importPackages(FAMILY + ".");

  private static final Layout LAYOUT =
      new Layout(
          FAMILY,
          List.of(
              new Artifact("framework/api", "zhili-api", true),
              new Artifact("framework/core", "zhili-core", true),
              new Artifact("framework/data", "zhili-data", true),
              new Artifact("framework/json", "zhili-json", true),
              new Artifact("framework/rest", "zhili-rest", true),
              new Artifact("bundles/urban", "zhili-urban", true),
              new Artifact("bundles/property", "zhili-property", true),
              new Artifact("device-drivers/gauge", "zhili-driver-gauge", true)),
          Set.of(FAMILY + "api.one", FAMILY + "api.two", "org.zhili.device"));

  private static final List<ArchRule> RULES = Rules.of(LAYOUT);

  private static final Map<String, Set<String>> CULPRITS =
      PLANTED.stream()
          .filter(type -> type.isAnnotatedWith(Breaks.class))
          .collect(
              groupingBy(
                  type -> type.getAnnotationOfType(Breaks.class).value(),
                  mapping(JavaClass::getName, toSet())));

  @Test
  void every_rule_has_a_violation_planted_for_it() {
    assertThat(CULPRITS.keySet())
        .containsExactlyInAnyOrderElementsOf(RULES.stream().map(Rules::key).toList());
  }

  @TestFactory
  Stream<DynamicTest> every_planted_violation_is_caught() {
    return RULES.stream()
        .map(
            rule ->
                DynamicTest.dynamicTest(
                    rule.getDescription(),
                    () ->
                        assertThat(rule.evaluate(PLANTED).getFailureReport().toString())
                            .contains(CULPRITS.getOrDefault(Rules.key(rule), Set.of("nobody")))));
  }
}
