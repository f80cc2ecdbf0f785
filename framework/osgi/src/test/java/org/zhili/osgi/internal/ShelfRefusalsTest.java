package org.zhili.osgi.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhili.core.shelf.ShelfEntry.State.IN_USE;
import static org.zhili.core.shelf.ShelfEntry.State.REFUSED;
import static org.zhili.osgi.internal.SmallTown.done;
import static org.zhili.osgi.internal.SmallTown.refused;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.SynchronousBundleListener;
import org.zhili.core.shelf.ShelfEntry;
import org.zhili.osgi.internal.vendor.FailingDriver;
import org.zhili.text.Wording;

/** What is not put in, and what is said about it. */
class ShelfRefusalsTest {
  private SmallTown town;

  @BeforeEach
  void open(@TempDir Path folder) throws Exception {
    town = SmallTown.in(folder);
  }

  @AfterEach
  void close() throws Exception {
    town.close();
  }

  @Test
  void nothing_is_updated_that_is_not_there() throws Exception {
    assertThat(refused(town.shelf().update(town.jar(PluginJar.trashBin("1.0.0")))))
        .contains("not here yet", "zhili:module install");
    assertThat(refused(town.shelf().remove("trash-bin"))).contains("No plug-in called trash-bin");
    assertThat(refused(town.shelf().install(town.folder().resolve("nowhere.jar"))))
        .contains("There is no file");
  }

  /** A jar that must not come in, and what is said about it. */
  private record Unwanted(String name, PluginJar jar, List<String> said) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Unwanted> unwanted() {
    return Stream.of(
        new Unwanted(
            "missing import",
            PluginJar.trashBin("1.1.0").importing("com.acme.codec;version=\"[3.1,4)\""),
            List.of("needs the package com.acme.codec in version 3.1", "put in first")),
        new Unwanted(
            "missing import without a version",
            PluginJar.trashBin("1.1.0").importing("com.acme.codec"),
            List.of("needs the package com.acme.codec, which nobody here offers")),
        new Unwanted(
            "failing constructor",
            PluginJar.trashBin("1.1.0").driver(FailingDriver.class),
            List.of("cannot make its driver", "log:display")),
        new Unwanted(
            "next API",
            PluginJar.trashBin("1.1.0").importing("org.zhili.text;version=\"[2.0,3)\""),
            List.of(
                "needs the package org.zhili.text in version 2.0",
                "this town offers 1.0.0",
                "built for API 1")),
        new Unwanted(
            "lower version",
            PluginJar.trashBin("0.9.0"),
            List.of("0.9.0 is older than 1.0.0", "zhili:module rollback")),
        new Unwanted(
            "same version, other bytes",
            PluginJar.trashBin("1.0.0").remarked("-again"),
            List.of("with another content", "version of its own")),
        new Unwanted(
            "a package of the town",
            PluginJar.trashBin("1.1.0").with("Export-Package", "org.zhili.device;version=1.0"),
            List.of("org.zhili.device", "belongs to the town itself")),
        new Unwanted(
            "a fragment",
            PluginJar.trashBin("1.1.0").with("Fragment-Host", "org.apache.felix.framework"),
            List.of("wants to become a part of org.apache.felix.framework")),
        new Unwanted(
            "a newer Java",
            PluginJar.trashBin("1.1.0")
                .with("Require-Capability", "osgi.ee;filter:=\"(&(osgi.ee=JavaSE)(version=99))\""),
            List.of("needs Java 99")),
        new Unwanted(
            "something nobody has",
            PluginJar.trashBin("1.1.0").with("Require-Capability", "acme.licence"),
            List.of("does not fit into this town", "acme.licence")),
        new Unwanted(
            "a starter that is not there",
            PluginJar.trashBin("1.1.0").with("Bundle-Activator", "com.acme.Nothing"),
            List.of("fails when it is started")),
        new Unwanted(
            "no bundle",
            PluginJar.trashBin("1.1.0").with("Bundle-SymbolicName", ""),
            List.of("not a plug-in")),
        new Unwanted(
            "a version that is none", PluginJar.trashBin("1.1/../../x"), List.of("which is none")));
  }

  @ParameterizedTest
  @MethodSource("unwanted")
  void a_jar_that_does_not_fit_is_refused_and_the_old_one_never_stops(Unwanted unwanted)
      throws Exception {
    done(town.shelf().install(town.jar(PluginJar.trashBin("1.0.0"))));
    Bundle old = town.plugIns().get(0);
    List<String> stopped = stops();

    String said =
        refused(
            town.shelf().install(unwanted.jar().to(town.folder().resolve("stick/trash-bin.jar"))));

    assertThat(said).contains(unwanted.said());
    assertThat(town.drivers()).containsExactly("trash-bin@1.0.0");
    assertThat(town.plugIns()).containsExactly(old);
    assertThat(stopped).doesNotContain(old.toString());
    assertThat(town.shelf().list()).extracting(ShelfEntry::state).containsExactly(IN_USE, REFUSED);
    assertThat(town.shelf().list().get(1).why())
        .extracting(Wording::en)
        .contains(said.split("\n")[0]);
    try (Stream<Path> kept = Files.list(town.folder().resolve("shelf/com.acme.trash-bin"))) {
      assertThat(kept).hasSize(2);
    }
  }

  /** Bundles that are stopped from now on. */
  private List<String> stops() {
    List<String> stopped = Collections.synchronizedList(new ArrayList<>());
    SynchronousBundleListener listener =
        event -> {
          if (event.getType() == BundleEvent.STOPPING) {
            stopped.add(event.getBundle().toString());
          }
        };
    town.context().addBundleListener(listener);
    return stopped;
  }

  @Test
  void half_a_jar_is_told_as_such() throws Exception {
    Path whole = town.jar(PluginJar.trashBin("1.0.0"));
    byte[] bytes = Files.readAllBytes(whole);
    Path half = town.folder().resolve("half.jar");
    Files.write(half, Arrays.copyOf(bytes, bytes.length / 2));

    assertThat(refused(town.shelf().install(half)))
        .contains("half.jar is not a whole jar", "copy it");
  }
}
