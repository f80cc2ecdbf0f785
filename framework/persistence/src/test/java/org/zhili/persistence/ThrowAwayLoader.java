package org.zhili.persistence;

import java.net.URL;
import java.net.URLClassLoader;

/** Loads one sample module anew, as a bundle's loader would, and everything else as usual. */
final class ThrowAwayLoader extends URLClassLoader {

  private static final String OWN = "org.zhili.persistence.throwaway.";

  ThrowAwayLoader() {
    super(
        new URL[] {ThrowAwayLoader.class.getProtectionDomain().getCodeSource().getLocation()},
        ThrowAwayLoader.class.getClassLoader());
  }

  Object module() throws ReflectiveOperationException {
    Object module = loadClass(OWN + "ParcelModule").getConstructor().newInstance();
    if (module.getClass().getClassLoader() != this) {
      throw new IllegalStateException("the module was not loaded anew");
    }
    return module;
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (!name.startsWith(OWN)) {
      return super.loadClass(name, resolve);
    }
    synchronized (getClassLoadingLock(name)) {
      Class<?> loaded = findLoadedClass(name);
      return loaded == null ? findClass(name) : loaded;
    }
  }
}
