package org.zhili.citypack.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.zhili.device.Value;

/** Reads the rings of one area and finds what no outline can be like; each ring has one fault. */
final class Rings {
  private static final int SHORTEST = 4;
  private static final double WIDEST_DEGREES = 10;

  /** In square degrees; about a hundredth of a square metre. */
  private static final double NOTHING = 1e-12;

  /** A longer ring is taken as it is: to compare all its sides could take minutes. */
  private static final int LONGEST_COMPARED = 10_000;

  private final String area;
  private final Faults faults;
  private int positions;

  Rings(String area, Faults faults) {
    this.area = area;
    this.faults = faults;
  }

  int positions() {
    return positions;
  }

  static List<Json> items(Json json) {
    return json instanceof Json.Array array ? array.items() : List.of();
  }

  List<List<Value.Position>> polygon(Json json) {
    if (items(json).isEmpty()) {
      faults.add(json.at(), Problem.RING_TOO_SHORT, area);
    }
    return items(json).stream().map(this::ring).toList();
  }

  /** What can only be said of all rings. */
  void checkTogether(At at, List<List<List<Value.Position>>> polygons) {
    List<Value.Position> all =
        polygons.stream().flatMap(List::stream).flatMap(List::stream).toList();
    if (polygons.isEmpty()) {
      faults.add(at, Problem.RING_TOO_SHORT, area);
    } else if (Math.max(
            extent(all, Value.Position::latitude), extent(all, Value.Position::longitude))
        > WIDEST_DEGREES) {
      faults.add(at, Problem.SHAPE_TOO_LARGE, area, "10");
    }
  }

  private static double extent(
      List<Value.Position> positions, ToDoubleFunction<Value.Position> coordinate) {
    DoubleSummaryStatistics all = positions.stream().mapToDouble(coordinate).summaryStatistics();
    return all.getMax() - all.getMin();
  }

  private List<Value.Position> ring(Json json) {
    List<Json> items = items(json);
    positions += items.size();
    List<Value.Position> ring = new ArrayList<>();
    for (Json item : items) {
      Optional<Value.Position> position = position(item);
      if (position.isEmpty()) {
        faults.add(item.at(), Problem.NOT_A_POSITION, area, "[101.6013, 39.8005]");
        return List.of();
      }
      ring.add(position.get());
    }
    if (ring.size() < SHORTEST) {
      faults.add(json.at(), Problem.RING_TOO_SHORT, area);
    } else if (!ring.get(0).equals(ring.get(ring.size() - 1))) {
      faults.add(items.get(items.size() - 1).at(), Problem.RING_OPEN, area);
    } else if (Math.abs(twiceTheArea(ring)) < NOTHING) {
      faults.add(json.at(), Problem.RING_EMPTY, area);
    } else if (ring.size() <= LONGEST_COMPARED) {
      crossing(ring).ifPresent(at -> faults.add(items.get(at).at(), Problem.RING_CROSSES, area));
    }
    return ring;
  }

  /** Longitude and latitude; a height behind them is left aside. */
  private static Optional<Value.Position> position(Json json) {
    List<Json> numbers = items(json);
    if (numbers.size() < 2
        || numbers.size() > 3
        || !numbers.stream().allMatch(number -> number instanceof Json.Numeral)) {
      return Optional.empty();
    }
    double longitude = number(numbers.get(0));
    double latitude = number(numbers.get(1));
    return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180
        ? Optional.of(new Value.Position(latitude, longitude))
        : Optional.empty();
  }

  private static double number(Json json) {
    return Double.parseDouble(((Json.Numeral) json).value());
  }

  private static double twiceTheArea(List<Value.Position> ring) {
    double sum = 0;
    Value.Position first = ring.get(0);
    for (int i = 1; i < ring.size(); i++) {
      sum += cross(first, ring.get(i - 1), ring.get(i));
    }
    return sum;
  }

  /** Positive when c lies to the left of the way from a to b. */
  private static double cross(Value.Position a, Value.Position b, Value.Position c) {
    return (b.longitude() - a.longitude()) * (c.latitude() - a.latitude())
        - (b.latitude() - a.latitude()) * (c.longitude() - a.longitude());
  }

  private record Side(int at, Value.Position from, Value.Position to) {
    double west() {
      return Math.min(from.longitude(), to.longitude());
    }

    double east() {
      return Math.max(from.longitude(), to.longitude());
    }

    /** Touching is allowed: outlines of joined areas do. */
    boolean crosses(Side other) {
      return cross(from, to, other.from) * cross(from, to, other.to) < 0
          && cross(other.from, other.to, from) * cross(other.from, other.to, to) < 0;
    }
  }

  /** Where a ring crosses itself; sides that lie apart from west to east are not compared. */
  private static Optional<Integer> crossing(List<Value.Position> ring) {
    List<Side> sides = new ArrayList<>();
    for (int i = 1; i < ring.size(); i++) {
      sides.add(new Side(i, ring.get(i - 1), ring.get(i)));
    }
    sides.sort(Comparator.comparingDouble(Side::west));
    for (int i = 0; i < sides.size(); i++) {
      Side side = sides.get(i);
      for (int j = i + 1; j < sides.size() && sides.get(j).west() <= side.east(); j++) {
        if (side.crosses(sides.get(j))) {
          return Optional.of(Math.max(side.at, sides.get(j).at));
        }
      }
    }
    return Optional.empty();
  }
}
