package org.zhili.tck.internal.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;
import static org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder.request;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherFactory;

class CertificateTest {
  private static final String DRIVERS = "org.zhili.tck.WrongDrivers$";

  private final Path target;

  CertificateTest(@TempDir Path target) {
    this.target = target;
  }

  private void run(DiscoverySelector contract) {
    var config =
        LauncherConfig.builder()
            .enableTestExecutionListenerAutoRegistration(false)
            .addTestExecutionListeners(new ResultsListener(Optional.of(target)))
            .build();
    LauncherFactory.create(config).execute(request().selectors(contract).build());
  }

  private static DiscoverySelector contract(String name) {
    return DiscoverySelectors.selectClass(DRIVERS + name);
  }

  @Test
  void what_passed_was_skipped_and_was_noted_is_on_it() throws Exception {
    run(contract("Faultless"));
    PluginJar jar = new Jars().tested().in(target);

    Certificate certificate = Certificate.of(jar, target);

    assertThat(certificate.faults()).isEmpty();
    assertThat(certificate.toText())
        .startsWith("ZHILI CERTIFICATE\n")
        .contains(
            "jar      thermometer-1.2.3.jar",
            "sha-256  " + jar.sha256(),
            "bundle   org.example.thermometer 1.2.3",
            "API      org.zhili.device [1.0,2), org.zhili.id [1.0,2)",
            "kit      zhili-tck ",
            "test-thermometer (DeviceDriverContract), 5 vectors",
            "passed   rule 1: decodes its vectors, some accepted and some rejected",
            "passed   rule 3: answers 10,000 wrong payloads without throwing, and never null",
            "skipped  rule 3: a frame with any bit flipped is not understood",
            "passed   rule 9: its measures are plausible, whatever comes",
            "passed   rule 10: its jar can be dropped into any town",
            "note     rule 3, flipped bits: its frames carry no checksum")
        .doesNotContain("there is no jar yet");
    assertThat(certificate.write(target)).hasContent(certificate.toText());

    run(contract("Off"));

    assertThat(target.resolve("certificate.txt")).doesNotExist();
  }

  @Test
  void one_vector_that_fails_breaks_its_rule_and_no_certificate_is_granted() throws IOException {
    run(contract("Off"));

    Certificate certificate = Certificate.of(new Jars().in(target), target);

    assertThat(certificate.isGranted()).isFalse();
    assertThat(certificate.toText())
        .startsWith("NO ZHILI CERTIFICATE\n")
        .contains("failed   rule 1: ", "passed   rule 2: ", "Off broke a rule");
  }

  @Test
  void a_driver_without_a_contract_is_told() throws IOException {
    Certificate certificate = Certificate.of(new Jars().in(target), target);

    assertThat(certificate.isCalledFor()).isTrue();
    assertThat(certificate.faults())
        .containsExactly(Jars.DRIVER + ": no test extends DeviceDriverContract for it");
  }

  @Test
  void a_contract_of_a_driver_that_is_not_in_the_jar_is_told() throws IOException {
    run(contract("Faultless"));
    Jars jar =
        new Jars()
            .entry(Jars.COMPONENT, Jars.component("org.zhili.device.DeviceDriver", "a.Other"))
            .entry(Jars.SERVICES, "a.Other # and a comment\n");

    assertThat(Certificate.of(jar.in(target), target).faults())
        .containsExactlyInAnyOrder(
            "a.Other: no test extends DeviceDriverContract for it",
            DRIVERS + "Faultless tests " + Jars.DRIVER + ", which is no component of the jar");
  }

  @Test
  void a_jar_with_other_classes_than_were_tested_gets_none() throws Exception {
    run(contract("Faultless"));
    Jars jar = new Jars().tested().entry("org/example/Untested.class", "");

    assertThat(Certificate.of(jar.in(target), target).faults())
        .containsExactly(
            DRIVERS + "Faultless tested other classes than the jar holds; test them again");
  }

  @Test
  void a_wrong_jar_gets_none() throws IOException {
    run(contract("Faultless"));
    PluginJar jar = new Jars().header("Bundle-Activator", "a.Start").in(target);

    assertThat(Certificate.of(jar, target).toText())
        .startsWith("NO ZHILI CERTIFICATE\n")
        .contains("failed   rule 10: ", "AGAINST IT\n  rule 10: ", "no header Bundle-Activator");
  }

  @Test
  void a_jar_without_plug_ins_needs_none() throws IOException {
    PluginJar jar = new Jars().without("Service-Component").in(target);

    assertThat(Certificate.of(jar, target).isCalledFor()).isFalse();
  }

  @Test
  void a_test_that_is_gone_counts_no_more() throws IOException {
    run(contract("Faultless"));
    Path kept = target.resolve(ContractRun.FOLDER);
    Path result = kept.resolve(DRIVERS + "Faultless.tsv");
    Files.writeString(
        kept.resolve("a.GoneTest.tsv"),
        Files.readString(result).replace(DRIVERS + "Faultless", "a.GoneTest"));

    assertThat(ContractRun.readAll(target)).hasSize(1);
  }

  @Test
  void a_test_that_is_disabled_leaves_nothing_of_before() {
    run(contract("Faultless"));
    ContractRun before = ContractRun.readAll(target).get(0);
    new ContractRun(
            DRIVERS + "Resting",
            before.contract(),
            before.plugin(),
            before.type(),
            before.code(),
            before.inputs(),
            before.rules(),
            before.notes())
        .write(target);
    assertThat(ContractRun.readAll(target)).hasSize(2);

    run(contract("Resting"));

    assertThat(ContractRun.readAll(target)).containsExactly(before);
  }

  @Test
  void other_tests_leave_nothing_behind() {
    run(selectMethod(JarRuleTest.class, "a_jar_as_bnd_makes_it_has_no_fault"));

    assertThat(target).isEmptyDirectory();
  }
}
