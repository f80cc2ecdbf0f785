package org.zhili.tck.internal.certificate;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** A built jar, as far as rule 10 and the certificate look into it. */
public final class PluginJar {
  /** Names the jar; the build sets it once there is one. */
  public static final String PROPERTY = "zhili.plugin.jar";

  private static final String MANIFEST = "META-INF/MANIFEST.MF";

  private final Path path;
  private final SortedMap<String, byte[]> entries;
  private final Manifest manifest;

  private PluginJar(Path path, SortedMap<String, byte[]> entries, Manifest manifest) {
    this.path = path;
    this.entries = entries;
    this.manifest = manifest;
  }

  /** A plug-in the jar brings: a component that offers an interface there is a contract for. */
  record Part(Kind kind, String className) {}

  /** The jar that the build names, when it names one that is there. */
  public static Optional<PluginJar> ofThisBuild() {
    return Optional.ofNullable(System.getProperty(PROPERTY))
        .map(Path::of)
        .filter(Files::isRegularFile)
        .map(PluginJar::read);
  }

  /** Read a jar whole. */
  public static PluginJar read(Path path) {
    SortedMap<String, byte[]> entries = new TreeMap<>();
    try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(path))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (!entry.isDirectory()) {
          entries.put(entry.getName(), zip.readAllBytes());
        }
      }
      byte[] manifest = entries.getOrDefault(MANIFEST, new byte[0]);
      return new PluginJar(path, entries, new Manifest(new ByteArrayInputStream(manifest)));
    } catch (IOException e) {
      throw new IllegalStateException("cannot read " + path, e);
    }
  }

  String name() {
    return String.valueOf(path.getFileName());
  }

  Optional<String> header(String name) {
    return Optional.ofNullable(manifest.getMainAttributes().getValue(new Attributes.Name(name)));
  }

  Header clauses(String name) {
    return Header.of(header(name));
  }

  /** The SHA-256 of the file, in lower-case hexadecimal digits. */
  String sha256() {
    try {
      return HexFormat.of().formatHex(CodeHash.sha256().digest(Files.readAllBytes(path)));
    } catch (IOException e) {
      throw new IllegalStateException("cannot hash " + path, e);
    }
  }

  /** One hash of the classes in it, without those of jars inside it. */
  String codeHash() {
    return CodeHash.of(entries);
  }

  /** The components that the manifest names although the jar does not hold them. */
  List<String> missingComponents() {
    return components().stream().filter(name -> !entries.containsKey(name)).toList();
  }

  /** The plug-ins among its components. */
  List<Part> parts() {
    List<Part> parts = new ArrayList<>();
    for (String name : components()) {
      byte[] xml = entries.get(name);
      if (xml != null) {
        Document component = parse(name, xml);
        for (String spi : attributes(component, "provide", "interface")) {
          Kind.of(spi)
              .ifPresent(
                  kind ->
                      attributes(component, "implementation", "class")
                          .forEach(type -> parts.add(new Part(kind, type))));
        }
      }
    }
    return parts;
  }

  /** The classes that {@code META-INF/services} names for a kind. */
  Set<String> services(Kind kind) {
    byte[] file = entries.getOrDefault("META-INF/services/" + kind.spi(), new byte[0]);
    return new String(file, StandardCharsets.UTF_8)
        .lines()
        .map(line -> line.replaceFirst("#.*", "").strip())
        .filter(line -> !line.isEmpty())
        .collect(Collectors.toSet());
  }

  private List<String> components() {
    return clauses("Service-Component").clauses().stream().map(Header.Clause::name).toList();
  }

  private static Document parse(String name, byte[] xml) {
    try {
      return DocumentBuilderFactory.newDefaultInstance()
          .newDocumentBuilder()
          .parse(new ByteArrayInputStream(xml));
    } catch (IOException | SAXException | ParserConfigurationException e) {
      throw new IllegalStateException("cannot read " + name, e);
    }
  }

  private static List<String> attributes(Document document, String tag, String attribute) {
    NodeList found = document.getElementsByTagName(tag);
    List<String> values = new ArrayList<>();
    for (int i = 0; i < found.getLength(); i++) {
      if (found.item(i) instanceof Element element) {
        values.add(element.getAttribute(attribute));
      }
    }
    return values;
  }

  @Override
  public String toString() {
    return name();
  }
}
