package org.zhili.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.domain.properties.CanBeAnnotated;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Where tables end and where records begin. */
final class DataRules {
  private static final DescribedPredicate<CanBeAnnotated> MAPPED =
      annotated("jakarta.persistence.", "Entity", "Embeddable", "MappedSuperclass");

  private static final DescribedPredicate<CanBeAnnotated> OPERATION =
      annotated("jakarta.ws.rs.", "GET", "POST", "PUT", "PATCH", "DELETE");

  private static final DescribedPredicate<CanBeAnnotated> RELATION =
      annotated("jakarta.persistence.", "OneToOne", "OneToMany", "ManyToOne", "ManyToMany");

  private DataRules() {}

  static List<ArchRule> of(Layout layout) {
    return List.of(
        classes()
            .that(MAPPED)
            .should()
            .resideInAPackage("..internal..")
            .as("D6 entities: what is mapped to tables stays inside its artifact"),
        methods()
            .that(OPERATION)
            .should(speakRecords(layout))
            .as("D6 records: REST takes and gives records and enums"),
        fields()
            .that(RELATION)
            .should(stayInTheirArtifact(layout))
            // an artifact with one table has no relations at all
            .allowEmptyShould(true)
            .as("D6 relations: what belongs to another module is an id, never a relation"));
  }

  private static ArchCondition<JavaMethod> speakRecords(Layout layout) {
    return new ArchCondition<>("speak records and enums") {
      @Override
      public void check(JavaMethod method, ConditionEvents events) {
        ours(
                layout,
                Stream.concat(
                    Stream.of(method.getReturnType()), method.getParameterTypes().stream()))
            .filter(type -> !type.isRecord() && !type.isEnum())
            .forEach(
                type ->
                    events.add(
                        SimpleConditionEvent.violated(
                            method, method.getFullName() + " speaks " + type.getName())));
      }
    };
  }

  private static ArchCondition<JavaField> stayInTheirArtifact(Layout layout) {
    return new ArchCondition<>("stay in their artifact") {
      @Override
      public void check(JavaField field, ConditionEvents events) {
        Optional<Artifact> own = layout.artifactOf(field.getOwner());
        ours(layout, Stream.of(field.getType()))
            .filter(type -> !layout.artifactOf(type).equals(own))
            .forEach(
                type ->
                    events.add(
                        SimpleConditionEvent.violated(
                            field, field.getFullName() + " relates to " + type.getName())));
      }
    };
  }

  /** Our own classes among types and what stands between their angle brackets. */
  private static Stream<JavaClass> ours(Layout layout, Stream<JavaType> types) {
    return types
        .flatMap(type -> type.getAllInvolvedRawTypes().stream())
        .map(JavaClass::getBaseComponentType)
        .filter(type -> layout.artifactOf(type).isPresent());
  }

  private static DescribedPredicate<CanBeAnnotated> annotated(String family, String... names) {
    return DescribedPredicate.or(
        Stream.of(names)
            .map(name -> CanBeAnnotated.Predicates.annotatedWith(family + name))
            .toList());
  }
}
