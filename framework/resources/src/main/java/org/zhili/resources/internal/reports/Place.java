package org.zhili.resources.internal.reports;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.zhili.device.Value;
import org.zhili.id.AreaId;

/**
 * Where something is, as far as others may know: a position to fifty metres, and an address only to
 * be compared.
 */
record Place(String address, AreaId area, Optional<Value.Position> blurred) {
  private static final double BLUR_METRES = 50;
  private static final double NEAR_METRES = 200;
  private static final double METRES_PER_DEGREE = 111_320;
  private static final double ALIKE = 0.5;
  private static final Pattern NUMBER = Pattern.compile("\\d+");
  private static final Pattern UNSAID = Pattern.compile("[\\p{P}\\p{S}\\p{Z}]");

  static Place of(String address, AreaId area, Optional<Value.Position> position) {
    return new Place(address, area, position.map(Place::blurred));
  }

  /** The middle of the field of fifty metres it lies in, so that asking often tells no more. */
  private static Value.Position blurred(Value.Position position) {
    double degrees = BLUR_METRES / METRES_PER_DEGREE;
    double latitude = middle(position.latitude(), degrees);
    double longitude = middle(position.longitude(), degrees / shrink(latitude));
    return new Value.Position(within(90, latitude), within(180, longitude));
  }

  /** The middle of the outermost field lies beyond the end of the world. */
  private static double within(double most, double degrees) {
    return Math.max(-most, Math.min(most, degrees));
  }

  private static double middle(double degrees, double field) {
    return (Math.floor(degrees / field) + 0.5) * field;
  }

  /** How much shorter a degree of longitude is than one of latitude. */
  private static double shrink(double latitude) {
    return Math.max(Math.cos(Math.toRadians(latitude)), 0.01);
  }

  /**
   * Whether it may be the same place: by position, or of two without one by address within the same
   * area. A position beside a guessed address would tell whether the guess is right.
   */
  boolean near(Place other) {
    if (blurred.isPresent() || other.blurred.isPresent()) {
      return metres(other).filter(metres -> metres <= NEAR_METRES).isPresent();
    }
    return area.equals(other.area) && alike(other);
  }

  /** How far it is in steps of fifty metres, where both have a position. */
  Optional<Integer> metres(Place other) {
    return blurred.flatMap(
        here ->
            other.blurred.map(
                there -> (int) (Math.round(metres(here, there) / BLUR_METRES) * BLUR_METRES)));
  }

  private static double metres(Value.Position here, Value.Position there) {
    double north = here.latitude() - there.latitude();
    double around = Math.IEEEremainder(here.longitude() - there.longitude(), 360);
    double east = around * shrink(here.latitude());
    return Math.hypot(north, east) * METRES_PER_DEGREE;
  }

  /**
   * Whether the addresses have the same first number and more than half of their words in common.
   */
  private boolean alike(Place other) {
    String here = plain(address);
    String there = plain(other.address);
    List<String> numbers = numbers(here);
    List<String> others = numbers(there);
    if (!numbers.isEmpty() && !others.isEmpty() && !numbers.get(0).equals(others.get(0))) {
      return false;
    }
    Set<String> pairs = pairs(here);
    Set<String> shared = new HashSet<>(pairs(there));
    int all = pairs.size() + shared.size();
    shared.retainAll(pairs);
    return all > 0 && 2.0 * shared.size() / all > ALIKE;
  }

  private static String plain(String address) {
    String same = Normalizer.normalize(address, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    return UNSAID.matcher(same).replaceAll("");
  }

  private static List<String> numbers(String plain) {
    return NUMBER.matcher(plain).results().map(MatchResult::group).toList();
  }

  /** Every two signs that follow each other. */
  private static Set<String> pairs(String plain) {
    Set<String> pairs = new HashSet<>();
    IntStream.range(0, plain.length() - 1).forEach(i -> pairs.add(plain.substring(i, i + 2)));
    return pairs;
  }
}
