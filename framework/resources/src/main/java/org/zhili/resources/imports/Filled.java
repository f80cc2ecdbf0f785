package org.zhili.resources.imports;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A row that somebody filled in, without any cell that could not be taken.
 *
 * @param number as Excel counts
 * @param texts by the paths of fields; those left empty are not in it
 */
public record Filled(int number, Map<String, String> texts) {
  public Filled {
    texts = Map.copyOf(texts);
  }

  public Optional<String> text(String path) {
    return Optional.ofNullable(texts.get(path));
  }

  /** Text; empty where nothing was filled in, which whoever checks it refuses. */
  public String needed(String path) {
    return texts.getOrDefault(path, "");
  }

  /** A number; that it is one was looked at. */
  public Optional<Double> number(String path) {
    return text(path).map(Double::valueOf);
  }

  /** What stands on lines of its own. */
  public List<String> lines(String path) {
    return needed(path).lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
  }

  /** Whether nothing was filled in of these. */
  public boolean lacks(String... paths) {
    return List.of(paths).stream().noneMatch(texts::containsKey);
  }
}
