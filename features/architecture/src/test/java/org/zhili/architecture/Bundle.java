package org.zhili.architecture;

import aQute.bnd.header.OSGiHeader;
import aQute.bnd.header.Parameters;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.Manifest;

/**
 * What a manifest says.
 *
 * @param location the jar, or the folder of classes, that it was read from
 */
record Bundle(String location, Manifest manifest) {

  /**
   * One package that is imported or exported.
   *
   * @param version empty when the manifest names none
   */
  record Entry(String name, Optional<String> version, boolean optional) {}

  Optional<String> header(String name) {
    return Optional.ofNullable(manifest.getMainAttributes().getValue(new Attributes.Name(name)));
  }

  /** Without what follows the name, such as {@code singleton:=true}. */
  Optional<String> symbolicName() {
    return header("Bundle-SymbolicName").map(header -> header.split(";", 2)[0].strip());
  }

  Map<String, Entry> imports() {
    return entries("Import-Package");
  }

  Map<String, Entry> exports() {
    return entries("Export-Package");
  }

  private Map<String, Entry> entries(String header) {
    Parameters parameters = OSGiHeader.parseHeader(header(header).orElse(""));
    Map<String, Entry> entries = new TreeMap<>();
    parameters.forEach(
        (name, attributes) ->
            entries.put(
                name,
                new Entry(
                    name,
                    Optional.ofNullable(attributes.get("version")),
                    "optional".equals(attributes.get("resolution:")))));
    return entries;
  }
}
