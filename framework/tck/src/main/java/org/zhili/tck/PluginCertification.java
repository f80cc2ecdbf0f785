package org.zhili.tck;

import static org.junit.jupiter.api.Assertions.fail;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestMethodOrder;
import org.opentest4j.TestAbortedException;
import org.zhili.tck.internal.certificate.Certificate;
import org.zhili.tck.internal.certificate.JarRule;
import org.zhili.tck.internal.certificate.PluginJar;

/**
 * Certifies the jar of a build: looks into it, prints the certificate and writes it to {@code
 * target/certificate.txt}. The build runs this class out of the kit after the jar is made; nobody
 * extends it.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class PluginCertification {
  /** Set by hand to run some tests alone. */
  private static final String CHOSEN = "test";

  private final Path target = Path.of(System.getProperty("basedir", ""), "target");

  @TestFactory
  @Order(1)
  @DisplayName(JarRule.NAME)
  Stream<DynamicTest> rule_10_its_jar_can_be_dropped_into_any_town() {
    certificate();
    return JarRule.demands();
  }

  @Test
  @Order(2)
  @DisplayName("the certificate is granted")
  void the_certificate_is_granted() {
    Certificate certificate = certificate();
    certificate.write(target);
    System.out.println(certificate.toText());
    if (!certificate.isGranted()) {
      fail(certificate.toText());
    }
  }

  private Certificate certificate() {
    if (System.getProperty(CHOSEN) != null) {
      throw new TestAbortedException("only chosen tests were run, so nothing is certified");
    }
    return PluginJar.ofThisBuild()
        .map(jar -> Certificate.of(jar, target))
        .filter(Certificate::isCalledFor)
        .orElseThrow(() -> new TestAbortedException("this build makes no jar with a plug-in"));
  }
}
