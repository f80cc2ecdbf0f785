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
import org.zhili.core.plugin.Guarded;
import org.zhili.core.shelf.Outcome;
import org.zhili.core.shelf.ShelfEntry;
import org.zhili.device.DeviceDriver;
import org.zhili.osgi.internal.vendor.FailingDriver;
import org.zhili.text.Wording;

class ShelfTest {
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
  void a_jar_is_put_in_listed_explained_and_taken_out() throws Exception {
    Outcome installed = town.shelf().install(town.jar(PluginJar.trashBin("1.0.0")));

    assertThat(done(installed))
        .contains("com.acme.trash-bin 1.0.0 is put in.", "driver trash-bin, in use from now on");
    assertThat(installed.sentences().get(0).zh()).contains("已装好");
    assertThat(town.drivers()).containsExactly("trash-bin@1.0.0");
    assertThat(town.entry().state()).isEqualTo(ShelfEntry.State.IN_USE);
    assertThat(town.entry().brings()).containsExactly("trash-bin");
    assertThat(town.entry().since()).isEqualTo(SmallTown.NOW);
    assertThat(town.entry().isCalled("trash-bin")).isTrue();
    assertThat(town.entry().why()).hasSize(1);

    assertThat(done(town.shelf().remove("trash-bin"))).contains("is taken out");
    assertThat(town.drivers()).isEmpty();
    assertThat(town.shelf().list()).isEmpty();
    assertThat(town.folder().resolve("shelf")).isEmptyDirectory();
  }

