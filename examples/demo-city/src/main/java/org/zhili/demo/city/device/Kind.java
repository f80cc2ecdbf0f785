package org.zhili.demo.city.device;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** The kinds of sensors in this city, with what can be wrong with the things they watch. */
public enum Kind {
  /** A cover whose sensor speaks the city's JSON. */
  CITY_COVER(
      "manhole_cover",
      "city-json",
      new Trouble("tilted", "status", 50),
      new Trouble("displaced", "status", 15),
      new Trouble("missing", "status", 10),
      new Trouble("damaged", "status", 15),
      new Trouble("flooded", "status", 5),
      new Trouble("rattling", "status", 5)),
  /** A cover with an EM320-TILT. */
  TILT_COVER("manhole_cover", "milesight-em320-tilt", new Trouble("tilted", "cover.moved", 1)),
  /** A bin whose sensor speaks the city's JSON. */
  CITY_BIN(
      "trash_bin",
      "city-json",
      new Trouble("full", "status", 85),
      new Trouble("tilted", "status", 10),
      new Trouble("fire", "status", 5)),
  /** A bin with an EM400-UDL. */
  DISTANCE_BIN(
      "trash_bin",
      "milesight-em400-udl",
      new Trouble("full", "bin.distance", 90),
      new Trouble("tilted", "bin.tilted", 10));

  private final String type;
  private final String driver;

  @SuppressWarnings("ImmutableEnumChecker") // made by List.of
  private final List<Trouble> troubles;

  Kind(String type, String driver, Trouble... troubles) {
    this.type = type;
    this.driver = driver;
    this.troubles = List.of(troubles);
  }

  /**
   * Something that can be wrong.
   *
   * @param condition what the town calls it
   * @param metric the reading that shows it
   * @param weight how often it happens, beside the others of its kind
   */
  public record Trouble(String condition, String metric, int weight) {}

  /** The kind of a device as it is registered. */
  public static Optional<Kind> of(String type, String driver) {
    return Arrays.stream(values())
        .filter(kind -> kind.type.equals(type) && kind.driver.equals(driver))
        .findFirst();
  }

  /** What kind of thing it watches. */
  public String type() {
    return type;
  }

  /** Id of the driver that decodes it. */
  public String driver() {
    return driver;
  }

  /** Whether it comes in through a gateway, as LoRa devices do. */
  public boolean behindGateway() {
    return !driver.equals("city-json");
  }

  public List<Trouble> troubles() {
    return troubles;
  }

  /** One of its troubles, the frequent ones more often. */
  Trouble trouble(Random random) {
    int left = random.nextInt(troubles.stream().mapToInt(Trouble::weight).sum());
    for (Trouble trouble : troubles) {
      left -= trouble.weight();
      if (left < 0) {
        return trouble;
      }
    }
    throw new IllegalStateException(this + " has no troubles");
  }
}
