package org.zhili.core.shelf;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.zhili.core.shelf.JarFacts.Need;
import org.zhili.core.shelf.JarFacts.Offer;
import org.zhili.core.shelf.JarReading.Read;
import org.zhili.core.shelf.JarReading.Unfit;
import org.zhili.text.Text;

/**
 * Reads jars. The whole of a jar is read once, so that a half-copied or damaged one is known as
 * such; nothing of it is run.
 */
public final class JarReader {
  /** It names a folder, too. */
  private static final Pattern NAME =
      Pattern.compile("[A-Za-z0-9_-]{1,60}(\\.[A-Za-z0-9_-]{1,60}){0,15}");

  /** It names a file, too. */
  private static final Pattern VERSION =
      Pattern.compile("[0-9]{1,9}(\\.[0-9]{1,9}(\\.[0-9]{1,9}(\\.[A-Za-z0-9_-]{1,60})?)?)?");

  private static final Pattern JAVA =
      Pattern.compile("\\(osgi\\.ee=JavaSE\\).*?\\(version>?=([0-9.]+)\\)");

  private JarReader() {}

  /** Read a file. */
  public static JarReading read(Path file) {
    return Files.isRegularFile(file)
        ? read(file, String.valueOf(file.getFileName()))
        : new Unfit(Text.of("shelf.no-file", file.toString()));
  }

  /**
   * Read a file that is there.
   *
   * @param name what people call it
   */
  static JarReading read(Path file, String name) {
    try (JarFile jar = new JarFile(file.toFile())) {
      JarContent content = JarContent.read(jar);
      if (content.isTooLarge()) {
        return new Unfit(Text.of("shelf.too-large", name));
      }
      Manifest manifest = jar.getManifest();
      Attributes says = manifest == null ? new Attributes() : manifest.getMainAttributes();
      String symbolic = first(header(says, "Bundle-SymbolicName"));
      if (!NAME.matcher(symbolic).matches()) {
        return new Unfit(Text.of("shelf.no-bundle", name));
      }
      String version = header(says, "Bundle-Version").strip();
      if (!version.isEmpty() && !VERSION.matcher(version).matches()) {
        return new Unfit(Text.of("shelf.version-wrong", name, version));
      }
      return new Read(facts(symbolic, says, content.of(file)));
    } catch (SecurityException e) {
      return new Unfit(Text.of("shelf.tampered", name, String.valueOf(e.getMessage())));
    } catch (IOException | IllegalArgumentException e) {
      return new Unfit(Text.of("shelf.not-whole", name, String.valueOf(e.getMessage())));
    }
  }

  private static JarFacts facts(String name, Attributes says, JarFacts.Content content) {
    List<Offer> offers =
        Clause.parse(header(says, "Export-Package")).stream()
            .map(c -> new Offer(c.name(), c.attribute("version").orElse("0")))
            .toList();
    List<String> wildcards =
        Clause.parse(header(says, "DynamicImport-Package")).stream()
            .map(Clause::name)
            .filter(wanted -> wanted.contains("*"))
            .toList();
    String version = header(says, "Bundle-Version").strip();
    return new JarFacts(
        name,
        version.isEmpty() ? "0.0.0" : version,
        needs(says, offers),
        offers,
        promises(says),
        Optional.of(first(header(says, "Fragment-Host"))).filter(host -> !host.isBlank()),
        java(header(says, "Require-Capability")),
        wildcards,
        content);
  }

  /** What it brings itself it need not be given. */
  private static List<Need> needs(Attributes says, List<Offer> offers) {
    return Clause.parse(header(says, "Import-Package")).stream()
        .filter(clause -> !clause.isOptional())
        .map(
            clause ->
                new Need(
                    clause.name(),
                    clause.attribute("version").map(VersionRange::of).orElse(VersionRange.ANY)))
        .filter(need -> offers.stream().noneMatch(o -> o.packageName().equals(need.packageName())))
        .toList();
  }

  private static Set<String> promises(Attributes says) {
    Set<String> services = new TreeSet<>();
    for (Clause clause : Clause.parse(header(says, "Provide-Capability"))) {
      if (clause.name().equals("osgi.service")) {
        services.addAll(List.of(clause.attribute("objectClass").orElse("").split("\\s*,\\s*")));
      }
    }
    services.remove("");
    return services;
  }

  private static Optional<String> java(String requirements) {
    return Clause.parse(requirements).stream()
        .filter(clause -> clause.name().equals("osgi.ee"))
        .flatMap(clause -> clause.attribute("filter:").stream())
        .map(JAVA::matcher)
        .filter(Matcher::find)
        .map(found -> found.group(1))
        .findFirst();
  }

  private static String header(Attributes says, String name) {
    String value = says.getValue(name);
    return value == null ? "" : value;
  }

  private static String first(String header) {
    return Clause.parse(header).stream().findFirst().map(Clause::name).orElse("");
  }

  /** The hash of a file, in hexadecimal digits. */
  public static String sha256(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      DigestInputStream hashed = new DigestInputStream(in, MessageDigest.getInstance("SHA-256"));
      hashed.transferTo(OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(hashed.getMessageDigest().digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
