package org.zhili.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.zhili.core.shelf.TestVendors;
import org.zhili.itests.acme.AcmeTiltDriver;
import org.zhili.itests.vendor.LevelDriver;

/** A vendor's plug-in with tables, by the words a technician types into the town's shell. */
@ExtendWith(SharedTown.class)
class ModuleIT {
  private static final Path STICK = Path.of(System.getProperty("it.dir"), "stick").toAbsolutePath();
  private static final String ENGLISH = "zhili.lang = en";
  private static final String MORE = "create table if not exists vendor_level_b (id int);";

  /** What the driver says of the two bytes 1e 2a. */
  private static final String ANSWER = "level = Measure[value=42.0]";

  @Test
  void a_plug_in_is_put_in_updated_put_back_and_taken_out_and_nobody_else_notices(ExamTown exam)
      throws Exception {
    Town town = exam.town();
    assertThat(town.people().administrator().get("/session").status()).isEqualTo(200);
    String others = STICK.resolveSibling("others.txt").toString();
    int mark = town.log().mark();
    exam.inside(OthersProbe.class, "note", VendorJar.NAME, others);

    assertThat(module(town, "install " + jar("1.0.0", VendorJar.of("1.0.0"))))
        .contains("com.acme.level 1.0.0 is put in.", "driver vendor-level, in use", ANSWER);
    Eventually.passes(
        () ->
            assertThat(town.log().since(mark))
                .anyMatch(line -> line.contains(VendorJar.NAME + " 1.0.0 has its database")));
    for (Map.Entry<Path, String> broken : broken().entrySet()) {
      assertThat(module(town, "update " + broken.getKey()))
          .as(broken.getKey().toString())
          .contains("[!]", broken.getValue(), ANSWER);
    }
    assertThat(module(town, "list")).containsPattern("com.acme.level {2}1.0.0 {2}in use");

    Path newer = jar("1.1.0", VendorJar.of("1.1.0").script("V2__more.sql", MORE));
    assertThat(module(town, "update " + newer))
        .contains("com.acme.level 1.1.0 took the place of 1.0.0", ANSWER);
    assertThat(module(town, "why vendor-level"))
        .contains("It brings driver vendor-level", "Before it was 1.0.0", newer.toString());
    assertThat(module(town, "rollback vendor-level"))
        .contains("com.acme.level is back to 1.0.0; 1.1.0 was taken out", ANSWER);
    assertThat(module(town, "remove vendor-level"))
        .contains("com.acme.level 1.0.0 is taken out")
        .doesNotContain(ANSWER);
    assertThat(module(town, "install " + STICK.resolve("1.0.0.jar")))
        .contains("[!]", "changed by a newer version (script 2)");

    exam.inside(OthersProbe.class, "areUntouched", VendorJar.NAME, others);
    assertThat(Log.refreshes(town.log().since(mark))).isEmpty();
  }

  @Test
  void the_same_is_done_over_rest(Town town) throws Exception {
    Rest shelf = town.people().administrator();
    assertThat(shelf.post("/shelf?file=acme-1.0.jar", acme("1.0.0")).expect(200).body())
        .contains("org.zhili.itests.acme 1.0.0 is put in.", "acme-tilt");
    assertThat(shelf.post("/shelf?file=half.jar", half(acme("1.1.0"))).expect(409).body())
        .contains("half.jar is not a whole jar", "half.jar 不是完整的 jar 文件");
    assertThat(shelf.post("/shelf?file=acme-1.1.jar", acme("1.1.0")).expect(200).body())
        .contains("org.zhili.itests.acme 1.1.0 took the place of 1.0.0");
    assertThat(shelf.read("/shelf/acme-tilt").at("/0/version").asText()).isEqualTo("1.1.0");
    assertThat(shelf.post("/shelf/acme-tilt/rollback").expect(200).body())
        .contains("org.zhili.itests.acme is back to 1.0.0; 1.1.0 was taken out");
    assertThat(shelf.delete("/shelf/acme-tilt").expect(200).body())
        .contains("org.zhili.itests.acme 1.0.0 is taken out");
    shelf.get("/shelf/acme-tilt").expect(404);
    assertThat(town.people().operator().get("/shelf").status()).isEqualTo(403);
  }

  private static Path acme(String version) throws Exception {
    return BundleJar.of(AcmeTiltDriver.class, version, STICK.resolve("acme-" + version + ".jar"));
  }

  /** Seven updates that must not come in, and what is said about each. */
  private static Map<Path, String> broken() throws Exception {
    Map<Path, String> broken = new LinkedHashMap<>();
    broken.put(
        jar("import", VendorJar.of("1.1.0").importing("com.acme.codec;version=\"[3.1,4)\"")),
        "needs the package com.acme.codec in version 3.1, which nobody here offers");
    broken.put(jar("constructor", VendorJar.of("1.1.0").failing()), "cannot make its driver");
    broken.put(
        jar("api", VendorJar.of("1.1.0").importing("org.zhili.device;version=\"[9,10)\"")),
        "needs the package org.zhili.device in version 9; this town offers 1.");
    broken.put(half(jar("whole", VendorJar.of("1.1.0"))), "half.jar is not a whole jar");
    broken.put(tampered(jar("signed", VendorJar.of("1.1.0"))), "was changed after it was signed");
    broken.put(
        jar(
            "tables",
            VendorJar.of("1.1.0")
                .script("V1__level.sql", "create table vendor_level_a (id bigint);")),
        "V1__level.sql is not the one that ran here before");
    broken.put(
        jar("script", VendorJar.of("1.1.0").script("V2__more.sql", "create tabel vendor_level_b;")),
        "cannot change its tables");
    return broken;
  }

  private static Path jar(String name, VendorJar jar) throws Exception {
    return jar.to(STICK.resolve(name + ".jar"));
  }

  private static Path half(Path jar) throws IOException {
    byte[] bytes = Files.readAllBytes(jar);
    return Files.write(STICK.resolve("half.jar"), Arrays.copyOf(bytes, bytes.length / 2));
  }

  private static Path tampered(Path jar) throws Exception {
    TestVendors.in(Files.createTempDirectory(STICK, "keys"))
        .make("acme", "2026/01/01", 3650)
        .sign(jar, "acme");
    String driver = LevelDriver.class.getName().replace('.', '/') + ".class";
    return TestVendors.tampered(jar, driver, STICK.resolve("tampered.jar"));
  }

  /** Say this to the shelf, and then have the driver tried; all that was printed. */
  private static String module(Town town, String words) {
    return town.console()
        .run(ENGLISH, "zhili:module " + words, "zhili:driver test vendor-level 1e2a");
  }

  @Test
  void a_jar_that_is_deleted_while_the_town_is_stopped_is_gone_when_it_starts(UnpackedTown town)
      throws Exception {
    assertThat(town.town().people().administrator().get("/session").status()).isEqualTo(200);
    Path file = town.town().home().resolve("deploy/level.jar");
    Path made = jar("1.0.0", VendorJar.of("1.0.0"));
    Files.copy(made, file);
    Eventually.passes(
        () -> assertThat(module(town.town(), "list")).contains(file.toString(), ANSWER));

    town.stop();
    town.start();
    assertThat(module(town.town(), "list")).contains(file.toString(), ANSWER);

    town.stop();
    Files.delete(file);
    town.start();
    Eventually.passes(
        () ->
            assertThat(module(town.town(), "list"))
                .contains("Plug-ins: ")
                .doesNotContain(VendorJar.NAME, ANSWER));
  }
}
