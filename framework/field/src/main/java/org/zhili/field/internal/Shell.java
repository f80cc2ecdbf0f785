package org.zhili.field.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;

/**
 * What a phone keeps of the page. Its worker is told which files these are and which edition they
 * make, so that a phone takes all files of another edition, or none.
 */
final class Shell {
  static final List<String> FILES =
      List.of(
          "index.html",
          "style.css",
          "manifest.webmanifest",
          "icon.svg",
          "icon-192.png",
          "icon-512.png",
          "page.js",
          "case.js",
          "draft.js",
          "edition.js",
          "element.js",
          "grid.js",
          "item.js",
          "keep.js",
          "leaving.js",
          "login.js",
          "photo.js",
          "place.js",
          "queue.js",
          "report.js",
          "steps.js",
          "today.js",
          "town.js",
          "words.js",
          "zone.js");

  private Shell() {}

  /** The worker's script, which is another one whenever any of the files is. */
  static byte[] worker() {
    String list = "'" + String.join("', '", FILES) + "'";
    String head = "const EDITION = '%s';\nconst FILES = [%s];\n".formatted(edition(), list);
    return (head + new String(read("worker.js"), StandardCharsets.UTF_8))
        .getBytes(StandardCharsets.UTF_8);
  }

  private static String edition() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      FILES.forEach(name -> digest.update(read(name)));
      return HexFormat.of().formatHex(digest.digest(), 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }

  private static byte[] read(String name) {
    try (InputStream in = Shell.class.getResourceAsStream("web/" + name)) {
      return Objects.requireNonNull(in, name).readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
