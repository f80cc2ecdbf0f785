package org.zhili.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.INTERFACES;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.io.ObjectInputStream;
import java.util.List;

/** What code does not do, and what it is not called, wherever it stands. */
final class CodeRules {
  private static final DescribedPredicate<JavaClass> WORLD_OUTSIDE =
      resideInAnyPackage("java.net..", "java.nio.file..", "java.nio.channels..", "java.sql..")
          .or(assignableTo("java.io.FileInputStream"));

  private CodeRules() {}

  static List<ArchRule> of(Layout layout) {
    return List.of(
        noClasses()
            .that(
                layout
                    .inDrivers()
                    .or(assignableTo("org.zhili.device.DeviceDriver").and(not(INTERFACES)))
                    .or(assignableTo("org.zhili.frame.FrameProtocol").and(not(INTERFACES))))
            .should()
            .dependOnClassesThat(WORLD_OUTSIDE)
            .orShould()
            .accessTargetWhere(SystemClock.IS_READ)
            .as(
                "D8: a driver or protocol is a pure function, without network, files, tables, clock"),
        noClasses()
            .that()
            .doNotHaveFullyQualifiedName(Exemptions.READS_THE_SYSTEM_CLOCK)
            .should()
            .accessTargetWhere(SystemClock.IS_READ)
            .as("D9: time comes from an injected InstantSource"),
        noClasses()
            .that()
            .doNotHaveFullyQualifiedName(Exemptions.PRINTS)
            .should(GeneralCodingRules.ACCESS_STANDARD_STREAMS)
            .as("D10 streams: what a person must read goes to the log or the shell"),
        noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAPackage("java.util.logging..")
            .as("D10 logging: there is one logger, SLF4J"),
        GeneralCodingRules.NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS.as(
            "D10 exceptions: what is thrown says what went wrong"),
        classes().should(beInANullMarkedPackage()).as("D11: every package is null-marked"),
        noClasses()
            .should()
            .haveNameMatching(".*(Manager|Utils?|Helper|Impl|Activator)")
            .as("names of classes: a name says what it is"),
        noClasses()
            .should()
            .resideInAnyPackage(
                "..impl..", "..util..", "..utils..", "..common..", "..manager..", "..helper..")
            .as("names of packages: a package is named for its concern"),
        noClasses()
            .should()
            .dependOnClassesThat()
            .areAssignableTo(ObjectInputStream.class)
            .as("serialization: input is parsed, never deserialized"));
  }

  private static ArchCondition<JavaClass> beInANullMarkedPackage() {
    return new ArchCondition<>("be in a null-marked package") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        events.add(
            new SimpleConditionEvent(
                type,
                type.getPackage().isAnnotatedWith("org.jspecify.annotations.NullMarked"),
                type.getName() + " is in a package that is not null-marked"));
      }
    };
  }
}
