package org.zhili.tck.internal.certificate;

import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleFinder;
import java.net.URL;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.zhili.device.DeviceDriver;

/** What a plug-in may import, and in which versions. */
final class ApiPackages {
  /** As bnd writes it for whoever implements an interface: from what was seen to the next major. */
  private static final Pattern RANGE =
      Pattern.compile("\\[(\\d+)\\.(\\d+)[^,]*,(\\d+)(?:\\.0)*\\)");

  private static final Set<String> JDK =
      ModuleFinder.ofSystem().findAll().stream()
          .filter(module -> module.descriptor().name().startsWith("java."))
          .flatMap(module -> module.descriptor().packages().stream())
          .collect(Collectors.toUnmodifiableSet());

  /** What plug-ins may want beside the API; a driver, which touches nothing, wants none of it. */
  private static final List<String> SPECIFICATIONS =
      List.of(
          "org.zhili.citypack",
          "org.zhili.data",
          "org.zhili.json",
          "org.zhili.documents",
          "org.zhili.ledger",
          "jakarta.annotation",
          "jakarta.persistence",
          "jakarta.validation",
          "jakarta.ws.rs",
          "com.fasterxml.jackson.annotation",
          "io.swagger.v3.oas.annotations",
          "org.hibernate.annotations",
          "org.slf4j");

  private final Header exported;

  private ApiPackages(Header exported) {
    this.exported = exported;
  }

  /** The packages of the API that this kit was started with. */
  static ApiPackages ofThisKit() {
    String exported = manifestBeside(DeviceDriver.class).getValue("Export-Package");
    return new ApiPackages(Header.of(Optional.ofNullable(exported)));
  }

  /** The manifest of the jar, or of the folder, that a class comes from. */
  static Attributes manifestBeside(Class<?> type) {
    String file = "/" + type.getName().replace('.', '/') + ".class";
    String place = String.valueOf(type.getResource(file));
    String root = place.substring(0, place.length() - file.length());
    try (InputStream in = new URL(root + "/META-INF/MANIFEST.MF").openStream()) {
      return new Manifest(in).getMainAttributes();
    } catch (IOException e) {
      throw new IllegalStateException("no manifest in " + root, e);
    }
  }

  boolean isApi(String name) {
    return exported.find(name).isPresent();
  }

  /** Whether a bundle without drivers may import a package. */
  static boolean isSpecification(String name) {
    return SPECIFICATIONS.stream().anyMatch(family -> (name + ".").startsWith(family + "."));
  }

  static boolean isOfTheJdk(String name) {
    return name.startsWith("java.") || JDK.contains(name);
  }

  /** Say which versions of a package of the API are wanted, unless it is as imported here. */
  Optional<String> rangeWantedInstead(Header.Clause imported) {
    String version = exported.find(imported.name()).flatMap(Header.Clause::version).orElse("0.0");
    String[] parts = version.split("\\.", 3);
    int major = Integer.parseInt(parts[0]);
    int minor = Integer.parseInt(parts[1]);
    Matcher range = RANGE.matcher(imported.version().orElse(""));
    boolean fits =
        range.matches()
            && Integer.parseInt(range.group(1)) == major
            && Integer.parseInt(range.group(2)) <= minor
            && Integer.parseInt(range.group(3)) == major + 1;
    return fits
        ? Optional.empty()
        : Optional.of(
            "%s in versions [%d.%d,%d)".formatted(imported.name(), major, minor, major + 1));
  }
}
