package org.zhili.core.plugin;

/**
 * Who a plug-in is, as traces name it: {@code urban@0.1.0}.
 *
 * @param id what the plug-in calls itself; unique among plug-ins of its kind
 * @param version of the bundle or jar it came in
 * @param ranking the higher one is asked first
 */
public record PluginIdentity(String id, String version, int ranking) {
  public PluginIdentity {
    if (id.isBlank() || version.isBlank()) {
      throw new IllegalArgumentException("a plug-in has an id and a version: " + id);
    }
  }

  /** {@code id@version} */
  @Override
  public String toString() {
    return id + "@" + version;
  }
}
