package org.zhili.tck.internal.certificate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;
import org.zhili.tck.internal.Rule;

/** Rule 10, the same in every contract: what a jar is like that can be dropped into any town. */
public final class JarRule {
  /** How it is called wherever its result is shown. */
  public static final String NAME = "rule 10: its jar can be dropped into any town";

  static final int NUMBER = 10;
  static final String NO_JAR = "rule 10: there is no jar yet";

  private static final Rule RULE = new Rule(NUMBER, "its jar can be dropped into any town");

  /** Headers by which a bundle runs code by itself, or hangs on more than packages. */
  private static final List<String> UNWANTED =
      List.of("Bundle-Activator", "DynamicImport-Package", "Fragment-Host", "Require-Bundle");

  private final PluginJar jar;
  private final ApiPackages api = ApiPackages.ofThisKit();

  private JarRule(PluginJar jar) {
    this.jar = jar;
  }

  /** One test for each demand; skipped with the reason while there is no jar. */
  public static Stream<DynamicTest> demands() {
    return demands(
        PluginJar.ofThisBuild()
            .orElseThrow(
                () -> new TestAbortedException(NO_JAR + "; it is looked into by mvn verify")));
  }

  static Stream<DynamicTest> demands(PluginJar jar) {
    JarRule rule = new JarRule(jar);
    return Stream.of(
        DynamicTest.dynamicTest("has components", rule::hasComponents),
        DynamicTest.dynamicTest("runs nothing by itself", rule::runsNothing),
        DynamicTest.dynamicTest("imports the API and the JDK", rule::importsTheApi),
        DynamicTest.dynamicTest("says which versions it takes", rule::saysVersions),
        DynamicTest.dynamicTest("is found without OSGi, too", rule::isFoundByPlainJava));
  }

  /** What is wrong with a jar, in the words of a failing test. */
  static List<String> faults(PluginJar jar) {
    List<String> faults = new ArrayList<>();
    for (DynamicTest demand : demands(jar).toList()) {
      try {
        demand.getExecutable().execute();
      } catch (AssertionFailedError broken) {
        faults.add(String.valueOf(broken.getMessage()));
      } catch (Throwable e) {
        throw new IllegalStateException(demand.getDisplayName(), e);
      }
    }
    return faults;
  }

  private void hasComponents() {
    List<String> missing = jar.missingComponents();
    if (!missing.isEmpty()) {
      RULE.broken(jar, "the components of its manifest", "without " + missing);
    }
    if (jar.parts().isEmpty()) {
      RULE.broken(
          jar,
          "the header Service-Component with a plug-in, as @Component makes it",
          jar.header("Service-Component").orElse("none"));
    }
  }

  private void runsNothing() {
    for (String name : UNWANTED) {
      jar.header(name)
          .ifPresent(value -> RULE.broken(jar, "no header " + name, name + ": " + value));
    }
  }

  private void importsTheApi() {
    boolean drivers = jar.parts().stream().anyMatch(part -> part.kind() == Kind.DRIVER);
    List<String> strange =
        jar.clauses("Import-Package").clauses().stream()
            .filter(clause -> !mayImport(clause, drivers))
            .map(Header.Clause::name)
            .toList();
    if (!strange.isEmpty()) {
      RULE.broken(
          jar,
          drivers
              ? "packages of zhili-api and the JDK; other code is inside the jar"
              : "packages of zhili-api, the JDK and specifications; other code is inside the jar",
          strange);
    }
  }

  private boolean mayImport(Header.Clause clause, boolean drivers) {
    String name = clause.name();
    return api.isApi(name)
        || ApiPackages.isOfTheJdk(name)
        || jar.clauses("Export-Package").find(name).isPresent()
        || (clause.optional() && name.equals("org.jspecify.annotations"))
        || (!drivers && ApiPackages.isSpecification(name));
  }

  private void saysVersions() {
    for (Header.Clause clause : jar.clauses("Import-Package").clauses()) {
      if (api.isApi(clause.name())) {
        Optional<String> wanted = api.rangeWantedInstead(clause);
        wanted.ifPresent(range -> RULE.broken(jar, range, clause));
      }
    }
  }

  private void isFoundByPlainJava() {
    Set<String> named = jar.services(Kind.DRIVER);
    for (PluginJar.Part part : jar.parts()) {
      if (part.kind() == Kind.DRIVER && !named.contains(part.className())) {
        RULE.broken(
            jar, part.className() + " in META-INF/services/" + Kind.DRIVER.spi(), "not there");
      }
    }
  }
}
