package org.zhili.demo.city.device;

import org.zhili.demo.city.town.Bodies.Position;

/** Where the cells of the sample district lie: six rows of ten blocks of 100 m, in empty desert. */
final class Grid {
  private static final double WEST = 101.6;
  private static final double SOUTH = 39.8;
  private static final double METRES_NORTH = 111_132;
  private static final double METRES_EAST = 111_320 * Math.cos(Math.toRadians(SOUTH));
  private static final double BLOCK = 100;
  private static final int HALF = 5;

  private Grid() {}

  /**
   * A place in a cell.
   *
   * @param cell its code: division (6), street (3), community (3), cell (3)
   * @param east from 0, its western side, to 1
   * @param north from 0, its southern side, to 1
   */
  static Position in(String cell, double east, double north) {
    boolean eastern = cell.startsWith("001", 6);
    int community = Integer.parseInt(cell.substring(9, 12)) - 1;
    int number = Integer.parseInt(cell.substring(12, 15)) - 1;
    double column = number % HALF + (eastern ? HALF : 0) + east;
    int row = community * 2 + number / HALF;
    return new Position(
        rounded(SOUTH + (row + north) * BLOCK / METRES_NORTH),
        rounded(WEST + column * BLOCK / METRES_EAST));
  }

  private static double rounded(double degrees) {
    return Math.round(degrees * 1e6) / 1e6;
  }
}
