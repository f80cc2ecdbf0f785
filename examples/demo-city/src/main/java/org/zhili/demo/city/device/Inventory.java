package org.zhili.demo.city.device;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Thinks up the covers and bins of the city, spread over its cells. */
public final class Inventory {
  private static final String DIVISION = "990001";
  private static final int SERIES = 1000;

  /**
   * What covers there are: type, sub-class in the asset's code, owner, and how many in a hundred.
   */
  private static final List<Cover> COVERS =
      List.of(
          new Cover("rainwater_cover", "03", Optional.of("drainage"), 22),
          new Cover("sewer_cover", "02", Optional.of("drainage"), 22),
          new Cover("manhole_cover", "99", Optional.of("municipal-works"), 18),
          new Cover("water_cover", "01", Optional.of("water-company"), 12),
          new Cover("telecom_cover", "98", Optional.of("telecom-company"), 10),
          new Cover("power_cover", "97", Optional.of("power-company"), 6),
          new Cover("gas_cover", "11", Optional.of("gas-company"), 5),
          new Cover("street_lamp_cover", "06", Optional.empty(), 3),
          new Cover("unknown_cover", "23", Optional.empty(), 2));

  private final List<String> cells;
  private final Random random;
  private final List<Thing> things = new ArrayList<>();

  private record Cover(String type, String subClass, Optional<String> owner, int share) {}

  private Inventory(List<String> cells, Random random) {
    this.cells = cells;
    this.random = random;
  }

  /**
   * Think them up.
   *
   * @param cells codes of the cells
   * @param each how many of each kind
   */
  public static List<Thing> of(List<String> cells, int each, Random random) {
    Inventory inventory = new Inventory(cells, random);
    int series = 0;
    for (Kind kind : Kind.values()) {
      series += SERIES;
      for (int i = 1; i <= each; i++) {
        inventory.add(kind, series + i);
      }
    }
    return List.copyOf(inventory.things);
  }

  private void add(Kind kind, int number) {
    boolean isCover = kind.type().equals("manhole_cover");
    Cover what = isCover ? cover() : new Cover("trash_bin", "05", Optional.of("sanitation"), 100);
    String cell = cells.get(random.nextInt(cells.size()));
    things.add(
        new Thing(
            (isCover ? "MC-" : "BIN-") + number,
            kind,
            DIVISION + (isCover ? "01" : "03") + what.subClass() + String.format("%06d", number),
            what.type(),
            cell,
            number,
            Grid.in(cell, random.nextDouble(), random.nextDouble()),
            what.owner()));
  }

  private Cover cover() {
    int left = random.nextInt(100);
    for (Cover cover : COVERS) {
      left -= cover.share();
      if (left < 0) {
        return cover;
      }
    }
    return COVERS.get(0);
  }
}
