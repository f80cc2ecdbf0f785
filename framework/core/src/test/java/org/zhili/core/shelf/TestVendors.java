package org.zhili.core.shelf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** Vendors who sign jars, with the tools of the JDK; some of them a city trusts. */
public final class TestVendors {
  private static final String PASSWORD = "a-test-only";

  private final Path folder;

  private TestVendors(Path folder) {
    this.folder = folder;
  }

  /** Keep their keys in this folder, and the certificates of those trusted below it. */
  public static TestVendors in(Path folder) throws IOException {
    Files.createDirectories(folder.resolve("vendors"));
    return new TestVendors(folder);
  }

  /** The folder with the certificates of those who are trusted. */
  public Path trusted() {
    return folder.resolve("vendors");
  }

  /** Make one who signs from that day on. */
  public TestVendors make(String name, String from, int days) throws Exception {
    return make(name, from, days, name);
  }

  /** Make one whose certificate names somebody, under a name of its own here. */
  public TestVendors make(String name, String from, int days, String somebody) throws Exception {
    return run(
        "keytool",
        "-genkeypair",
        "-alias",
        "key",
        "-keyalg",
        "EC",
        "-dname",
        "CN=" + somebody,
        "-startdate",
        from,
        "-validity",
        Integer.toString(days),
        "-keystore",
        keys(name),
        "-storepass",
        PASSWORD,
        "-storetype",
        "PKCS12");
  }

  private String keys(String name) {
    return folder.resolve(name + ".p12").toString();
  }

  /** Trust one of them. */
  public TestVendors trust(String name) throws Exception {
    return export(name, trusted().resolve(name + ".pem"));
  }

  /** The certificate of one of them, trusted or not. */
  public byte[] certificate(String name) throws Exception {
    Path file = folder.resolve(name + ".pem");
    export(name, file);
    return Files.readAllBytes(file);
  }

  private TestVendors export(String name, Path file) throws Exception {
    return run(
        "keytool",
        "-exportcert",
        "-rfc",
        "-alias",
        "key",
        "-keystore",
        keys(name),
        "-storepass",
        PASSWORD,
        "-file",
        file.toString());
  }

  /** Trust one of them no more. */
  public void distrust(String name) throws IOException {
    Files.delete(trusted().resolve(name + ".pem"));
  }

  /** Have one of them sign a jar. */
  public Path sign(Path jar, String name) throws Exception {
    run("jarsigner", "-keystore", keys(name), "-storepass", PASSWORD, jar.toString(), "key");
    return jar;
  }

  /** Copy a jar with one byte more in one of its entries. */
  public static Path tampered(Path jar, String entry, Path copy) throws IOException {
    try (ZipFile from = new ZipFile(jar.toFile());
        OutputStream file = Files.newOutputStream(copy);
        ZipOutputStream to = new ZipOutputStream(file)) {
      for (ZipEntry each : from.stream().toList()) {
        to.putNextEntry(new ZipEntry(each.getName()));
        from.getInputStream(each).transferTo(to);
        if (each.getName().equals(entry)) {
          to.write(0);
        }
        to.closeEntry();
      }
    }
    return copy;
  }

  private TestVendors run(String tool, String... arguments) throws Exception {
    List<String> command =
        new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", tool).toString()));
    command.addAll(List.of(arguments));
    Path said = folder.resolve("said.txt");
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile()).start();
    assertThat(process.waitFor()).as(Files.readString(said)).isZero();
    return this;
  }
}
