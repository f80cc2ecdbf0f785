package org.zhili.city.maven.plugin;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.zhili.city.Device;
import org.zhili.device.DeviceDriver;
import org.zhili.dispatch.DispatchStrategy;
import org.zhili.rules.CityPack;
import org.zhili.scoring.ScoringModel;
import org.zhili.text.Wording;

/** The ids of what parts bring, which a city pack chooses by. */
record Brought(Set<String> strategies, Set<String> models, Set<String> drivers) {
  /**
   * Ask the plug-ins in these jars who they are, as a town inside another program finds them.
   *
   * @throws java.util.ServiceConfigurationError when one cannot be asked
   */
  static Brought by(Collection<Path> jars) throws IOException {
    List<URL> urls = new ArrayList<>();
    for (Path jar : jars) {
      urls.add(jar.toUri().toURL());
    }
    try (URLClassLoader parts =
        new URLClassLoader(urls.toArray(URL[]::new), Brought.class.getClassLoader())) {
      return new Brought(
          ids(DispatchStrategy.class, parts, DispatchStrategy::id),
          ids(ScoringModel.class, parts, ScoringModel::id),
          ids(DeviceDriver.class, parts, driver -> driver.info().id()));
    }
  }

  private static <P> Set<String> ids(Class<P> spi, ClassLoader parts, Function<P, String> id) {
    Set<String> ids = new TreeSet<>();
    ServiceLoader.load(spi, parts).forEach(plugIn -> ids.add(id.apply(plugIn)));
    return ids;
  }

  /** What the pack names that none of them brings. */
  List<Wording> objections(CityPack pack) {
    List<Wording> all = new ArrayList<>();
    String strategy = pack.rules().strategy();
    if (!strategies.contains(strategy)) {
      all.add(Objection.STRATEGY_ABSENT.because(strategy, list(strategies)));
    }
    String model = pack.rules().scoringModel();
    if (!models.contains(model)) {
      all.add(Objection.MODEL_ABSENT.because(model, list(models)));
    }
    Set<String> absent = new TreeSet<>();
    pack.devices().stream().map(Device::driver).forEach(absent::add);
    absent.removeAll(drivers);
    if (!absent.isEmpty()) {
      all.add(Objection.DRIVER_ABSENT.because(list(absent), list(drivers)));
    }
    return all;
  }

  private static String list(Set<String> ids) {
    return ids.isEmpty() ? "-" : String.join(", ", ids);
  }
}
