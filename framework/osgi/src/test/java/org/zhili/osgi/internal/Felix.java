package org.zhili.osgi.internal;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.launch.FrameworkFactory;

/** A framework without bundles of ours: what a door needs is its registry of services. */
final class Felix {
  private static final long STOP_MILLIS = 10_000;

  /** What plug-ins of the tests import, lent to them by the framework itself. */
  private static final List<String> API =
      List.of("org.zhili.data", "org.zhili.device", "org.zhili.text");

  private final Framework framework;

  private Felix(Framework framework) {
    this.framework = framework;
  }

  static Felix start(Path storage) throws BundleException {
    return start(storage, "1.0.0");
  }

  /** Start with this version of the API. */
  static Felix start(Path storage, String api) throws BundleException {
    FrameworkFactory factory = ServiceLoader.load(FrameworkFactory.class).findFirst().orElseThrow();
    Framework framework =
        factory.newFramework(
            Map.of(
                Constants.FRAMEWORK_STORAGE,
                storage.toString(),
                Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA,
                String.join(";", API) + ";version=" + api));
    framework.start();
    return new Felix(framework);
  }

  BundleContext context() {
    return framework.getBundleContext();
  }

  /** Install and start a bundle that has nothing in it. */
  Bundle startBundle(String name) throws BundleException, IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().putValue(Constants.BUNDLE_MANIFESTVERSION, "2");
    manifest.getMainAttributes().putValue(Constants.BUNDLE_SYMBOLICNAME, name);
    ByteArrayOutputStream jar = new ByteArrayOutputStream();
    new JarOutputStream(jar, manifest).close();
    Bundle bundle = context().installBundle(name, new ByteArrayInputStream(jar.toByteArray()));
    bundle.start();
    return bundle;
  }

  boolean offers(Class<?> type) {
    return context().getServiceReference(type) != null;
  }

  /** Whether a service has this property, and it is true. */
  boolean isMarked(String property) {
    try {
      return context().getServiceReferences((String) null, "(" + property + "=true)") != null;
    } catch (InvalidSyntaxException e) {
      throw new IllegalArgumentException(e);
    }
  }

  void close() throws BundleException, InterruptedException {
    framework.stop();
    framework.waitForStop(STOP_MILLIS);
  }
}
