package org.zhili.osgi.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import org.osgi.framework.Constants;
import org.zhili.data.ModuleSchema;
import org.zhili.device.DeviceDriver;
import org.zhili.osgi.internal.vendor.BinSchema;
import org.zhili.osgi.internal.vendor.FailingDriver;
import org.zhili.osgi.internal.vendor.Starter;
import org.zhili.osgi.internal.vendor.TrashBinDriver;

/** Makes jars as a vendor's build does, sound ones and others. */
final class PluginJar {
  private final Map<String, String> headers = new LinkedHashMap<>();
  private String remark = "";

  private PluginJar(String name, String version) {
    headers.put(Constants.BUNDLE_MANIFESTVERSION, "2");
    headers.put(Constants.BUNDLE_SYMBOLICNAME, name);
    headers.put(Constants.BUNDLE_VERSION, version);
    headers.put(Constants.BUNDLE_ACTIVATOR, Starter.class.getName());
    headers.put(
        Constants.IMPORT_PACKAGE, "org.osgi.framework,org.zhili.device;version=\"[1.0,2)\"");
  }

  /** A driver for trash bins. */
  static PluginJar trashBin(String version) {
    return new PluginJar("com.acme.trash-bin", version).driver(TrashBinDriver.class);
  }

  /** What brings nothing but packages. */
  static PluginJar library(String name, String version) {
    return new PluginJar(name, version);
  }

  /** One that lends its package {@code com.acme.codec} to others. */
  static PluginJar codec(String version) {
    return library("com.acme.codec", version)
        .with(Constants.EXPORT_PACKAGE, "com.acme.codec;version=" + version);
  }

  PluginJar driver(Class<? extends DeviceDriver> driver) {
    with(Starter.DRIVER, driver.getName());
    return with(
        Constants.PROVIDE_CAPABILITY,
        "osgi.service;objectClass:List<String>=\"" + DeviceDriver.class.getName() + "\"");
  }

  /** One that keeps tables, beside what it does. */
  PluginJar tables() {
    with(Starter.TABLES, "yes");
    with(
        Constants.PROVIDE_CAPABILITY,
        headers.get(Constants.PROVIDE_CAPABILITY)
            + ",osgi.service;objectClass:List<String>=\""
            + ModuleSchema.class.getName()
            + "\"");
    return importing("org.zhili.data;version=\"[1.0,2)\"");
  }

  PluginJar with(String header, String value) {
    headers.put(header, value);
    return this;
  }

  PluginJar importing(String clause) {
    return with(Constants.IMPORT_PACKAGE, headers.get(Constants.IMPORT_PACKAGE) + "," + clause);
  }

  /** The same, with other bytes in it. */
  PluginJar remarked(String words) {
    remark = words;
    return this;
  }

  Path in(Path folder) throws IOException {
    Path file =
        folder.resolve("trash-bin-" + headers.get(Constants.BUNDLE_VERSION) + remark + ".jar");
    return to(file);
  }

  Path to(Path file) throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    headers.forEach((name, value) -> manifest.getMainAttributes().putValue(name, value));
    Files.createDirectories(file.getParent());
    try (OutputStream out = Files.newOutputStream(file);
        JarOutputStream jar = new JarOutputStream(out, manifest)) {
      for (Class<?> type :
          new Class<?>[] {
            Starter.class, TrashBinDriver.class, FailingDriver.class, BinSchema.class
          }) {
        add(jar, type);
      }
      jar.setComment(remark);
    }
    return file;
  }

  private static void add(JarOutputStream jar, Class<?> type) throws IOException {
    String path = type.getName().replace('.', '/') + ".class";
    jar.putNextEntry(new ZipEntry(path));
    try (InputStream in = type.getClassLoader().getResourceAsStream(path)) {
      in.transferTo(jar);
    }
    jar.closeEntry();
  }
}
