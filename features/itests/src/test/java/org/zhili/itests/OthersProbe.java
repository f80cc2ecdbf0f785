package org.zhili.itests;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.startlevel.BundleStartLevel;
import org.osgi.framework.wiring.BundleWiring;

/** Looks whether the bundles of a town were touched by what was done to some of them. */
public final class OthersProbe {
  /** Write down all bundles, but for those of this name and the probe itself. */
  public void note(BundleContext context, String name, String file) throws Exception {
    Files.write(Path.of(file), lines(others(context, List.of(name)).values()));
  }

  /** Fail if one that was written down has changed, stopped, started or been joined anew. */
  public void areUntouched(BundleContext context, String name, String file) throws Exception {
    List<String> now = lines(others(context, List.of(name)).values());
    List<String> touched =
        Files.readAllLines(Path.of(file)).stream().filter(line -> !now.contains(line)).toList();
    if (!touched.isEmpty()) {
      throw new AssertionError("were touched: " + touched);
    }
  }

  private static List<String> lines(Collection<String> all) {
    return all.stream().sorted().toList();
  }

  /** Whatever would change with a bundle that is updated, stopped, started or joined anew. */
  static Map<Long, String> others(BundleContext context, List<String> names) {
    Map<Long, String> others = new TreeMap<>();
    Stream.of(context.getBundles())
        .filter(bundle -> !bundle.equals(context.getBundle()))
        .filter(bundle -> !names.contains(bundle.getSymbolicName()))
        .forEach(bundle -> others.put(bundle.getBundleId(), state(bundle)));
    return others;
  }

  private static String state(Bundle bundle) {
    BundleWiring wiring = bundle.adapt(BundleWiring.class);
    return Stream.of(
            bundle,
            bundle.getState(),
            bundle.getLastModified(),
            bundle.adapt(BundleStartLevel.class).getStartLevel(),
            wiring == null ? "unresolved" : System.identityHashCode(wiring))
        .map(Objects::toString)
        .reduce("", (all, next) -> all + " " + next);
  }
}