  @Test
  void a_newer_version_takes_over_before_the_old_one_leaves() throws Exception {
    done(town.shelf().install(town.jar(PluginJar.trashBin("1.0.0"))));
    List<List<String>> seen = Collections.synchronizedList(new ArrayList<>());
    town.door().gate().onChange(() -> seen.add(town.drivers()));

    assertThat(done(town.shelf().update(town.jar(PluginJar.trashBin("1.1.0")))))
        .contains("1.1.0 took the place of 1.0.0");
    assertThat(town.drivers()).containsExactly("trash-bin@1.1.0");
    assertThat(seen).isNotEmpty().allSatisfy(there -> assertThat(there).hasSize(1));
    assertThat(town.entry().before()).contains("1.0.0");
    assertThat(town.plugIns()).hasSize(1);
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
  void the_source_shown_is_that_of_the_version_in_use() throws Exception {
    Path first = town.jar(PluginJar.trashBin("1.0.0"));
    done(town.shelf().install(first));
    done(town.shelf().install(town.jar(PluginJar.trashBin("1.1.0")), "bin-1.1.jar"));
    assertThat(town.entry().source()).isEqualTo("bin-1.1.jar");

    done(town.shelf().rollback("trash-bin"));
    assertThat(town.entry().source()).isEqualTo(first.toString());
  }

  @Test
  void what_was_refused_from_a_stick_is_forgotten_when_the_stick_is_gone() throws Exception {
    Path half = Files.writeString(town.folder().resolve("half.jar"), "half");
    assertThat(refused(town.shelf().install(half, "sent.jar"))).contains("sent.jar is not a whole");
    refused(town.shelf().install(half));
    assertThat(town.shelf().list()).hasSize(2);
    Files.delete(half);
    assertThat(town.entry().source()).isEqualTo("sent.jar");
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

  @Test
  void an_earlier_version_comes_back_also_after_a_restart() throws Exception {
    done(town.shelf().install(town.jar(PluginJar.trashBin("1.0.0"))));
    assertThat(refused(town.shelf().rollback("trash-bin"))).contains("no earlier version");
    done(town.shelf().install(town.jar(PluginJar.trashBin("1.1.0"))));
    town.restart(false);
    assertThat(town.drivers()).containsExactly("trash-bin@1.1.0");

    assertThat(done(town.shelf().rollback("trash-bin")))
        .contains("back to 1.0.0; 1.1.0 was taken out");
    assertThat(town.drivers()).containsExactly("trash-bin@1.0.0");
    town.restart(false);
    assertThat(town.drivers()).containsExactly("trash-bin@1.0.0");
  }

  @Test
  void what_is_on_the_shelf_outlives_the_framework_s_cache() throws Exception {
    done(town.shelf().install(town.jar(PluginJar.trashBin("1.0.0"))));
    town.restart(true);

    assertThat(town.drivers()).containsExactly("trash-bin@1.0.0");
    assertThat(town.entry().state()).isEqualTo(ShelfEntry.State.IN_USE);
  }

  @Test
  void what_is_here_already_is_left_as_it_is() throws Exception {
    Path jar = town.jar(PluginJar.trashBin("1.0.0"));
    done(town.shelf().install(jar));
    Bundle before = town.plugIns().get(0);

    assertThat(done(town.shelf().install(jar))).contains("is here already");
    assertThat(town.plugIns()).containsExactly(before);
  }

  @Test
  void a_kar_brings_all_its_jars_or_none() throws Exception {
    Path codec = PluginJar.codec("1.0.0").to(town.folder().resolve("codec.jar"));
    Path bin = town.jar(needingCodec("1.0.0"));
    Path kar = Kar.of(town.folder().resolve("acme.kar"), bin, codec);

    assertThat(done(town.shelf().install(kar)))
        .contains("com.acme.codec 1.0.0", "driver trash-bin");
    assertThat(town.shelf().list()).extracting(ShelfEntry::name).hasSize(2);

    Path newer = town.jar(needingCodec("1.1.0").importing("com.acme.nowhere"));
    Path better = PluginJar.codec("1.1.0").to(town.folder().resolve("codec-2.jar"));
    refused(town.shelf().install(Kar.of(town.folder().resolve("acme.kar"), newer, better)));
    assertThat(town.drivers()).containsExactly("trash-bin@1.0.0");
    assertThat(town.plugIns())
        .extracting(bundle -> bundle.getVersion().toString())
        .containsExactly("1.0.0", "1.0.0");
  }

  private static PluginJar needingCodec(String version) {
    return PluginJar.trashBin(version).importing("com.acme.codec;version=\"[1,2)\"");
  }

  @Test
  void a_folder_brings_the_newest_of_each_plug_in_and_its_index_is_believed_only_if_it_fits()
      throws Exception {
    town.jar(PluginJar.trashBin("1.0.0"));
    town.jar(PluginJar.trashBin("1.1.0"));
    Path stick = town.folder().resolve("stick");
    assertThat(done(town.shelf().install(stick))).contains("1.1.0 is put in");
    done(town.shelf().remove("trash-bin"));

    Path index = stick.resolve("index.csv");
    Files.writeString(index, "file,sha256\ntrash-bin-1.0.0.jar," + "0".repeat(64) + "\n");
    assertThat(refused(town.shelf().install(stick)))
        .contains("is not the file that index.csv means");
    Files.writeString(index, "file,sha256\n../outside.jar,00\n");
    assertThat(refused(town.shelf().install(stick))).contains("is no line of it");
  }

  @Test
  void a_new_version_that_mostly_fails_gives_way_to_the_one_before() throws Exception {
    done(town.shelf().install(town.jar(PluginJar.trashBin("1.0.0"))));
    done(town.shelf().install(town.jar(PluginJar.trashBin("1.1.0"))));
    Guarded<DeviceDriver> driver = town.door().gate().of(DeviceDriver.class).get(0);
    for (int i = 0; i < 9; i++) {
      SmallTown.fail(driver);
    }
    town.shelf().watch();
    assertThat(town.drivers()).containsExactly("trash-bin@1.1.0");

    SmallTown.fail(driver);
    town.shelf().watch();
    assertThat(town.drivers()).containsExactly("trash-bin@1.0.0");
  }
}
