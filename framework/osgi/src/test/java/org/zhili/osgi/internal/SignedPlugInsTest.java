package org.zhili.osgi.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.zhili.core.shelf.ShelfEntry.State.IN_USE;
import static org.zhili.core.shelf.ShelfEntry.State.KEPT_OUT;
import static org.zhili.osgi.internal.SmallTown.done;
import static org.zhili.osgi.internal.SmallTown.refused;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.zhili.core.shelf.ShelfEntry;
import org.zhili.core.shelf.TestVendors;
import org.zhili.osgi.internal.vendor.TrashBinDriver;
import org.zhili.text.Wording;

/** A city that lets in only what those it trusts have signed. */
class SignedPlugInsTest {
  private static TestVendors vendors;

  private SmallTown town;

  @BeforeAll
  static void make(@TempDir Path folder) throws Exception {
    vendors = TestVendors.in(folder);
    vendors
        .make("acme", "2026/01/01", 3650)
        .make("acme-before", "2025/01/01", 30)
        .make("other", "2026/01/01", 3650)
        .make("stranger", "2026/01/01", 3650);
  }

  @BeforeEach
  void open(@TempDir Path folder) throws Exception {
    vendors.trust("acme").trust("acme-before").trust("other");
    town = SmallTown.strict(folder, vendors.trusted());
    done(town.shelf().install(signed(PluginJar.trashBin("1.0.0"), "acme")));
  }

  @AfterEach
  void close() throws Exception {
    town.close();
  }

  private Path signed(PluginJar jar, String vendor) throws Exception {
    return vendors.sign(town.jar(jar), vendor);
  }

  @Test
  void eight_malicious_jars_are_refused_and_the_version_before_never_stops() throws Exception {
    Bundle before = town.plugIns().get(0);
    Map<Path, String> malicious = new LinkedHashMap<>();
    malicious.put(town.jar(PluginJar.trashBin("1.1.0")), "is not signed");
    malicious.put(
        TestVendors.tampered(
            signed(PluginJar.trashBin("1.2.0"), "acme"),
            TrashBinDriver.class.getName().replace('.', '/') + ".class",
            town.folder().resolve("tampered.jar")),
        "was changed after it was signed");
    malicious.put(signed(PluginJar.trashBin("1.3.0"), "stranger"), "whom this city does not trust");
    malicious.put(signed(PluginJar.trashBin("1.4.0"), "acme-before"), "whose certificate ended at");
    malicious.put(
        signed(PluginJar.trashBin("1.5.0").with("Export-Package", "org.zhili.device"), "acme"),
        "brings the package org.zhili.device, which belongs to the town itself");
    malicious.put(
        signed(
            PluginJar.trashBin("1.6.0").with("Bundle-SymbolicName", "org.apache.felix.framework"),
            "acme"),
        "is the name of a part of the town itself");
    malicious.put(signed(PluginJar.trashBin("0.9.0"), "acme"), "0.9.0 is older than 1.0.0");
    malicious.put(
        signed(PluginJar.trashBin("1.7.0").with("DynamicImport-Package", "*"), "acme"),
        "may take classes of the town, whenever it likes (DynamicImport-Package: *)");

    for (Map.Entry<Path, String> jar : malicious.entrySet()) {
      assertThat(refused(town.shelf().install(jar.getKey()))).contains(jar.getValue());
      assertThat(town.plugIns()).containsExactly(before);
      assertThat(before.getState()).isEqualTo(Bundle.ACTIVE);
      assertThat(town.drivers()).containsExactly("trash-bin@1.0.0");
    }
    assertThat(malicious).hasSize(8);
    assertThat(malicious.values()).doesNotHaveDuplicates();
  }

  @Test
  void a_version_by_another_trusted_vendor_is_refused() throws Exception {
    assertThat(refused(town.shelf().install(signed(PluginJar.trashBin("1.1.0"), "other"))))
        .contains("is signed by CN=other, and the version before by CN=acme");
  }

  @Test
  void a_plug_in_whose_vendor_is_trusted_no_more_does_not_start_again() throws Exception {
    vendors.distrust("acme");
    town.restart(false);
    assertThat(town.drivers()).isEmpty();
    assertThat(town.plugIns()).extracting(Bundle::getState).doesNotContain(Bundle.ACTIVE);
    assertThat(town.entry().state()).isEqualTo(KEPT_OUT);
    assertThat(why()).contains("does not run any more", "whom this city does not trust");

    vendors.trust("acme");
    watchTwice();
    assertThat(town.drivers()).containsExactly("trash-bin@1.0.0");
    assertThat(town.entry().state()).isEqualTo(IN_USE);
  }

  @Test
  void a_plug_in_whose_certificate_is_taken_away_stops_and_runs_again_once_it_is_back()
      throws Exception {
    done(town.shelf().install(signed(lamp(), "other")));
    vendors.distrust("acme");
    town.shelf().watch();
    assertThat(town.drivers()).as("it may be being written").hasSize(1);
    town.shelf().watch();

    assertThat(town.drivers()).isEmpty();
    assertThat(town.shelf().list())
        .extracting(ShelfEntry::name, ShelfEntry::state)
        .containsExactly(tuple("com.acme.lamp", IN_USE), tuple("com.acme.trash-bin", KEPT_OUT));
    assertThat(town.shelf().list().get(1).why())
        .extracting(Wording::en)
        .singleElement()
        .asString()
        .contains("does not run any more", "CN=acme, whom this city does not trust");

    vendors.trust("acme");
    watchTwice();
    assertThat(town.drivers()).containsExactly("trash-bin@1.0.0");
  }

