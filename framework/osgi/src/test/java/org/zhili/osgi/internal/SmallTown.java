package org.zhili.osgi.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.zhili.core.plugin.Answer;
import org.zhili.core.plugin.Guarded;
import org.zhili.core.shelf.Outcome;
import org.zhili.core.shelf.ShelfEntry;
import org.zhili.core.shelf.SignatureCheck.Policy;
import org.zhili.device.DeviceDriver;
import org.zhili.text.Wording;

/** A framework with a shelf, a door for what comes from it, and a folder that is watched. */
final class SmallTown {
  static final Instant NOW = Instant.parse("2026-05-11T01:00:00Z");

  private final Path folder;
  private final Policy policy;
  private final Path vendors;
  private Instant now = NOW;
  private Felix felix;
  private PluginDoor door;
  private Shelf shelf;
  private DeployFolder deploy;

  @SuppressWarnings("NullAway.Init") // begin fills the fields
  private SmallTown(Path folder, Policy policy, Path vendors) throws Exception {
    this.folder = folder;
    this.policy = policy;
    this.vendors = vendors;
    begin(Felix.start(folder.resolve("felix")));
  }

  static SmallTown in(Path folder) throws Exception {
    return new SmallTown(folder, Policy.OFF, folder.resolve("vendors"));
  }

  /** One that lets in what trusted vendors have signed, and nothing else. */
  static SmallTown strict(Path folder, Path vendors) throws Exception {
    return new SmallTown(folder, Policy.ENFORCE, vendors);
  }

  private void begin(Felix framework) {
    felix = framework;
    door = new PluginDoor(felix.context());
    ShelfSettings settings =
        new ShelfSettings(folder.resolve("shelf"), folder.resolve("deploy"), policy, vendors);
    shelf = new Shelf(felix.context(), door, settings, () -> now);
    shelf.putInOrder();
    deploy = new DeployFolder(settings.deploy(), shelf);
  }

  Path folder() {
    return folder;
  }

  /** A file of the folder that is watched. */
  Path deployed(String name) {
    return folder.resolve("deploy").resolve(name);
  }

  BundleContext context() {
    return felix.context();
  }

  PluginDoor door() {
    return door;
  }

  Shelf shelf() {
    return shelf;
  }

  void look() {
    deploy.look();
  }

  void lookTwice() {
    deploy.look();
    deploy.look();
  }

  /** Put a jar into the folder that is watched, and let it be taken. */
  void deploy(String name, PluginJar jar) throws IOException {
    jar.to(deployed(name));
    lookTwice();
  }

  /** Write a jar onto a stick. */
  Path jar(PluginJar jar) throws IOException {
    return jar.in(folder.resolve("stick"));
  }

  List<String> drivers() {
    return door.gate().of(DeviceDriver.class).stream()
        .map(Guarded::identity)
        .map(Object::toString)
        .toList();
  }

  /** Have the one driver fail, as often as a new version may not. */
  void failOften() {
    Guarded<DeviceDriver> driver = door.gate().of(DeviceDriver.class).get(0);
    for (int i = 0; i < 10; i++) {
      fail(driver);
    }
  }

  static void fail(Guarded<DeviceDriver> driver) {
    assertThat(
            driver.<String>ask(
                broken -> {
                  throw new IllegalStateException("as if decode had failed");
                }))
        .isInstanceOf(Answer.Broke.class);
  }

  ShelfEntry entry() {
    assertThat(shelf.list()).hasSize(1);
    return shelf.list().get(0);
  }

  List<Bundle> plugIns() {
    return Stream.of(felix.context().getBundles()).filter(TownBundles::isOnShelf).toList();
  }

  /** Let time pass. */
  void later(Duration by) {
    now = now.plus(by);
  }

  void restart(boolean withoutCache) throws Exception {
    close();
    begin(Felix.start(folder.resolve(withoutCache ? "felix-anew" : "felix")));
  }

  /** Go on with another version of the API, as after an update of the town. */
  void restartWithApi(String version) throws Exception {
    close();
    begin(Felix.start(folder.resolve("felix"), version));
  }

  void close() throws Exception {
    door.close();
    felix.close();
  }

  private static String english(Outcome outcome) {
    return String.join("\n", outcome.sentences().stream().map(Wording::en).toList());
  }

  static String done(Outcome outcome) {
    assertThat(outcome).as(english(outcome)).isInstanceOf(Outcome.Done.class);
    return english(outcome);
  }

  static String refused(Outcome outcome) {
    assertThat(outcome).as(english(outcome)).isInstanceOf(Outcome.Refused.class);
    return english(outcome);
  }
}
