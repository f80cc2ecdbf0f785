package org.zhili.itests;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.jar.JarInputStream;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.wiring.BundleWiring;
import org.zhili.core.ingest.Ingestion;
import org.zhili.core.plugin.Guarded;
import org.zhili.core.plugin.PluginGate;
import org.zhili.core.shelf.Outcome;
import org.zhili.core.shelf.PluginShelf;
import org.zhili.core.town.Town;
import org.zhili.device.DeviceDriver;
import org.zhili.dispatch.DispatchStrategy;
import org.zhili.module.GovernanceModule;
import org.zhili.scoring.ScoringModel;

/**
 * Updates plug-ins one after another, by the shelf and in a town that is busy, and looks what that
 * does to others.
 */
public final class HotSwapProbe {
  /** Messages that are stored between two updates. */
  private static final int BREATH = 40;

  private static final long PATIENCE_SECONDS = 60;
  private static final long LOOK_NANOS = 200_000;

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

    boolean isThere(PluginGate gate) {
      Optional<? extends Guarded<?>> named = gate.named(spi, id);
      return named.filter(one -> !one.isLeaving()).isPresent();
    }

    /** The version that the shelf has put in last, if it has. */
    Optional<Bundle> shelved(BundleContext context) {
      return Arrays.stream(context.getBundles())
          .filter(one -> bundle.equals(one.getSymbolicName()))
          .filter(one -> one.getVersion().getMajor() > 0)
          .findFirst();
    }
  }

  /**
   * Update each of them so many times, each time to a version of its own, and take all of them out
   * again; fail when any other bundle was touched, or a class loader stays behind. Written to a
   * file, in microseconds: how long an update took, for how long at most there was nobody to ask
   * and nothing was stored meanwhile, and for how long nothing was in the time to the next.
   */
  public void swaps(BundleContext context, Integer rounds, String home, String figures)
      throws Exception {
    Town town = context.getService(context.getServiceReference(Town.class));
    PluginShelf shelf = context.getService(context.getServiceReference(PluginShelf.class));
    List<String> names = Arrays.stream(Part.values()).map(part -> part.bundle).toList();
    Map<Long, String> before = OthersProbe.others(context, names);
    List<WeakReference<ClassLoader>> loaders = new ArrayList<>();
    List<String> lines = new ArrayList<>();
    for (int round = 0; round < rounds; round++) {
      for (Part part : Part.values()) {
        Path jar = version(Path.of(home), part.bundle, "1." + round + ".0");
        String swapped = swapped(town, shelf, part, jar);
        Files.delete(jar);
        Bundle now = part.shelved(context).orElseThrow();
        loaders.add(new WeakReference<>(now.adapt(BundleWiring.class).getClassLoader()));
        lines.add(part + " " + swapped + " " + micros(breathed(town)));
      }
    }
    Files.write(Path.of(figures), lines);
    for (String name : names) {
      done(shelf.remove(name));
    }
    if (!OthersProbe.others(context, names).entrySet().containsAll(before.entrySet())) {
      throw new AssertionError(
          "others were touched: " + before + " -> " + OthersProbe.others(context, names));
    }
    areCollected(loaders);
  }

  private static void done(Outcome outcome) {
    if (outcome instanceof Outcome.Refused) {
      throw new AssertionError(outcome.toString());
    }
  }

  /** Put it in; how long it took, nobody was there to ask, and nothing was stored. */
  private static String swapped(Town town, PluginShelf shelf, Part part, Path jar)
      throws Exception {
    AtomicBoolean over = new AtomicBoolean();
    CompletableFuture<Long> absence =
        CompletableFuture.supplyAsync(() -> longest(over::get, () -> part.isThere(town.gate())));
    CompletableFuture<Long> silence =
        CompletableFuture.supplyAsync(() -> longest(over::get, storing(town.ingestion())));
    long begin = System.nanoTime();
    try {
      done(shelf.install(jar));
    } finally {
      over.set(true);
    }
    long took = System.nanoTime() - begin;
    long absent = absence.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    long quiet = silence.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    return micros(took) + " " + micros(absent) + " " + micros(quiet);
  }

  private static long micros(long nanos) {
    return TimeUnit.NANOSECONDS.toMicros(nanos);
  }

  /** Wait until some more is stored; for how long at most nothing was. */
  private static long breathed(Town town) {
    long enough = town.ingestion().status().stored() + BREATH;
    return longest(() -> town.ingestion().status().stored() >= enough, storing(town.ingestion()));
  }

  /** Whether something was stored since it was asked last. */
  private static BooleanSupplier storing(Ingestion ingestion) {
    AtomicLong last = new AtomicLong();
    return () -> {
      long now = ingestion.status().stored();
      return last.getAndSet(now) != now;
    };
  }

  /** For how long at most something was not so, until it is over. */
  private static long longest(BooleanSupplier over, BooleanSupplier isSo) {
    long longest = 0;
    long last = System.nanoTime();
    while (!over.getAsBoolean()) {
      LockSupport.parkNanos(LOOK_NANOS);
      long now = System.nanoTime();
      if (isSo.getAsBoolean()) {
        last = now;
      } else {
        longest = Math.max(longest, now - last);
      }
    }
    return longest;
  }

  /** The jar the town has of it, as another version. */
  private static Path version(Path home, String bundle, String version) throws IOException {
    Path folder =
        home.resolve("system/org/zhili")
            .resolve(bundle.substring("org.".length()).replace('.', '-'));
    Path shipped;
    try (Stream<Path> inside = Files.walk(folder)) {
      shipped = inside.filter(path -> path.toString().endsWith(".jar")).findFirst().orElseThrow();
    }
    Path made = home.resolve("data/tmp").resolve(bundle + "-" + version + ".jar");
    try (InputStream bytes = Files.newInputStream(shipped);
        JarInputStream from = new JarInputStream(bytes);
        OutputStream file = Files.newOutputStream(made)) {
      Manifest manifest = from.getManifest();
      manifest.getMainAttributes().putValue("Bundle-Version", version);
      try (JarOutputStream to = new JarOutputStream(file, manifest)) {
        for (ZipEntry entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
          to.putNextEntry(new ZipEntry(entry.getName()));
          from.transferTo(to);
          to.closeEntry();
        }
      }
    }
    return made;
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
