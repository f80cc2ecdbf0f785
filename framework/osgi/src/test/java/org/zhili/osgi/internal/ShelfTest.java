package org.zhili.osgi.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.zhili.core.shelf.ShelfEntry.State.IDLE;
import static org.zhili.core.shelf.ShelfEntry.State.IN_USE;
import static org.zhili.osgi.internal.SmallTown.done;
import static org.zhili.osgi.internal.SmallTown.refused;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.zhili.core.plugin.Guarded;
import org.zhili.core.shelf.Outcome;
import org.zhili.core.shelf.ShelfEntry;
import org.zhili.device.DeviceDriver;
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

  @Test
  void of_two_that_bring_the_same_the_one_in_reserve_says_so() throws Exception {
    done(town.shelf().install(town.jar(PluginJar.trashBin("1.0.0"))));
    Path other = town.folder().resolve("other.jar");
    PluginJar.trashBin("1.0.0").with("Bundle-SymbolicName", "com.other.bin").to(other);
    assertThat(done(town.shelf().install(other))).contains("trash-bin@1.0.0 is here twice");

    assertThat(town.shelf().list())
        .extracting(ShelfEntry::name, ShelfEntry::state)
        .containsExactly(tuple("com.acme.trash-bin", IN_USE), tuple("com.other.bin", IDLE));
    assertThat(town.shelf().list().get(1).why())
        .extracting(Wording::zh)
        .singleElement()
        .asString()
        .contains("有两份，版本和排序值相同");
  }
}
