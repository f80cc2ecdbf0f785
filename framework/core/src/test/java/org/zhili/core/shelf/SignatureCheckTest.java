package org.zhili.core.shelf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhili.text.Text;

class SignatureCheckTest {
  private Path folder;
  private TestVendors vendors;

  @BeforeEach
  void open(@TempDir Path temp) throws IOException {
    folder = temp;
    vendors = TestVendors.in(temp);
  }

  @Test
  void a_certificate_is_shown_with_its_time_and_what_the_city_makes_of_it() throws Exception {
    vendors.make("acme", "2026/01/01", 365).trust("acme").make("stranger", "2026/01/01", 365);
    TrustedVendors trusted = TrustedVendors.in(vendors.trusted());
    Instant inTime = Instant.parse("2026-06-01T00:00:00Z");
    Instant late = Instant.parse("2028-06-01T00:00:00Z");
    assertThat(trusted.cards(inTime))
        .singleElement()
        .satisfies(
            card -> {
              assertThat(card.name()).isEqualTo("CN=acme");
              assertThat(card.until()).isBetween(inTime, late);
              assertThat(card.standing()).isEqualTo(ShelfTrust.Standing.TRUSTED);
            });
    assertThat(trusted.cards(late))
        .extracting(ShelfTrust.Card::standing)
        .containsExactly(ShelfTrust.Standing.EXPIRED);
    JarFacts theirs = facts(vendors.sign(jar("theirs.jar"), "stranger"));
    assertThat(trusted.jar(theirs, inTime).signers())
        .extracting(ShelfTrust.Card::name, ShelfTrust.Card::standing)
        .containsExactly(tuple("CN=stranger", ShelfTrust.Standing.UNKNOWN));
    assertThat(trusted.jar(facts(jar("plain.jar")), inTime).signers()).isEmpty();
  }

  private Path jar(String name) throws IOException {
    return jar(name, "com.acme.codec");
  }

  private Path jar(String name, String dynamic) throws IOException {
    return jar(name, dynamic, "bin.txt", "a bin".getBytes(StandardCharsets.UTF_8));
  }

  private Path jar(String name, String entry, byte[] content) throws IOException {
    return jar(name, "com.acme.codec", entry, content);
  }

  private Path jar(String name, String dynamic, String entry, byte[] content) throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().putValue("Bundle-SymbolicName", "com.acme.bin");
    manifest.getMainAttributes().putValue("Bundle-Version", "1.0.0");
    manifest.getMainAttributes().putValue("DynamicImport-Package", dynamic);
    Path file = folder.resolve(name);
    try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(file), manifest)) {
      jar.putNextEntry(new ZipEntry(entry));
      jar.write(content);
      jar.closeEntry();
    }
    return file;
  }

  private static JarFacts facts(Path jar) {
    return ((JarReading.Read) JarReader.read(jar)).facts();
  }

  private List<String> doubts(Path jar, Optional<JarFacts> before) {
    return SignatureCheck.doubts(
            TrustedVendors.in(vendors.trusted()),
            facts(jar),
            before,
            Instant.parse("2026-11-27T00:00:00Z"))
        .stream()
        .map(Text::key)
        .toList();
  }

  @Test
  void a_jar_of_a_trusted_vendor_raises_no_doubt() throws Exception {
    Path jar = jar("a.jar");
    vendors.make("acme", "2026/01/01", 3650).sign(jar, "acme");
    vendors.trust("acme");
    assertThat(doubts(jar, Optional.empty())).isEmpty();
  }

  @Test
  void a_jar_without_a_signature_raises_doubts() throws Exception {
    assertThat(doubts(jar("a.jar"), Optional.empty())).containsExactly("shelf.unsigned");
  }

  @Test
  void a_jar_of_a_stranger_raises_doubts_also_when_somebody_else_is_trusted() throws Exception {
    Path jar = jar("a.jar");
    vendors.make("stranger", "2026/01/01", 3650).sign(jar, "stranger");
    assertThat(doubts(jar, Optional.empty())).containsExactly("shelf.signer-unknown");
    vendors.make("acme", "2026/01/01", 3650);
    vendors.trust("acme");
    assertThat(doubts(jar, Optional.empty())).containsExactly("shelf.signer-unknown");
  }

  @Test
  void an_expired_certificate_raises_doubts() throws Exception {
    Path jar = jar("a.jar");
    vendors.make("acme", "2025/01/01", 30).sign(jar, "acme");
    vendors.trust("acme");
    assertThat(doubts(jar, Optional.empty())).containsExactly("shelf.signature-expired");
  }

  @Test
  void a_jar_signed_by_another_than_the_version_before_raises_doubts() throws Exception {
    Path before = jar("a.jar");
    vendors.make("acme", "2026/01/01", 3650).sign(before, "acme");
    Path jar = jar("b.jar");
    vendors.make("other", "2026/01/01", 3650).sign(jar, "other");
    vendors.trust("acme");
    vendors.trust("other");
    assertThat(doubts(jar, Optional.of(facts(before)))).containsExactly("shelf.signer-other");
  }

  @Test
  void a_jar_that_was_changed_after_it_was_signed_is_not_read() throws Exception {
    Path jar = jar("a.jar");
    vendors.make("acme", "2026/01/01", 3650).sign(jar, "acme");
    Path changed = TestVendors.tampered(jar, "bin.txt", folder.resolve("changed.jar"));
    JarReading reading = JarReader.read(changed);
    assertThat(reading).isInstanceOf(JarReading.Unfit.class);
    assertThat(((JarReading.Unfit) reading).why().key()).isEqualTo("shelf.tampered");
  }

  @Test
  void what_code_can_do_is_seen_in_a_jar_within_the_jar() throws IOException {
    Path inner = folder.resolve("inner.jar");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(inner))) {
      out.putNextEntry(new ZipEntry("a/Ender.class"));
      out.write(bytes(Ender.class));
    }
    Path jar = jar("outer.jar", "lib/inner.jar", Files.readAllBytes(inner));
    assertThat(facts(jar).content().deeds()).containsExactly("System.exit");
  }

  @Test
  void every_wildcard_raises_doubts() throws IOException {
    Path jar = jar("a.jar", "org.zhili.*, com.acme.codec, java.sql;version=1");
    assertThat(facts(jar).wildcards()).containsExactly("org.zhili.*");
    assertThat(doubts(jar, Optional.empty()))
        .containsExactly("shelf.unsigned", "shelf.takes-anything");
  }

  @Test
  void what_code_can_do_is_seen_without_running_it() throws IOException {
    assertThat(ClassDeeds.of(bytes(Ender.class))).containsExactly("System.exit");
    assertThat(ClassDeeds.of(bytes(TestVendors.class))).containsExactly("ProcessBuilder");
    assertThat(ClassDeeds.of(new byte[] {1, 2, 3})).isEmpty();
  }

  private static byte[] bytes(Class<?> type) throws IOException {
    String file = type.getName().replace('.', '/') + ".class";
    try (InputStream in = type.getClassLoader().getResourceAsStream(file)) {
      return in.readAllBytes();
    }
  }

  /** Never run. */
  private static final class Ender implements Runnable {
    @Override
    public void run() {
      System.exit(1);
    }
  }
}
