package org.zhili.embedded;

import java.util.ArrayList;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import org.zhili.core.plugin.PluginKinds;
import org.zhili.embedded.TownBuilder.Comer;
import org.zhili.module.GovernanceModule;

/** Finds the plug-ins that jars on the class path name in {@code META-INF/services}. */
final class Discovery {
  private Discovery() {}

  static List<Comer<?>> plugIns() {
    List<Comer<?>> found = new ArrayList<>();
    PluginKinds.ALL.stream()
        .filter(kind -> kind != GovernanceModule.class) // these are made once there is a desk
        .forEach(kind -> add(kind, found));
    return found;
  }

  static List<GovernanceModule> modules() {
    return all(GovernanceModule.class);
  }

  private static <P> void add(Class<P> spi, List<Comer<?>> found) {
    all(spi).forEach(plugIn -> found.add(new Comer<>(spi, plugIn)));
  }

  private static <P> List<P> all(Class<P> spi) {
    try {
      List<P> found = new ArrayList<>();
      ServiceLoader.load(spi).forEach(found::add);
      return found;
    } catch (ServiceConfigurationError | LinkageError e) {
      throw SetupFault.of(SetupFault.Code.PLUG_IN_UNMADE, e, String.valueOf(e.getMessage()));
    }
  }
}
