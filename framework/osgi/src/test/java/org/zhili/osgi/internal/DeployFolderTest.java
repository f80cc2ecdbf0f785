package org.zhili.osgi.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhili.core.shelf.ShelfEntry.State.IN_USE;
import static org.zhili.core.shelf.ShelfEntry.State.REFUSED;
import static org.zhili.osgi.internal.SmallTown.done;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhili.core.shelf.ShelfEntry;
import org.zhili.text.Wording;

class DeployFolderTest {
  private SmallTown town;
  private Path file;

  @BeforeEach
  void open(@TempDir Path folder) throws Exception {
    town = SmallTown.in(folder);
    file = town.deployed("trash-bin.jar");
  }

  @AfterEach
  void close() throws Exception {
    town.close();
  }

  @Test
  void a_file_is_put_in_updated_and_taken_out() throws Exception {
    PluginJar.trashBin("1.0.0").to(file);
    town.look();
    assertThat(town.drivers()).as("it may still be copied").isEmpty();
    town.look();
    assertThat(town.drivers()).containsExactly("trash-bin@1.0.0");

    town.deploy("trash-bin.jar", PluginJar.trashBin("1.1.0"));
    assertThat(town.drivers()).containsExactly("trash-bin@1.1.0");

    Files.writeString(file, "half a jar");
    town.lookTwice();
    assertThat(town.drivers()).containsExactly("trash-bin@1.1.0");
    assertThat(town.shelf().list()).extracting(ShelfEntry::state).containsExactly(IN_USE, REFUSED);

    Files.delete(file);
    town.look();
    assertThat(town.drivers()).as("it may be written anew").containsExactly("trash-bin@1.1.0");
    town.look();
    assertThat(town.drivers()).isEmpty();
    assertThat(town.shelf().list()).isEmpty();
  }

  @Test
  void what_was_deleted_while_the_town_was_stopped_is_gone() throws Exception {
    town.deploy("trash-bin.jar", PluginJar.trashBin("1.0.0"));
    Files.delete(file);
    town.restart(false);
    town.lookTwice();

    assertThat(town.drivers()).isEmpty();
    assertThat(town.plugIns()).isEmpty();
  }

  @Test
  void another_file_may_take_over_at_once() throws Exception {
    town.deploy("trash-bin.jar", PluginJar.trashBin("1.0.0"));
    PluginJar.trashBin("1.1.0").to(town.deployed("bin-1.1.jar"));
    Files.delete(file);
    town.lookTwice();
    town.look();

    assertThat(town.drivers()).containsExactly("trash-bin@1.1.0");
    assertThat(town.entry().before()).contains("1.0.0");
  }

  @Test
  void nothing_is_taken_out_while_the_folder_is_away_or_another() throws Exception {
    town.deploy("trash-bin.jar", PluginJar.trashBin("1.0.0"));
    Path folder = town.folder().resolve("deploy");
    Path elsewhere = folder.resolveSibling("unmounted");
    Files.move(folder, elsewhere);
    town.lookTwice();
    assertThat(town.drivers()).as("no folder").containsExactly("trash-bin@1.0.0");

    Files.createDirectory(folder); // as the empty place of a disk that is not mounted
    town.lookTwice();
    town.restart(false);
    town.lookTwice();
    assertThat(town.drivers()).as("another folder").containsExactly("trash-bin@1.0.0");

    Files.delete(folder);
    Files.move(elsewhere, folder);
    town.lookTwice();
    Files.delete(file);
    town.lookTwice();
    assertThat(town.drivers()).as("the folder it came from").isEmpty();
  }

  @Test
  void a_jar_that_came_too_early_is_taken_when_what_it_needs_has_come() throws Exception {
    town.deploy("a.jar", PluginJar.trashBin("1.0.0").importing("com.acme.codec;version=\"[1,2)\""));
    assertThat(town.drivers()).isEmpty();
    assertThat(town.entry().state()).isEqualTo(REFUSED);

    town.deploy("b.jar", PluginJar.codec("1.0.0"));
    town.look();
    assertThat(town.drivers()).containsExactly("trash-bin@1.0.0");
    assertThat(town.shelf().list()).extracting(ShelfEntry::state).containsOnly(IN_USE);

    town.restart(true);
    assertThat(town.drivers()).as("whatever is started first").hasSize(1);
  }

  @Test
  void what_was_taken_back_or_removed_does_not_come_again_from_its_file() throws Exception {
    town.deploy("trash-bin.jar", PluginJar.trashBin("1.0.0"));
    town.deploy("trash-bin.jar", PluginJar.trashBin("1.1.0"));
    done(town.shelf().rollback("trash-bin"));
    town.restart(false);
    town.lookTwice();
    assertThat(town.drivers()).containsExactly("trash-bin@1.0.0");

    assertThat(done(town.shelf().remove("trash-bin"))).contains("trash-bin.jar.removed");
    town.lookTwice();
    assertThat(town.drivers()).isEmpty();
  }

  @Test
  void what_was_updated_from_elsewhere_is_removed_with_its_file() throws Exception {
    town.deploy("trash-bin.jar", PluginJar.trashBin("1.0.0"));
    done(town.shelf().update(town.jar(PluginJar.trashBin("1.1.0"))));
    done(town.shelf().update(town.jar(PluginJar.trashBin("1.2.0"))));

    assertThat(done(town.shelf().remove("trash-bin"))).contains("trash-bin.jar.removed");
    town.lookTwice();
    town.restart(false);
    town.lookTwice();
    assertThat(town.drivers()).isEmpty();
  }

