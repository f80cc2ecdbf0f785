package org.zhili.core.shelf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhili.text.Text;

class SignatureCheckTest {
  private static final String PASSWORD = "a-test-only";

  private Path folder;
  private Path vendors;

  @BeforeEach
  void open(@TempDir Path temp) throws IOException {
    folder = temp;
    vendors = Files.createDirectories(temp.resolve("vendors"));
  }

  private void run(String tool, String... arguments) throws Exception {
    List<String> command =
        new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", tool).toString()));
    command.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("said.txt").toFile())
            .start();
    assertThat(process.waitFor()).as(Files.readString(folder.resolve("said.txt"))).isZero();
  }

  /** Make somebody who signs, from that day on. */
  private Path somebody(String name, String from, int days) throws Exception {
    Path keys = folder.resolve(name + ".p12");
    run(
        "keytool",
        "-genkeypair",
        "-alias",
        "key",
        "-keyalg",
        "EC",
        "-dname",
        "CN=" + name,
        "-startdate",
        from,
        "-validity",
        Integer.toString(days),
        "-keystore",
        keys.toString(),
        "-storepass",
        PASSWORD,
        "-storetype",
        "PKCS12");
    return keys;
  }

  private void trust(String name) throws Exception {
    run(
        "keytool",
        "-exportcert",
        "-rfc",
        "-alias",
        "key",
        "-keystore",
        folder.resolve(name + ".p12").toString(),
        "-storepass",
        PASSWORD,
        "-file",
        vendors.resolve(name + ".pem").toString());
  }

  private void sign(Path jar, Path keys) throws Exception {
    run("jarsigner", "-keystore", keys.toString(), "-storepass", PASSWORD, jar.toString(), "key");
  }

  private Path jar(String name) throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().putValue("Bundle-SymbolicName", "com.acme.bin");
    manifest.getMainAttributes().putValue("Bundle-Version", "1.0.0");
    Path file = folder.resolve(name);
    try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(file), manifest)) {
      jar.putNextEntry(new ZipEntry("bin.txt"));
      jar.write("a bin".getBytes(StandardCharsets.UTF_8));
      jar.closeEntry();
    }
    return file;
  }

  private static JarFacts facts(Path jar) {
    return ((JarReading.Read) JarReader.read(jar)).facts();
  }

  private List<String> doubts(Path jar, Optional<JarFacts> before) {
    return SignatureCheck.doubts(
            TrustedVendors.in(vendors), facts(jar), before, Instant.parse("2026-11-27T00:00:00Z"))
        .stream()
        .map(Text::key)
        .toList();
  }

  @Test
  void a_jar_of_a_trusted_vendor_raises_no_doubt() throws Exception {
    Path jar = jar("a.jar");
    sign(jar, somebody("acme", "2026/01/01", 3650));
    trust("acme");
    assertThat(doubts(jar, Optional.empty())).isEmpty();
  }

  @Test
  void a_jar_without_a_signature_raises_doubts() throws Exception {
    assertThat(doubts(jar("a.jar"), Optional.empty())).containsExactly("shelf.unsigned");
  }

  @Test
  void a_jar_of_a_stranger_raises_doubts_also_when_somebody_else_is_trusted() throws Exception {
    Path jar = jar("a.jar");
    sign(jar, somebody("stranger", "2026/01/01", 3650));
    assertThat(doubts(jar, Optional.empty())).containsExactly("shelf.signer-unknown");
    somebody("acme", "2026/01/01", 3650);
    trust("acme");
    assertThat(doubts(jar, Optional.empty())).containsExactly("shelf.signer-unknown");
  }

  @Test
  void an_expired_certificate_raises_doubts() throws Exception {
    Path jar = jar("a.jar");
    sign(jar, somebody("acme", "2025/01/01", 30));
    trust("acme");
    assertThat(doubts(jar, Optional.empty())).containsExactly("shelf.signature-expired");
  }

  @Test
  void a_jar_signed_by_another_than_the_version_before_raises_doubts() throws Exception {
    Path before = jar("a.jar");
    sign(before, somebody("acme", "2026/01/01", 3650));
    Path jar = jar("b.jar");
    sign(jar, somebody("other", "2026/01/01", 3650));
    trust("acme");
    trust("other");
    assertThat(doubts(jar, Optional.of(facts(before)))).containsExactly("shelf.signer-other");
  }

  @Test
  void a_jar_that_was_changed_after_it_was_signed_is_not_read() throws Exception {
    Path jar = jar("a.jar");
    sign(jar, somebody("acme", "2026/01/01", 3650));
    Path changed = folder.resolve("changed.jar");
    try (ZipFile from = new ZipFile(jar.toFile());
        ZipOutputStream to = new ZipOutputStream(Files.newOutputStream(changed))) {
      for (ZipEntry entry : from.stream().toList()) {
        to.putNextEntry(new ZipEntry(entry.getName()));
        if (entry.getName().equals("bin.txt")) {
          to.write("a bomb".getBytes(StandardCharsets.UTF_8));
        } else {
          from.getInputStream(entry).transferTo(to);
        }
        to.closeEntry();
      }
    }
    JarReading reading = JarReader.read(changed);
    assertThat(reading).isInstanceOf(JarReading.Unfit.class);
    assertThat(((JarReading.Unfit) reading).why().key()).isEqualTo("shelf.tampered");
  }

  @Test
  void what_code_can_do_is_seen_without_running_it() throws IOException {
    assertThat(ClassDeeds.of(bytes(Ender.class))).containsExactly("System.exit");
    assertThat(ClassDeeds.of(bytes(SignatureCheckTest.class))).containsExactly("ProcessBuilder");
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
