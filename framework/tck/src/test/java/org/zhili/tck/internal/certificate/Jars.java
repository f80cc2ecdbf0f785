package org.zhili.tck.internal.certificate;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Jars as builds make them, and with one thing wrong. */
final class Jars {
  static final String DRIVER = "org.zhili.tck.Thermometer";
  static final String COMPONENT = "OSGI-INF/" + DRIVER + ".xml";
  static final String SERVICES = "META-INF/services/org.zhili.device.DeviceDriver";

  private final Map<String, String> headers = new TreeMap<>();
  private final Map<String, byte[]> entries = new TreeMap<>();

  /** What bnd makes of a driver with {@code @Component}. */
  Jars() {
    headers.put("Bundle-SymbolicName", "org.example.thermometer");
    headers.put("Bundle-Version", "1.2.3");
    headers.put("Service-Component", COMPONENT);
    headers.put(
        "Import-Package",
        "org.jspecify.annotations;version=\"[1.0,2)\";resolution:=optional,"
            + "org.zhili.device;version=\"[1.0,2)\",org.zhili.id;version=\"[1.0,2)\"");
    entry(COMPONENT, component("org.zhili.device.DeviceDriver", DRIVER));
    entry(SERVICES, DRIVER + "\n");
  }

  static String component(String spi, String type) {
    return """
        <?xml version="1.0" encoding="UTF-8"?>
        <scr:component xmlns:scr="http://www.osgi.org/xmlns/scr/v1.3.0" name="%s">
          <service>
            <provide interface="%s"/>
          </service>
          <implementation class="%s"/>
        </scr:component>
        """
        .formatted(type, spi, type);
  }

  Jars header(String name, String value) {
    headers.put(name, value);
    return this;
  }

  Jars without(String name) {
    headers.remove(name);
    entries.remove(name);
    return this;
  }

  Jars entry(String name, String text) {
    entries.put(name, text.getBytes(StandardCharsets.UTF_8));
    return this;
  }

  /** With the very classes that the tests of this kit run. */
  Jars tested() throws URISyntaxException {
    URL place = Jars.class.getProtectionDomain().getCodeSource().getLocation();
    entries.putAll(CodeHash.classes(Path.of(place.toURI())));
    return this;
  }

  PluginJar in(Path folder) throws IOException {
    Path jar = folder.resolve("thermometer-1.2.3.jar");
    StringBuilder manifest = new StringBuilder("Manifest-Version: 1.0\n");
    headers.forEach((name, value) -> manifest.append(name).append(": ").append(folded(value)));
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
      put(
          zip,
          "META-INF/MANIFEST.MF",
          manifest.append("\n").toString().getBytes(StandardCharsets.UTF_8));
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        put(zip, entry.getKey(), entry.getValue());
      }
    }
    return PluginJar.read(jar);
  }

  /** Lines of a manifest are short; one that goes on begins with a blank. */
  private static String folded(String value) {
    return value.replaceAll("(.{40})", "$1\n ") + "\n";
  }

  private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(content);
    zip.closeEntry();
  }
}
