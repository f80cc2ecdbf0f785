package org.zhili.itests;

import aQute.bnd.osgi.Builder;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Makes bundles from classes of these tests. */
final class BundleJar {
  private BundleJar() {}

  /** Write a bundle with the package of that class, named after it. */
  static Path of(Class<?> member, Path jar) throws Exception {
    return of(member, "1.0.0", jar);
  }

  /** The same, in some version. */
  static Path of(Class<?> member, String version, Path jar) throws Exception {
    try (Builder builder = new Builder()) {
      builder.setBundleSymbolicName(member.getPackageName());
      builder.setBundleVersion(version);
      builder.setPrivatePackage(member.getPackageName() + ".*");
      builder.setImportPackage("org.jspecify.*;resolution:=optional,*");
      builder.setProperty("-noimportjava", "true");
      builder.addClasspath(classes(member));
      write(builder, jar);
    }
    return jar;
  }

  private static File classes(Class<?> member) throws URISyntaxException {
    return new File(member.getProtectionDomain().getCodeSource().getLocation().toURI());
  }

  private static void write(Builder builder, Path jar) throws Exception {
    Files.createDirectories(jar.toAbsolutePath().getParent());
    builder.build().write(jar.toFile());
    if (!builder.isOk()) {
      throw new IOException(jar + ": " + builder.getErrors());
    }
  }
}
