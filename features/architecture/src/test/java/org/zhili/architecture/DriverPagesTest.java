package org.zhili.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
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

  /** A link to the table a driver reads its metrics from. */
  private static final Pattern TABLE = Pattern.compile("\\(src/main/resources/\\S+\\.csv\\)");

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
    Set<Metric> metrics = driver.info().metrics();
    if (TABLE.matcher(section(driver)).find()) {
      // a page cannot hold the tables of a standard: it shows some, and says where all of them are
      assertThat(metrics).anySatisfy(metric -> assertThat(rows).anyMatch(r -> tells(r, metric)));
    } else {
      assertThat(metrics).allSatisfy(metric -> assertThat(rows).anyMatch(r -> tells(r, metric)));
    }
  }

  /** Whether a row of a table names the metric in a cell and its unit in the next. */
  private static boolean tells(String row, Metric metric) {
    String[] cells = row.split("\\|", -1);
    return IntStream.range(1, cells.length - 1)
        .anyMatch(
            i ->
                cells[i].contains("`" + metric.key() + "`")
                    && cells[i + 1].strip().equals(metric.unit()));
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
