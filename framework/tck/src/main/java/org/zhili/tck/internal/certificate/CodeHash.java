package org.zhili.tck.internal.certificate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** One hash of many classes, to tell whether a jar holds what was tested. */
final class CodeHash {
  private static final String CLASS = ".class";

  private CodeHash() {}

  /** The classes among these entries, by their paths with slashes. */
  static String of(SortedMap<String, byte[]> entries) {
    MessageDigest digest = sha256();
    for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
      if (entry.getKey().endsWith(CLASS)) {
        digest.update(entry.getKey().getBytes(StandardCharsets.UTF_8));
        digest.update(entry.getValue());
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /** All classes of the folder, or of the jar, that a class was loaded from. */
  static String beside(Class<?> type) {
    try {
      Path place = Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
      return Files.isDirectory(place) ? of(classes(place)) : PluginJar.read(place).codeHash();
    } catch (URISyntaxException e) {
      throw new IllegalStateException("cannot find the classes beside " + type.getName(), e);
    }
  }

  /** All classes below a folder, by their paths with slashes. */
  static SortedMap<String, byte[]> classes(Path folder) {
    SortedMap<String, byte[]> classes = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(path -> path.toString().endsWith(CLASS)).toList()) {
        String name = folder.relativize(file).toString().replace('\\', '/');
        classes.put(name, Files.readAllBytes(file));
      }
      return classes;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
