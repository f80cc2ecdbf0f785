package org.zhili.osgi.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhili.core.shelf.ShelfEntry.State.IN_USE;
import static org.zhili.core.shelf.ShelfEntry.State.REFUSED;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
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
import org.zhili.core.plugin.Answer;
import org.zhili.core.plugin.Guarded;
import org.zhili.core.shelf.Outcome;
import org.zhili.core.shelf.ShelfEntry;
import org.zhili.core.shelf.SignatureCheck;
import org.zhili.device.DeviceDriver;
import org.zhili.osgi.internal.vendor.FailingDriver;
import org.zhili.text.Wording;

class ShelfTest {
  private static final Instant NOW = Instant.parse("2026-05-11T01:00:00Z");

  private Path temp;
  private Felix felix;
  private PluginDoor door;
  private Shelf shelf;
  private DeployFolder deploy;

  @BeforeEach
  void open(@TempDir Path folder) throws Exception {
    temp = folder;
    felix = Felix.start(temp.resolve("felix"));
    begin();
  }

  private void begin() {
    door = new PluginDoor(felix.context());
    ShelfSettings settings =
        new ShelfSettings(
            temp.resolve("shelf"),
            temp.resolve("deploy"),
            SignatureCheck.Policy.OFF,
            temp.resolve("vendors"));
    shelf = new Shelf(felix.context(), door, settings, () -> NOW);
    shelf.putInOrder();
    deploy = new DeployFolder(settings.deploy(), shelf);
  }

  @AfterEach
  void close() throws Exception {
    door.close();
    felix.close();
  }

  private Path jar(PluginJar jar) throws IOException {
    return jar.in(temp.resolve("stick"));
  }

  private static String english(Outcome outcome) {
    return String.join("\n", outcome.sentences().stream().map(Wording::en).toList());
  }

  private static String done(Outcome outcome) {
    assertThat(outcome).as(english(outcome)).isInstanceOf(Outcome.Done.class);
    return english(outcome);
  }

  private static String refused(Outcome outcome) {
    assertThat(outcome).as(english(outcome)).isInstanceOf(Outcome.Refused.class);
    return english(outcome);
  }

  private List<String> drivers() {
    return door.gate().of(DeviceDriver.class).stream()
        .map(Guarded::identity)
        .map(Object::toString)
        .toList();
  }

  private ShelfEntry entry() {
    assertThat(shelf.list()).hasSize(1);
    return shelf.list().get(0);
  }

  @Test
  void a_jar_is_put_in_listed_explained_and_taken_out() throws Exception {
    Outcome installed = shelf.install(jar(PluginJar.trashBin("1.0.0")));

    assertThat(done(installed))
        .contains("com.acme.trash-bin 1.0.0 is put in.", "driver trash-bin, in use from now on");
    assertThat(installed.sentences().get(0).zh()).contains("已装好");
    assertThat(drivers()).containsExactly("trash-bin@1.0.0");
    assertThat(entry().state()).isEqualTo(ShelfEntry.State.IN_USE);
    assertThat(entry().brings()).containsExactly("trash-bin");
    assertThat(entry().since()).isEqualTo(NOW);
    assertThat(entry().isCalled("trash-bin")).isTrue();
    assertThat(entry().why()).hasSize(1);

    assertThat(done(shelf.remove("trash-bin"))).contains("is taken out");
    assertThat(drivers()).isEmpty();
    assertThat(shelf.list()).isEmpty();
    assertThat(temp.resolve("shelf")).isEmptyDirectory();
  }

  @Test
  void a_newer_version_takes_over_before_the_old_one_leaves() throws Exception {
    done(shelf.install(jar(PluginJar.trashBin("1.0.0"))));
    List<List<String>> seen = Collections.synchronizedList(new ArrayList<>());
    door.gate().onChange(() -> seen.add(drivers()));

    assertThat(done(shelf.update(jar(PluginJar.trashBin("1.1.0")))))
        .contains("1.1.0 took the place of 1.0.0");
    assertThat(drivers()).containsExactly("trash-bin@1.1.0");
    assertThat(seen).isNotEmpty().allSatisfy(there -> assertThat(there).hasSize(1));
    assertThat(entry().before()).contains("1.0.0");
    assertThat(plugIns()).hasSize(1);
  }

  private List<Bundle> plugIns() {
    return Stream.of(felix.context().getBundles()).filter(TownBundles::isOnShelf).toList();
  }

