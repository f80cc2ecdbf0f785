package org.zhili.osgi.internal;

import java.nio.file.Path;
import java.util.Map;
import java.util.ServiceLoader;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.launch.FrameworkFactory;

/** A framework without bundles: what a door needs is its registry of services. */
final class Felix {
  private static final long STOP_MILLIS = 10_000;

  private final Framework framework;

  private Felix(Framework framework) {
    this.framework = framework;
  }

  static Felix start(Path storage) throws BundleException {
    FrameworkFactory factory = ServiceLoader.load(FrameworkFactory.class).findFirst().orElseThrow();
    Framework framework =
        factory.newFramework(Map.of(Constants.FRAMEWORK_STORAGE, storage.toString()));
    framework.start();
    return new Felix(framework);
  }

  BundleContext context() {
    return framework.getBundleContext();
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