  @Test
  void one_of_a_kar_may_be_removed_and_the_others_stay() throws Exception {
    Path codec = PluginJar.codec("1.0.0").to(town.folder().resolve("codec.jar"));
    Files.createDirectories(file.getParent());
    Kar.of(town.deployed("acme.kar"), town.jar(PluginJar.trashBin("1.0.0")), codec);
    town.lookTwice();
    assertThat(town.shelf().list()).hasSize(2);

    done(town.shelf().remove("trash-bin"));
    town.lookTwice();
    town.restart(false);
    town.lookTwice();
    assertThat(town.drivers()).isEmpty();
    assertThat(town.entry().name()).isEqualTo("com.acme.codec");
  }

  @Test
  void what_was_taken_back_does_not_come_again_from_its_kar() throws Exception {
    done(town.shelf().install(town.jar(PluginJar.trashBin("1.0.0"))));
    Files.createDirectories(file.getParent());
    Kar.of(town.deployed("acme.kar"), town.jar(PluginJar.trashBin("1.1.0")));
    town.lookTwice();
    assertThat(town.drivers()).containsExactly("trash-bin@1.1.0");

    done(town.shelf().rollback("trash-bin"));
    town.restart(false);
    town.lookTwice();
    assertThat(town.drivers()).containsExactly("trash-bin@1.0.0");
  }

  @Test
  void a_version_that_gives_way_leaves_the_one_whose_file_it_replaced() throws Exception {
    town.deploy("trash-bin.jar", PluginJar.trashBin("1.0.0"));
    PluginJar.trashBin("1.1.0").to(town.deployed("bin-1.1.jar"));
    Files.delete(file);
    town.lookTwice();
    town.failOften();
    town.shelf().watch();
    town.lookTwice();

    assertThat(town.drivers()).containsExactly("trash-bin@1.0.0");
  }

  @Test
  void going_back_to_a_version_whose_file_was_replaced_keeps_it() throws Exception {
    town.deploy("trash-bin.jar", PluginJar.trashBin("1.0.0"));
    PluginJar.trashBin("1.1.0").to(town.deployed("bin-1.1.jar"));
    Files.delete(file);
    town.lookTwice();
    done(town.shelf().rollback("trash-bin"));
    town.lookTwice();

    assertThat(town.drivers()).containsExactly("trash-bin@1.0.0");
    assertThat(town.entry().source()).endsWith("com.acme.trash-bin/1.0.0.jar");
  }

  @Test
  void an_older_version_put_back_into_its_file_takes_its_place_again() throws Exception {
    town.deploy("trash-bin.jar", PluginJar.trashBin("1.0.0"));
    Path older = Files.copy(file, town.folder().resolve("older.jar"));
    town.deploy("trash-bin.jar", PluginJar.trashBin("1.1.0"));
    Path newer = Files.copy(file, town.folder().resolve("newer.jar"));
    Files.copy(older, file, StandardCopyOption.REPLACE_EXISTING);
    town.look();

    assertThat(done(town.shelf().follow(file))).contains("back to 1.0.0; 1.1.0 was taken out");
    assertThat(town.drivers()).containsExactly("trash-bin@1.0.0");
    town.restart(false);
    town.lookTwice();
    assertThat(town.drivers()).as("it stays").containsExactly("trash-bin@1.0.0");

    Files.copy(newer, file, StandardCopyOption.REPLACE_EXISTING);
    town.lookTwice();
    assertThat(town.drivers()).as("and forward again").containsExactly("trash-bin@1.1.0");
    Files.delete(file);
    town.lookTwice();
    assertThat(town.drivers()).isEmpty();
  }

  @Test
  void what_a_file_holds_and_is_not_put_in_is_told() throws Exception {
    town.deploy("trash-bin.jar", PluginJar.trashBin("1.0.0"));
    town.deploy("bin-1.1.jar", PluginJar.trashBin("1.1.0"));
    assertThat(done(town.shelf().follow(file)))
        .contains("1.0.0 in " + file + " is left alone, since 1.1.0 took its place");
    assertThat(done(town.shelf().follow(town.deployed("bin-1.1.jar")))).isEmpty();

    done(town.shelf().rollback("trash-bin"));
    assertThat(done(town.shelf().follow(town.deployed("bin-1.1.jar"))))
        .contains("is left alone, since it was taken back for 1.0.0", "zhili:module install");
    assertThat(town.drivers()).containsExactly("trash-bin@1.0.0");
  }

  @Test
  void what_lies_again_in_a_file_may_no_longer_fit() throws Exception {
    town.deploy("b.jar", PluginJar.codec("1.0.0"));
    town.deploy(
        "trash-bin.jar", PluginJar.trashBin("1.0.0").importing("com.acme.codec;version=\"[1,2)\""));
    Path older = Files.copy(file, town.folder().resolve("older.jar"));
    town.deploy("trash-bin.jar", PluginJar.trashBin("1.1.0"));
    Files.delete(town.deployed("b.jar"));
    town.lookTwice();
    Files.copy(older, file, StandardCopyOption.REPLACE_EXISTING);
    town.lookTwice();

    assertThat(town.drivers()).containsExactly("trash-bin@1.1.0");
    assertThat(town.shelf().list()).extracting(ShelfEntry::state).containsExactly(IN_USE, REFUSED);
    assertThat(town.shelf().list().get(1).why())
        .extracting(Wording::en)
        .singleElement()
        .asString()
        .contains("needs the package com.acme.codec");
  }
}
