package org.zhili.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.zhili.core.shelf.TestVendors;
import org.zhili.itests.acme.AcmeTiltDriver;
import org.zhili.itests.brittle.BrittleDriver;

/** A city that lets in only what vendors it trusts have signed, in jars and in KARs. */
@ExtendWith(SharedTown.class)
class TrustIT {
  private static final String NAME = BrittleDriver.class.getPackageName();
  private static final String OTHER = AcmeTiltDriver.class.getPackageName();

  /** More than a new version may fail on before the one before it takes its place. */
  private static final int FRAMES = 12;

  private final Town town;
  private final Path settings;
  private final Path trusted;
  private final Rest shelf;
  private final Path stick;
  private String usual = "";

  TrustIT(UnpackedTown unpacked, @TempDir Path stick) {
    this.stick = stick;
    town = unpacked.town();
    settings = town.home().resolve("etc/org.zhili.plugins.cfg");
    trusted = town.home().resolve("etc/trusted-vendors");
    shelf = town.people().administrator();
    town.people().operator();
  }

  @BeforeEach
  void trust_acme_alone() throws Exception {
    usual = Files.readString(settings);
    assertThat(usual).contains("signatures = warn");
    vendors()
        .make("acme", "2026/01/01", 3650)
        .make("acme-again", "2026/01/01", 3650, "acme")
        .make("stranger", "2026/01/01", 3650);
    Files.createDirectories(trusted);
    trust("acme");
    trust("acme-again");
    Files.writeString(settings, usual.replace("signatures = warn", "signatures = enforce"));
    Eventually.passes(
        () -> {
          shelf.delete("/shelf/" + NAME); // if it came in by the setting before
          assertThat(refusal(jar("1.0.0"))).contains("is not signed");
          assertThat(shelf.read("/shelf/" + NAME).findValuesAsText("state"))
              .containsOnly("REFUSED");
        });
  }

  @AfterEach
  void trust_as_before() throws IOException {
    shelf.delete("/shelf/" + NAME);
    shelf.delete("/shelf/" + OTHER);
    Files.deleteIfExists(trusted.resolve("acme.pem"));
    Files.deleteIfExists(trusted.resolve("acme-again.pem"));
    Files.writeString(settings, usual);
  }

  @Test
  void a_kar_of_a_trusted_vendor_comes_in_and_no_other() throws Exception {
    Path unsigned = BundleJar.of(AcmeTiltDriver.class, stick.resolve("tilt.jar"));
    assertThat(refusal(kar(signed("1.0.0", "acme"), unsigned)))
        .contains(OTHER + " 没有签名；请向厂商索取签过名的 jar 文件", OTHER + " is not signed; ask its vendor for");
    assertThat(refusal(signed("1.0.0", "stranger")))
        .contains("CN=stranger, whom this city does not trust", "etc/trusted-vendors");
    assertThat(drivers()).doesNotContain("brittle", "acme-tilt");

    Path kar = kar(signed("1.0.0", "acme"), vendors().sign(unsigned, "acme"));
    assertThat(shelf.post("/shelf?file=acme.kar", kar).expect(200).body())
        .contains(NAME + " 1.0.0 is put in.", OTHER + " 1.0.0 is put in.");
    assertThat(drivers()).contains("brittle", "acme-tilt");
  }

  @Test
  void the_last_good_version_comes_back_by_itself_and_what_was_said_meanwhile_is_read()
      throws Exception {
    put("1.0.0", "acme");
    try (Cover cover = Cover.decodedBy("brittle", town, "trust-brittle")) {
      put("1.1.0", "acme");
      int mark = town.log().mark();
      for (int number = 1; number <= FRAMES; number++) {
        byte[] frame = {(byte) number};
        assertThat(cover.sensor().tryPublish(cover.sensor().topic(), frame)).isEmpty();
      }
      Eventually.passes(() -> assertThat(version()).isEqualTo("1.0.0"));
      assertThat(town.log().since(mark))
          .anyMatch(line -> line.contains("ZL-1340") && line.contains(NAME + " 1.1.0 failed"))
          .anyMatch(line -> line.contains(NAME + " is back to 1.0.0; 1.1.0 was taken out"));
      shelf.post("/quarantine/replay", "{\"driver\": \"brittle\"}").expect(200);
      Eventually.passes(() -> assertThat(cover.quarantined()).isEmpty());
      JsonNode state = shelf.read("/devices/" + cover.id() + "/state");
      assertThat(state.at("/readings/0/reading/measure").asInt()).isEqualTo(FRAMES);
    }
  }

  @Test
  void the_last_good_version_comes_back_when_the_new_one_is_trusted_no_more() throws Exception {
    put("1.0.0", "acme");
    put("1.2.0", "acme-again");
    Files.delete(trusted.resolve("acme-again.pem"));
    Eventually.passes(() -> assertThat(version()).isEqualTo("1.0.0"));
    assertThat(drivers()).contains("brittle");
  }

  private TestVendors vendors() throws IOException {
    return TestVendors.in(stick);
  }

  private void trust(String vendor) throws Exception {
    Files.write(trusted.resolve(vendor + ".pem"), vendors().certificate(vendor));
  }

  private Path jar(String version) throws Exception {
    return BundleJar.of(BrittleDriver.class, version, stick.resolve("brittle.jar"));
  }

  private Path signed(String version, String vendor) throws Exception {
    return vendors().sign(jar(version), vendor);
  }

  private Path kar(Path... jars) throws IOException {
    Path kar = stick.resolve("acme.kar");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(kar))) {
      for (Path jar : jars) {
        zip.putNextEntry(new ZipEntry("repository/com/acme/" + jar.getFileName()));
        Files.copy(jar, zip);
        zip.closeEntry();
      }
    }
    return kar;
  }

  private void put(String version, String vendor) throws Exception {
    shelf.post("/shelf?file=brittle.jar", signed(version, vendor)).expect(200);
    assertThat(version()).isEqualTo(version);
  }

  private String refusal(Path file) {
    return shelf.post("/shelf?file=" + file.getFileName(), file).expect(409).body();
  }

  private String version() {
    return shelf.read("/shelf/" + NAME).at("/0/version").asText();
  }

  private List<String> drivers() {
    return shelf.read("/plug-ins").findValuesAsText("id");
  }
}
