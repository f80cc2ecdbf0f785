package org.zhili.tck.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.zhili.device.Metric;

/**
 * The words that the drivers of a city share for what they measure, and between which values a
 * measure is plausible; read from {@code vocabulary.txt} beside this class.
 */
public final class Vocabulary {
  private static final String FILE = "org/zhili/tck/internal/vocabulary.txt";
  private static final String ANY = "*";

  /** For lines that name metrics of any unit. */
  private static final String NO_BOUNDS = " -Infinity Infinity";

  private static final int SHOWN = 10;
  private static final List<Entry> ENTRIES = read();

  /**
   * One line of the file.
   *
   * @param key words and dots; {@code *} stands for any words
   */
  private record Entry(String key, Pattern pattern, String unit, double least, double most) {
    boolean fits(String metric) {
      return pattern.matcher(metric).matches();
    }
  }

  /** Between which values a measure is plausible, and who says so. */
  public record Bounds(double least, double most, String source) {
    boolean contain(double value) {
      return value >= least && value <= most;
    }

    @Override
    public String toString() {
      return "from " + least + " to " + most + " (" + source + ")";
    }
  }

  private Vocabulary() {}

  /** Say what is unusual about the names and units of metrics, a line for each kind. */
  public static List<String> warnings(Set<Metric> metrics) {
    Map<String, List<String>> kinds = new TreeMap<>();
    metrics.stream()
        .sorted(Comparator.comparing(Metric::key))
        .forEach(
            metric ->
                strangeness(metric)
                    .ifPresent(
                        kind ->
                            kinds
                                .computeIfAbsent(kind, unseen -> new ArrayList<>())
                                .add(metric.key() + " in " + metric.unit())));
    return kinds.entrySet().stream()
        .map(kind -> kind.getKey() + ": " + shown(kind.getValue()))
        .toList();
  }

  private static String shown(List<String> metrics) {
    String first = metrics.stream().limit(SHOWN).collect(Collectors.joining(", "));
    int more = metrics.size() - SHOWN;
    return more > 0 ? first + " and " + more + " more" : first;
  }

  private static Optional<String> strangeness(Metric metric) {
    if (!UcumCodes.knows(metric.unit())) {
      return Optional.of("not among the UCUM codes this kit knows");
    }
    List<Entry> named =
        ENTRIES.stream().filter(e -> !e.key().equals(ANY) && e.fits(metric.key())).toList();
    if (named.isEmpty()) {
      return Optional.of("not in the shared vocabulary");
    }
    Entry nearest = named.get(0);
    return nearest.key().contains(ANY)
            || named.stream().anyMatch(entry -> entry.unit().equals(metric.unit()))
        ? Optional.empty()
        : Optional.of("usually in " + nearest.unit());
  }

  /** The bounds of a metric: of its key and unit, else of its unit alone, else none. */
  public static Optional<Bounds> bounds(Metric metric) {
    return ENTRIES.stream()
        .filter(entry -> entry.unit().equals(metric.unit()) && entry.fits(metric.key()))
        .findFirst()
        .map(entry -> new Bounds(entry.least(), entry.most(), "vocabulary: " + entry.key()));
  }

  private static List<Entry> read() {
    String text = Resources.read(Vocabulary.class.getClassLoader(), FILE).orElseThrow();
    return text.lines()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .map(line -> (line + NO_BOUNDS).strip().split("\\s+"))
        .map(
            words ->
                new Entry(
                    words[0],
                    Pattern.compile(words[0].replace(".", "\\.").replace(ANY, ".+")),
                    words[1],
                    Double.parseDouble(words[2]),
                    Double.parseDouble(words[3])))
        .toList();
  }
}
