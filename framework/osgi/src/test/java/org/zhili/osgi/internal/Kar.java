package org.zhili.osgi.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Makes KARs, with names that would lead out of any folder. */
final class Kar {
  private Kar() {}

  static Path of(Path kar, Path... jars) throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(kar))) {
      for (Path jar : jars) {
        zip.putNextEntry(new ZipEntry("repository/../../../" + jar.getFileName()));
        Files.copy(jar, zip);
        zip.closeEntry();
      }
    }
    return kar;
  }
}