  @Test
  void nothing_is_updated_that_is_not_there() throws Exception {
    assertThat(refused(shelf.update(jar(PluginJar.trashBin("1.0.0")))))
        .contains("not here yet", "zhili:module install");
    assertThat(refused(shelf.remove("trash-bin"))).contains("No plug-in called trash-bin");
    assertThat(refused(shelf.install(temp.resolve("nowhere.jar")))).contains("There is no file");
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
    done(shelf.install(jar(PluginJar.trashBin("1.0.0"))));
    Bundle old = plugIns().get(0);
    List<String> stopped = stops();

    String said = refused(shelf.install(unwanted.jar().to(temp.resolve("stick/trash-bin.jar"))));

    assertThat(said).contains(unwanted.said());
    assertThat(drivers()).containsExactly("trash-bin@1.0.0");
    assertThat(plugIns()).containsExactly(old);
    assertThat(stopped).doesNotContain(old.toString());
    assertThat(shelf.list()).extracting(ShelfEntry::state).containsExactly(IN_USE, REFUSED);
    assertThat(shelf.list().get(1).why()).extracting(Wording::en).contains(said.split("\n")[0]);
    try (Stream<Path> kept = Files.list(temp.resolve("shelf/com.acme.trash-bin"))) {
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
    felix.context().addBundleListener(listener);
    return stopped;
  }

  @Test
  void half_a_jar_is_told_as_such() throws Exception {
    Path whole = jar(PluginJar.trashBin("1.0.0"));
    byte[] bytes = Files.readAllBytes(whole);
    Path half = temp.resolve("half.jar");
    Files.write(half, Arrays.copyOf(bytes, bytes.length / 2));

    assertThat(refused(shelf.install(half))).contains("half.jar is not a whole jar", "copy it");
  }

  @Test
  void an_earlier_version_comes_back_also_after_a_restart() throws Exception {
    done(shelf.install(jar(PluginJar.trashBin("1.0.0"))));
    assertThat(refused(shelf.rollback("trash-bin"))).contains("no earlier version");
    done(shelf.install(jar(PluginJar.trashBin("1.1.0"))));
    restart(false);
    assertThat(drivers()).containsExactly("trash-bin@1.1.0");

    assertThat(done(shelf.rollback("trash-bin"))).contains("back to 1.0.0; 1.1.0 was taken out");
    assertThat(drivers()).containsExactly("trash-bin@1.0.0");
    restart(false);
    assertThat(drivers()).containsExactly("trash-bin@1.0.0");
  }

  @Test
  void what_is_on_the_shelf_outlives_the_framework_s_cache() throws Exception {
    done(shelf.install(jar(PluginJar.trashBin("1.0.0"))));
    restart(true);

    assertThat(drivers()).containsExactly("trash-bin@1.0.0");
    assertThat(entry().state()).isEqualTo(ShelfEntry.State.IN_USE);
  }

  @Test
  void what_is_here_already_is_left_as_it_is() throws Exception {
    Path jar = jar(PluginJar.trashBin("1.0.0"));
    done(shelf.install(jar));
    Bundle before = plugIns().get(0);

    assertThat(done(shelf.install(jar))).contains("is here already");
    assertThat(plugIns()).containsExactly(before);
  }

  @Test
  void a_kar_brings_all_its_jars_or_none() throws Exception {
    Path codec = codec("1.0.0").to(temp.resolve("codec.jar"));
    Path bin = jar(needingCodec("1.0.0"));
    Path kar = Kar.of(temp.resolve("acme.kar"), bin, codec);

    assertThat(done(shelf.install(kar))).contains("com.acme.codec 1.0.0", "driver trash-bin");
    assertThat(shelf.list()).extracting(ShelfEntry::name).hasSize(2);

    Path newer = jar(needingCodec("1.1.0").importing("com.acme.nowhere"));
    Path better = codec("1.1.0").to(temp.resolve("codec-2.jar"));
    refused(shelf.install(Kar.of(temp.resolve("acme.kar"), newer, better)));
    assertThat(drivers()).containsExactly("trash-bin@1.0.0");
    assertThat(plugIns())
        .extracting(bundle -> bundle.getVersion().toString())
        .containsExactly("1.0.0", "1.0.0");
  }

  private static PluginJar needingCodec(String version) {
    return PluginJar.trashBin(version).importing("com.acme.codec;version=\"[1,2)\"");
  }

  private static PluginJar codec(String version) {
    return PluginJar.library("com.acme.codec", version)
        .with("Export-Package", "com.acme.codec;version=" + version);
  }

  @Test
  void a_folder_brings_the_newest_of_each_plug_in_and_its_index_is_believed_only_if_it_fits()
      throws Exception {
    jar(PluginJar.trashBin("1.0.0"));
    jar(PluginJar.trashBin("1.1.0"));
    Path stick = temp.resolve("stick");
    assertThat(done(shelf.install(stick))).contains("1.1.0 is put in");
    done(shelf.remove("trash-bin"));

    Path index = stick.resolve("index.csv");
    Files.writeString(index, "file,sha256\ntrash-bin-1.0.0.jar," + "0".repeat(64) + "\n");
    assertThat(refused(shelf.install(stick))).contains("is not the file that index.csv means");
    Files.writeString(index, "file,sha256\n../outside.jar,00\n");
    assertThat(refused(shelf.install(stick))).contains("is no line of it");
  }

  @Test
  void a_file_in_the_deploy_folder_is_put_in_updated_and_taken_out() throws Exception {
    Path file = temp.resolve("deploy/trash-bin.jar");
    PluginJar.trashBin("1.0.0").to(file);
    deploy.look();
    assertThat(drivers()).as("it may still be copied").isEmpty();
    deploy.look();
    assertThat(drivers()).containsExactly("trash-bin@1.0.0");

    replace(file, PluginJar.trashBin("1.1.0"));
    assertThat(drivers()).containsExactly("trash-bin@1.1.0");

    Files.writeString(file, "half a jar");
    lookTwice();
    assertThat(drivers()).containsExactly("trash-bin@1.1.0");
    assertThat(shelf.list()).extracting(ShelfEntry::state).containsExactly(IN_USE, REFUSED);

    Files.delete(file);
    deploy.look();
    assertThat(drivers()).isEmpty();
    assertThat(shelf.list()).isEmpty();
  }

  private void replace(Path file, PluginJar jar) throws IOException {
    jar.to(file);
    lookTwice();
  }

  private void lookTwice() {
    deploy.look();
    deploy.look();
  }

  @Test
  void what_was_deleted_from_the_deploy_folder_while_the_town_was_stopped_is_gone()
      throws Exception {
    Path file = temp.resolve("deploy/trash-bin.jar");
    replace(file, PluginJar.trashBin("1.0.0"));
    Files.delete(file);
    restart(false);
    deploy.look();

    assertThat(drivers()).isEmpty();
    assertThat(plugIns()).isEmpty();
  }

  @Test
  void what_was_taken_back_or_removed_does_not_come_again_from_its_file() throws Exception {
    Path file = temp.resolve("deploy/trash-bin.jar");
    replace(file, PluginJar.trashBin("1.0.0"));
    replace(file, PluginJar.trashBin("1.1.0"));
    done(shelf.rollback("trash-bin"));
    restart(false);
    lookTwice();
    assertThat(drivers()).containsExactly("trash-bin@1.0.0");

    assertThat(done(shelf.remove("trash-bin"))).contains("trash-bin.jar.removed");
    lookTwice();
    assertThat(drivers()).isEmpty();
  }

  @Test
  void a_new_version_that_mostly_fails_gives_way_to_the_one_before() throws Exception {
    done(shelf.install(jar(PluginJar.trashBin("1.0.0"))));
    done(shelf.install(jar(PluginJar.trashBin("1.1.0"))));
    Guarded<DeviceDriver> driver = door.gate().of(DeviceDriver.class).get(0);
    for (int i = 0; i < 9; i++) {
      fail(driver);
    }
    shelf.watch();
    assertThat(drivers()).containsExactly("trash-bin@1.1.0");

    fail(driver);
    shelf.watch();
    assertThat(drivers()).containsExactly("trash-bin@1.0.0");
  }

  private static void fail(Guarded<DeviceDriver> driver) {
    assertThat(
            driver.<String>ask(
                broken -> {
                  throw new IllegalStateException("as if decode had failed");
                }))
        .isInstanceOf(Answer.Broke.class);
  }

  private void restart(boolean withoutCache) throws Exception {
    door.close();
    felix.close();
    felix = Felix.start(temp.resolve(withoutCache ? "felix-anew" : "felix"));
    begin();
  }
}
