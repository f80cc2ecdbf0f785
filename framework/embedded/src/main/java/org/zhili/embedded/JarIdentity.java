package org.zhili.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URL;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zhili.core.plugin.PluginIdentity;

/** Tells from the manifest of the jar a plug-in came in which version it is, as OSGi would. */
final class JarIdentity {
  private static final Logger LOG = LoggerFactory.getLogger(JarIdentity.class);
  private static final String UNKNOWN = "0";

  private JarIdentity() {}

  static PluginIdentity of(Class<?> plugIn) {
    return new PluginIdentity(plugIn.getName(), version(plugIn), 0);
  }

  private static String version(Class<?> plugIn) {
    return manifest(plugIn)
        .map(Manifest::getMainAttributes)
        .flatMap(
            named ->
                Stream.of("Bundle-Version", Attributes.Name.IMPLEMENTATION_VERSION.toString())
                    .map(named::getValue)
                    .filter(value -> value != null && !value.isBlank())
                    .findFirst())
        .orElse(UNKNOWN);
  }

  /** That of the same jar or folder, also of a jar within a jar. */
  private static Optional<Manifest> manifest(Class<?> plugIn) {
    String path = plugIn.getName().replace('.', '/') + ".class";
    URL url = plugIn.getResource("/" + path);
    if (url == null || !url.toString().endsWith(path)) {
      return Optional.empty();
    }
    String root = url.toString().substring(0, url.toString().length() - path.length());
    try (InputStream in = URI.create(root + "META-INF/MANIFEST.MF").toURL().openStream()) {
      return Optional.of(new Manifest(in));
    } catch (IOException | IllegalArgumentException e) {
      LOG.debug("{} came without a manifest", plugIn, e);
      return Optional.empty();
    }
  }
}
