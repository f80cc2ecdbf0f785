package org.zhili.architecture;

/**
 * A module of the reactor.
 *
 * @param folder where it stands, such as {@code bundles/urban}
 * @param name its artifact id, such as {@code zhili-urban}
 * @param makesJar whether anything could be inside that a rule is about
 */
record Artifact(String folder, String name, boolean makesJar) {
  private static final String FAMILY = "zhili-";

  boolean isDriver() {
    return folder.startsWith("device-drivers/");
  }

  boolean isPlugIn() {
    return isDriver() || folder.startsWith("bundles/");
  }

  /** The name that the folder asks for. */
  String nameByFolder() {
    return FAMILY + (isDriver() ? "driver-" : "") + folder.substring(folder.lastIndexOf('/') + 1);
  }

  /** The symbolic name and root package that the name asks for, under a family of packages. */
  String root(String family) {
    return family + name.substring(FAMILY.length()).replace('-', '.');
  }
}
