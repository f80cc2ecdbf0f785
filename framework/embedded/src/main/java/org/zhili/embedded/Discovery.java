package org.zhili.embedded;

import java.util.ArrayList;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import org.zhili.device.DeviceDriver;
import org.zhili.dispatch.DispatchStrategy;
import org.zhili.embedded.TownBuilder.Comer;
import org.zhili.envelope.PayloadEnvelope;
import org.zhili.module.GovernanceModule;
import org.zhili.scoring.ScoringModel;

/** Finds the plug-ins that jars on the class path name in {@code META-INF/services}. */
final class Discovery {
  private Discovery() {}

  static List<Comer<?>> plugIns() {
    List<Comer<?>> found = new ArrayList<>();
    add(DeviceDriver.class, found);
    add(PayloadEnvelope.class, found);
    add(DispatchStrategy.class, found);
    add(ScoringModel.class, found);
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
