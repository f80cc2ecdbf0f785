package org.zhili.core.plugin;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.regex.Pattern;

/**
 * Older versions before newer ones, as OSGi sees it: numbers by value, words by alphabet, and a
 * word after nothing ({@code 1.0 < 1.0.1 < 1.0.1-b}).
 */
public final class VersionOrder implements Comparator<String> {
  private static final Pattern SEPARATOR = Pattern.compile("[.+_-]");
  private static final Pattern NUMBER = Pattern.compile("[0-9]+");

  @Override
  public int compare(String left, String right) {
    String[] ours = SEPARATOR.split(left);
    String[] theirs = SEPARATOR.split(right);
    for (int i = 0; i < Math.max(ours.length, theirs.length); i++) {
      int order = comparePart(part(ours, i), part(theirs, i));
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  private static String part(String[] parts, int i) {
    return i < parts.length && !parts[i].isEmpty() ? parts[i] : "0";
  }

  private static int comparePart(String ours, String theirs) {
    boolean number = NUMBER.matcher(ours).matches();
    boolean otherNumber = NUMBER.matcher(theirs).matches();
    if (number && otherNumber) {
      return new BigInteger(ours).compareTo(new BigInteger(theirs));
    }
    return number == otherNumber ? ours.compareTo(theirs) : Boolean.compare(otherNumber, number);
  }
}
