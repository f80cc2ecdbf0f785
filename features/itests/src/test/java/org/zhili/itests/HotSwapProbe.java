package org.zhili.itests;

import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.wiring.BundleWiring;
import org.zhili.core.plugin.Guarded;
import org.zhili.core.plugin.PluginGate;
import org.zhili.core.town.Town;
import org.zhili.device.DeviceDriver;
import org.zhili.dispatch.DispatchStrategy;
import org.zhili.module.GovernanceModule;
import org.zhili.scoring.ScoringModel;

/**
 * Updates plug-ins one after another in a town that is busy, and looks what that does to others.
 */
public final class HotSwapProbe {
  /** Messages that are stored between two updates. */
  private static final int BREATH = 40;

  private static final long PATIENCE_SECONDS = 60;

  /** One plug-in of each kind. */
  private enum Part {
    DRIVER("org.zhili.driver.city.json", DeviceDriver.class, "city-json"),
    STRATEGY("org.zhili.dispatch.rules", DispatchStrategy.class, "rule-table"),
    MODEL("org.zhili.scoring.weighted", ScoringModel.class, "three-rates"),
    MODULE("org.zhili.urban", GovernanceModule.class, "urban");

    private final String bundle;
    private final Class<?> spi;
    private final String id;

    Part(String bundle, Class<?> spi, String id) {
      this.bundle = bundle;
      this.spi = spi;
      this.id = id;
    }

    Optional<? extends Guarded<?>> present(PluginGate gate) {
      return gate.named(spi, id);
    }
  }

  /**
   * Update each of them so many times; fail when any other bundle was touched, or a class loader
   * stays behind. How long each was away is written to a file, in microseconds.
   */
  public void swaps(BundleContext context, Integer rounds, String system, String figures)
      throws Exception {
    Town town = context.getService(context.getServiceReference(Town.class));
    Map<Long, String> before = others(context);
    List<WeakReference<ClassLoader>> old = new ArrayList<>();
    List<String> gaps = new ArrayList<>();
    for (int round = 0; round < rounds; round++) {
      for (Part part : Part.values()) {
        Bundle bundle = bundle(context, part.bundle);
        old.add(new WeakReference<>(bundle.adapt(BundleWiring.class).getClassLoader()));
        gaps.add(part + " " + TimeUnit.NANOSECONDS.toMicros(swapped(town, part, bundle, system)));
        long stored = town.ingestion().status().stored();
        SwapProbe.until(() -> town.ingestion().status().stored() >= stored + BREATH);
      }
    }
    Files.write(Path.of(figures), gaps);
    if (!others(context).equals(before)) {
      throw new AssertionError("others were touched: " + before + " -> " + others(context));
    }
    areCollected(old);
  }

  /** Update it, and say how long nobody could ask it. */
  private static long swapped(Town town, Part part, Bundle bundle, String system) throws Exception {
    Guarded<?> before = part.present(town.gate()).orElseThrow();
    CompletableFuture<Long> gap =
        CompletableFuture.supplyAsync(
            () -> {
              SwapProbe.until(before::isLeaving);
              long gone = System.nanoTime();
              SwapProbe.until(
                  () -> part.present(town.gate()).filter(now -> !now.isLeaving()).isPresent());
              return System.nanoTime() - gone;
            });
    SwapProbe.update(bundle, jar(system, part.bundle).toString());
    return gap.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }

  private static Path jar(String system, String bundle) throws IOException {
    Path folder = Path.of(system, "org/zhili", bundle.substring("org.".length()).replace('.', '-'));
    try (Stream<Path> inside = Files.walk(folder)) {
      return inside.filter(path -> path.toString().endsWith(".jar")).findFirst().orElseThrow();
    }
  }

  /** When each of the other bundles was changed last, and its class loader of now. */
  private static Map<Long, String> others(BundleContext context) {
    List<String> changed = Arrays.stream(Part.values()).map(part -> part.bundle).toList();
    Map<Long, String> others = new HashMap<>();
    for (Bundle bundle : context.getBundles()) {
      BundleWiring wiring = bundle.adapt(BundleWiring.class);
      if (wiring != null && !changed.contains(bundle.getSymbolicName())) {
        others.put(
            bundle.getBundleId(),
            bundle
                + " "
                + bundle.getState()
                + " "
                + bundle.getLastModified()
                + " "
                + System.identityHashCode(wiring));
      }
    }
    return others;
  }

  private static Bundle bundle(BundleContext context, String name) {
    return Arrays.stream(context.getBundles())
        .filter(bundle -> name.equals(bundle.getSymbolicName()))
        .findFirst()
        .orElseThrow();
  }

  private static void areCollected(List<WeakReference<ClassLoader>> loaders)
      throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (loaders.stream().anyMatch(loader -> loader.get() != null)) {
      if (System.nanoTime() > end) {
        throw new AssertionError(
            "class loaders that stay: "
                + loaders.stream().map(WeakReference::get).filter(l -> l != null).toList());
      }
      System.gc();
      TimeUnit.MILLISECONDS.sleep(500);
    }
  }
}
