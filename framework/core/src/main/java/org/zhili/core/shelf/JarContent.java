package org.zhili.core.shelf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSigner;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * What is in a jar, read through once: every byte is held to the sums and signatures beside it, and
 * every class is looked over, also those in jars within it.
 */
final class JarContent {
  /** Unpacked it may have as many bytes; what has more is meant to fill the disk. */
  static final long MOST_BYTES = 1L << 30;

  private static final int LARGEST_CLASS = 1 << 24;

  private final Set<String> deeds = new TreeSet<>();
  private Optional<List<CodeSigner>> signers = Optional.empty();
  private long read;

  private JarContent() {}

  /**
   * Read a jar.
   *
   * @throws IOException when it is damaged
   * @throws SecurityException when it was changed after it was signed
   */
  static JarContent read(JarFile jar) throws IOException {
    JarContent content = new JarContent();
    for (Enumeration<JarEntry> all = jar.entries(); all.hasMoreElements(); ) {
      JarEntry entry = all.nextElement();
      content.read(jar, entry);
      if (content.isTooLarge()) {
        return content;
      }
      if (!entry.isDirectory() && !isAboutSignatures(entry.getName())) {
        content.signedBy(entry);
      }
    }
    return content;
  }

  boolean isTooLarge() {
    return read > MOST_BYTES;
  }

  JarFacts.Content of(Path file) throws IOException {
    List<Signer> all = signers.orElse(List.of()).stream().map(JarContent::signer).toList();
    return new JarFacts.Content(JarReader.sha256(file), Files.size(file), all, deeds);
  }

  private void read(JarFile jar, JarEntry entry) throws IOException {
    try (InputStream in = jar.getInputStream(entry)) {
      read(in, entry.getName());
    }
  }

  /** Read to the end, and a jar within the jar entry by entry first. */
  private void read(InputStream in, String name) throws IOException {
    if (name.endsWith(".jar")) {
      ZipInputStream inner = new ZipInputStream(in);
      for (ZipEntry e = inner.getNextEntry();
          e != null && !isTooLarge();
          e = inner.getNextEntry()) {
        read(inner, e.getName());
      }
    }
    boolean code = name.endsWith(".class");
    ByteArrayOutputStream kept = new ByteArrayOutputStream();
    byte[] buffer = new byte[1 << 14];
    for (int n = in.read(buffer); n >= 0 && !isTooLarge(); n = in.read(buffer)) {
      read += n;
      if (code && kept.size() < LARGEST_CLASS) {
        kept.write(buffer, 0, n);
      }
    }
    if (code) {
      deeds.addAll(ClassDeeds.of(kept.toByteArray()));
    }
  }

  /** Only who signed all of it signed it. */
  private void signedBy(JarEntry entry) {
    CodeSigner[] here = entry.getCodeSigners();
    List<CodeSigner> ofEntry = here == null ? List.of() : List.of(here);
    List<CodeSigner> before = signers.orElse(ofEntry);
    signers = Optional.of(before.stream().filter(ofEntry::contains).toList());
  }

  private static Signer signer(CodeSigner signer) {
    List<X509Certificate> chain = new ArrayList<>();
    signer.getSignerCertPath().getCertificates().forEach(c -> chain.add((X509Certificate) c));
    return new Signer(chain);
  }

  private static boolean isAboutSignatures(String name) {
    return name.matches("META-INF/(MANIFEST\\.MF|SIG-[^/]*|[^/]+\\.(SF|RSA|DSA|EC))");
  }
}