  @Test
  void a_certificate_that_is_overwritten_in_place_counts_while_the_town_runs() throws Exception {
    Path file = vendors.trusted().resolve("acme.pem");
    byte[] acme = Files.readAllBytes(file);
    byte[] stranger = vendors.certificate("stranger");
    Files.write(file, stranger);
    watchTwice();
    assertThat(town.drivers()).isEmpty();
    assertThat(town.entry().state()).isEqualTo(KEPT_OUT);

    Files.write(file, acme);
    watchTwice();
    assertThat(town.drivers()).containsExactly("trash-bin@1.0.0");
  }

  @Test
  void what_is_no_certificate_does_not_count() throws Exception {
    Shelf.Circumstances before = town.shelf().circumstances(1);
    Path note = Files.writeString(vendors.trusted().resolve("README.txt"), "whom we trust");
    assertThat(town.shelf().circumstances(1)).isEqualTo(before);
    Files.delete(note);
  }

  @Test
  void the_version_before_takes_over_at_once_from_one_whose_certificate_is_taken_away()
      throws Exception {
    Path newer = PluginJar.trashBin("1.1.0").in(town.folder());
    vendors.make("acme-new", "2026/01/01", 3650, "acme").trust("acme-new");
    watchTwice();
    done(town.shelf().install(vendors.sign(newer, "acme-new")));
    vendors.distrust("acme-new");
    watchTwice();

    assertThat(town.drivers()).containsExactly("trash-bin@1.0.0");
  }

  private static PluginJar lamp() {
    return PluginJar.library("com.acme.lamp", "1.0.0");
  }

  private void watchTwice() {
    town.shelf().watch();
    town.shelf().watch();
  }

  @Test
  void a_plug_in_that_is_kept_out_is_put_in_again_when_its_vendor_is_trusted() throws Exception {
    Path jar = town.folder().resolve("stick/trash-bin-1.0.0.jar");
    vendors.distrust("acme");
    town.restart(true);
    assertThat(refused(town.shelf().install(jar))).contains("whom this city does not trust");
    assertThat(town.drivers()).isEmpty();

    vendors.trust("acme");
    done(town.shelf().install(jar));
    assertThat(town.drivers()).containsExactly("trash-bin@1.0.0");
  }

  @Test
  void the_version_before_takes_the_place_of_one_whose_vendor_is_trusted_no_more()
      throws Exception {
    Path newer = PluginJar.trashBin("1.1.0").in(town.folder());
    vendors.make("acme-again", "2026/01/01", 3650, "acme").trust("acme-again");
    done(town.shelf().install(vendors.sign(newer, "acme-again")));
    vendors.distrust("acme-again");
    town.restart(false);
    assertThat(town.drivers()).containsExactly("trash-bin@1.0.0");
    assertThat(town.entry().state()).isEqualTo(IN_USE);
  }

  @Test
  void a_certificate_that_ends_stops_nothing_that_was_let_in() throws Exception {
    Path newer = PluginJar.trashBin("1.1.0").in(town.folder());
    vendors.make("acme-short", "2026/05/01", 30, "acme").trust("acme-short");
    done(town.shelf().install(vendors.sign(newer, "acme-short")));
    town.later(Duration.ofDays(60));
    town.restart(false);
    assertThat(town.drivers()).containsExactly("trash-bin@1.1.0");
    vendors.distrust("acme-short");
  }

  @Test
  void a_jar_that_was_changed_on_the_shelf_does_not_start_again() throws Exception {
    Files.write(
        town.folder().resolve("shelf/com.acme.trash-bin/1.0.0.jar"),
        new byte[] {0},
        StandardOpenOption.APPEND);
    town.restart(false);
    assertThat(town.drivers()).isEmpty();
    assertThat(town.entry().state()).isEqualTo(KEPT_OUT);
    assertThat(why()).contains("is no longer what was put in");
  }

  @Test
  void a_plug_in_for_the_api_before_does_not_start_in_the_next_town() throws Exception {
    town.restartWithApi("2.0.0");
    assertThat(town.drivers()).isEmpty();
    assertThat(town.entry().state()).isEqualTo(KEPT_OUT);
    assertThat(why()).contains("this town offers 2.0.0", "a version built for API 2");
  }

  @Test
  void a_file_in_the_deploy_folder_is_tried_again_when_its_vendor_is_trusted() throws Exception {
    vendors.distrust("other");
    town.look();
    Path jar = town.folder().resolve("lamp.jar");
    PluginJar.trashBin("1.0.0").with("Bundle-SymbolicName", "com.other.bin").to(jar);
    Files.copy(vendors.sign(jar, "other"), town.deployed("lamp.jar"));
    town.lookTwice();
    assertThat(town.plugIns()).hasSize(1);

    vendors.trust("other");
    town.look();
    assertThat(town.plugIns()).hasSize(2);
  }

  private String why() {
    return String.join("\n", town.entry().why().stream().map(Wording::en).toList());
  }
}
