package org.zhili.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which part of the town may know which. */
final class LayerRules {
  /** What plug-ins are written against; citypack by decision 0002. */
  static final Set<String> BASE_OF_PLUG_INS =
      Set.of(
          "zhili-api",
          "zhili-data",
          "zhili-json",
          "zhili-citypack",
          "zhili-ledger",
          "zhili-documents");

  private static final DescribedPredicate<JavaClass> JDK_AND_ANNOTATIONS =
      resideInAnyPackage("java..", "org.jspecify.annotations", "org.osgi.annotation..");

  /** The rest of the platform's own cryptography, which is not below {@code java}. */
  private static final String[] CRYPTOGRAPHY = {"javax.crypto..", "javax.security.auth.x500"};

  private LayerRules() {}

  static List<ArchRule> of(Layout layout) {
    return List.of(
        classes()
            .that(layout.in("zhili-api"))
            .should()
            .onlyDependOnClassesThat(JDK_AND_ANNOTATIONS.or(layout.in("zhili-api")))
            .as("D1: the API stands on the JDK alone"),
        classes()
            .that(layout.in("zhili-core"))
            .should()
            .onlyDependOnClassesThat(
                JDK_AND_ANNOTATIONS
                    .or(resideInAnyPackage("org.slf4j"))
                    .or(resideInAnyPackage(CRYPTOGRAPHY))
                    .or(layout.in(Set.of("zhili-api", "zhili-core"))))
            .as("D3 core: the core is plain Java over the API, with a logger"),
        classes()
            .that(layout.in("zhili-data"))
            .should()
            .onlyDependOnClassesThat(
                JDK_AND_ANNOTATIONS
                    .or(resideInAnyPackage("jakarta.persistence.."))
                    .or(layout.in("zhili-data")))
            .as("D3 data: what modules with tables see is Jakarta Persistence alone"),
        classes()
            .that(layout.in("zhili-json"))
            .should()
            .onlyDependOnClassesThat(
                JDK_AND_ANNOTATIONS
                    .or(resideInAnyPackage("com.fasterxml.jackson.core.."))
                    .or(layout.in("zhili-json")))
            .as("D3 json: what plug-ins read JSON with stands on Jackson's parser alone"),
        classes()
            .that(layout.inPlugIns())
            .should(meetOthersOnlyThroughTheirBase(layout))
            .as("D4: plug-ins know the API and its like, never the framework and never each other"),
        slices()
            .assignedFrom(by(layout))
            .should()
            .beFreeOfCycles()
            .as("D7: no cycles between artifacts, nor between the API's packages"));
  }

  private static ArchCondition<JavaClass> meetOthersOnlyThroughTheirBase(Layout layout) {
    return new ArchCondition<>("meet other artifacts only through their base") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        Artifact own = layout.artifactOf(type).orElseThrow();
        for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
          boolean allowed =
              layout
                  .artifactOf(dependency.getTargetClass().getBaseComponentType())
                  .filter(other -> !other.equals(own))
                  .filter(other -> !BASE_OF_PLUG_INS.contains(other.name()))
                  .isEmpty();
          events.add(new SimpleConditionEvent(type, allowed, dependency.getDescription()));
        }
      }
    };
  }

  private static SliceAssignment by(Layout layout) {
    return new SliceAssignment() {
      @Override
      public SliceIdentifier getIdentifierOf(JavaClass type) {
        Optional<Artifact> artifact = layout.artifactOf(type);
        if (artifact.isEmpty()) {
          return SliceIdentifier.ignore();
        }
        return layout.api().contains(type.getPackageName())
            ? SliceIdentifier.of(type.getPackageName())
            : SliceIdentifier.of(artifact.get().name());
      }

      @Override
      public String getDescription() {
        return "by artifact, and by package inside the API";
      }
    };
  }
}
