package org.zhili.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Who may know the engines we stand on, so that each can be replaced in one place. */
final class EngineRules {
  private static final DescribedPredicate<JavaClass> FRAMEWORK =
      resideInAnyPackage("org.osgi.framework..", "org.osgi.util.tracker..");

  /** An engine, and the artifacts that may know it. */
  private record Engine(String name, DescribedPredicate<JavaClass> classes, Set<String> keepers) {}

  private static final List<Engine> ENGINES =
      List.of(
          new Engine(
              "OSGi",
              FRAMEWORK,
              Set.of(
                  "zhili-osgi",
                  "zhili-persistence-osgi",
                  "zhili-rest",
                  "zhili-console",
                  "zhili-residents",
                  "zhili-field",
                  "zhili-broker")),
          new Engine(
              "Karaf",
              resideInAnyPackage("org.apache.karaf.."),
              Set.of("zhili-shell", "zhili-access")),
          new Engine("Paho", resideInAnyPackage("org.eclipse.paho.."), Set.of("zhili-ingestion")),
          new Engine(
              "Artemis",
              resideInAnyPackage("org.apache.artemis..", "org.apache.activemq.."),
              Set.of("zhili-broker")),
          new Engine("CXF", resideInAnyPackage("org.apache.cxf.."), Set.of("zhili-rest")),
          // its annotations are for everybody's entities, and its validator is another product
          new Engine(
              "Hibernate",
              resideInAnyPackage("org.hibernate..")
                  .and(
                      not(
                          resideInAnyPackage(
                              "org.hibernate.annotations..", "org.hibernate.validator.."))),
              Set.of("zhili-persistence", "zhili-persistence-osgi")));

  private EngineRules() {}

  static List<ArchRule> of(Layout layout) {
    return Stream.concat(
            ENGINES.stream().map(engine -> keep(engine, layout)),
            Stream.of(
                classes()
                    .that(layout.in(ENGINES.get(0).keepers()))
                    .should(useTheFrameworkInOneInternalPackage(layout))
                    .as("D5 one place: an artifact knows OSGi in one internal package"),
                noClasses()
                    .should()
                    .beAssignableTo("org.osgi.framework.BundleActivator")
                    .as("D5 activators: components start with their services, not with bundles")))
        .toList();
  }

  private static ArchRule keep(Engine engine, Layout layout) {
    return noClasses()
        .that(not(layout.in(engine.keepers())))
        .should()
        .dependOnClassesThat(engine.classes())
        .as("D5 %s: only %s may know it".formatted(engine.name(), new TreeSet<>(engine.keepers())));
  }

  private static ArchCondition<JavaClass> useTheFrameworkInOneInternalPackage(Layout layout) {
    return new ArchCondition<>("use OSGi's framework in one internal package") {
      private final Map<String, Set<String>> packages = new TreeMap<>();

      @Override
      public void check(JavaClass type, ConditionEvents events) {
        boolean uses =
            type.getDirectDependenciesFromSelf().stream()
                .anyMatch(dependency -> FRAMEWORK.test(dependency.getTargetClass()));
        if (uses) {
          String name = type.getPackageName();
          packages
              .computeIfAbsent(layout.artifactOf(type).orElseThrow().name(), a -> new TreeSet<>())
              .add(name);
          events.add(
              new SimpleConditionEvent(
                  type,
                  (name + ".").contains(".internal."),
                  type.getName() + " uses OSGi's framework outside an internal package"));
        }
      }

      @Override
      public void finish(ConditionEvents events) {
        packages.forEach(
            (artifact, names) ->
                events.add(
                    new SimpleConditionEvent(
                        artifact,
                        names.size() == 1,
                        artifact + " uses OSGi's framework in more than one package: " + names)));
      }
    };
  }
}
