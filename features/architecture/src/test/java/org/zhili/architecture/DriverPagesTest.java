package org.zhili.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.ServiceLoader;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.zhili.device.DeviceDriver;
import org.zhili.device.Metric;

/**
 * The README of a driver says what it is for, from what document, and all it reports. Where one
 * README is for several drivers, each has a section whose heading names its id.
 */
class DriverPagesTest {
  private static final int AT_LEAST = 11;

  static List<DeviceDriver> drivers() {
    return ServiceLoader.load(DeviceDriver.class).stream()
        .map(ServiceLoader.Provider::get)
        .toList();
  }

  @Test
  void the_drivers_are_seen() {
    assertThat(drivers()).hasSizeGreaterThanOrEqualTo(AT_LEAST);
  }

  @ParameterizedTest
  @MethodSource("drivers")
  void a_driver_tells_its_device_document_and_firmware(DeviceDriver driver) {
    assertThat(section(driver)).contains("* **Document**: ", "* **Tested firmware**: ");
    assertThat(page(driver)).contains(driver.info().topicFilters());
    assertThat(page(driver)).contains("**Topics**");
  }

  @ParameterizedTest
  @MethodSource("drivers")
  void a_driver_tells_every_metric_with_its_unit(DeviceDriver driver) {
    List<String> rows = section(driver).lines().filter(line -> line.startsWith("|")).toList();
    assertThat(driver.info().metrics())
        .allSatisfy(metric -> assertThat(rows).anyMatch(row -> tells(row, metric)));
  }

  /** Whether a row of a table names the metric in its first cell and the unit in its second. */
  private static boolean tells(String row, Metric metric) {
    String[] cells = row.split("\\|", -1);
    return cells.length > 2
        && cells[1].contains("`" + metric.key() + "`")
        && cells[2].strip().equals(metric.unit());
  }

  private static String section(DeviceDriver driver) {
    String named = "`" + driver.info().id() + "`";
    return Arrays.stream(page(driver).split("(?m)^(?=## )", -1))
        .filter(section -> section.lines().findFirst().orElse("").contains(named))
        .findFirst()
        .orElseGet(() -> page(driver));
  }

  /** The one README that names the driver. */
  private static String page(DeviceDriver driver) {
    Pattern named = Pattern.compile("[Dd]river `" + Pattern.quote(driver.info().id()) + "`");
    List<String> pages =
        Town.MODULES.stream()
            .filter(Artifact::isDriver)
            .map(module -> read(Reactor.root().resolve(module.folder()).resolve("README.md")))
            .filter(page -> named.matcher(page).find())
            .toList();
    assertThat(pages).as("pages that say \"driver `" + driver.info().id() + "`\"").hasSize(1);
    return pages.get(0);
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
