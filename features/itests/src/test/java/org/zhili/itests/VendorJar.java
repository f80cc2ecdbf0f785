package org.zhili.itests;

import aQute.bnd.osgi.Builder;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.zhili.itests.vendor.LevelDriver;

/** The jar of a vendor's plug-in with tables, sound unless it is told otherwise. */
final class VendorJar {
  static final String NAME = "com.acme.level";

  private static final String SCRIPTS = "db/vendor_level/";

  private final String version;
  private final Map<String, String> files = new TreeMap<>();
  private String imports = "org.jspecify.*;resolution:=optional";

  private VendorJar(String version) {
    this.version = version;
    files.put(SCRIPTS + "V1__level.sql", "create table vendor_level_a (id int);");
  }

  static VendorJar of(String version) {
    return new VendorJar(version);
  }

  /** Add a script, or have another one in the place of one. */
  VendorJar script(String name, String sql) {
    files.put(SCRIPTS + name, sql);
    return this;
  }

  /** Need a package, in some versions. */
  VendorJar importing(String clause) {
    imports = clause + "," + imports;
    return this;
  }

  /** Have a driver that cannot be made. */
  VendorJar failing() {
    files.put("fails", "yes");
    return this;
  }

  Path to(Path jar) throws Exception {
    try (Builder builder = new Builder()) {
      builder.setBundleSymbolicName(NAME);
      builder.setBundleVersion(version);
      builder.setPrivatePackage(LevelDriver.class.getPackageName());
      builder.setImportPackage(imports + ",*");
      builder.setProperty("-noimportjava", "true");
      builder.setProperty(
          "-includeresource",
          files.entrySet().stream()
              .map(file -> file.getKey() + ";literal=\"" + file.getValue() + "\"")
              .collect(Collectors.joining(",")));
      builder.addClasspath(
          new File(LevelDriver.class.getProtectionDomain().getCodeSource().getLocation().toURI()));
      Files.createDirectories(jar.toAbsolutePath().getParent());
      builder.build().write(jar.toFile());
      if (!builder.isOk()) {
        throw new IOException(jar + ": " + builder.getErrors());
      }
    }
    return jar;
  }
}
