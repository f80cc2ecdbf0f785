package org.zhili.tck.internal.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class JarRuleTest {
  private final Path folder;

  JarRuleTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void a_jar_as_bnd_makes_it_has_no_fault() throws IOException {
    assertThat(JarRule.faults(new Jars().in(folder))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("wrong")
  void a_wrong_jar_breaks_rule_10_and_says_why(Jars jar, List<String> words) throws IOException {
    assertThat(JarRule.faults(jar.in(folder)))
        .anySatisfy(
            fault ->
                assertThat(fault)
                    .startsWith("rule 10: ")
                    .contains("\n  vector   thermometer-1.2.3.jar", "\n  expected ", "\n  got ")
                    .contains(words));
  }

  static Stream<Arguments> wrong() {
    return Stream.of(
        wrong(new Jars().without("Service-Component"), "@Component", "none"),
        wrong(new Jars().without(Jars.COMPONENT), "without [" + Jars.COMPONENT + "]"),
        wrong(
            new Jars().entry(Jars.COMPONENT, Jars.component("java.lang.Runnable", "a.B")),
            "with a plug-in"),
        wrong(new Jars().header("Bundle-Activator", "a.Start"), "no header Bundle-Activator"),
        wrong(new Jars().header("Require-Bundle", "a"), "no header Require-Bundle"),
        wrong(new Jars().header("DynamicImport-Package", "*"), "no header DynamicImport-Package"),
        wrong(new Jars().header("Import-Package", "org.zhili.core"), "[org.zhili.core]"),
        wrong(
            new Jars().header("Import-Package", "com.google.gson;resolution:=optional"),
            "[com.google.gson]"),
        wrong(new Jars().header("Import-Package", "org.slf4j;version=\"[2,3)\""), "[org.slf4j]"),
        wrong(importing("org.zhili.device"), "org.zhili.device in versions [1.0,2)"),
        wrong(importing("org.zhili.device;version=\"1.0\""), "[1.0,2)"),
        wrong(importing("org.zhili.device;version=\"[1.0,1.1)\""), "org.zhili.device [1.0,1.1)"),
        wrong(importing("org.zhili.device;version=\"[2.0,3)\""), "org.zhili.device [2.0,3)"),
        wrong(new Jars().without(Jars.SERVICES), Jars.DRIVER + " in META-INF/services/"));
  }

  private static Arguments wrong(Jars jar, String... words) {
    return Arguments.of(jar, List.of(words));
  }

  private static Jars importing(String clause) {
    return new Jars().header("Import-Package", clause);
  }

  @Test
  void the_jdk_and_code_of_its_own_may_be_imported() throws IOException {
    Jars jar =
        importing(
                "java.util,javax.xml.parsers,org.example.own,"
                    + "org.zhili.device;org.zhili.id;version=\"[1.0.0,2.0.0)\"")
            .header("Export-Package", "org.example.own;version=\"1.0\"");

    assertThat(JarRule.faults(jar.in(folder))).isEmpty();
  }

  @Test
  void a_module_may_use_specifications() throws IOException {
    Jars jar =
        importing("org.slf4j;version=\"[2,3)\",jakarta.ws.rs.core;version=\"[3,4)\"")
            .entry(
                Jars.COMPONENT,
                Jars.component("org.zhili.module.GovernanceModule", "org.example.Park"));

    assertThat(JarRule.faults(jar.in(folder))).isEmpty();
  }
}
