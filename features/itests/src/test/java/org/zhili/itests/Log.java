package org.zhili.itests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What a town has written to its log. */
record Log(Path file) {
  List<String> lines() {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** How far it is now, for {@link #since}. */
  int mark() {
    return lines().size();
  }

  List<String> since(int mark) {
    List<String> lines = lines();
    return lines.subList(Math.min(mark, lines.size()), lines.size());
  }

  /** Those that tell of bundles that were stopped, and started again, for the sake of others. */
  static List<String> refreshes(List<String> lines) {
    return lines.stream()
        .filter(line -> line.contains("Refreshing bundles:") || line.contains("Stopping bundles:"))
        .toList();
  }

  static List<String> errors(List<String> lines) {
    return lines.stream()
        .filter(line -> line.contains("| ERROR |") || line.startsWith("SEVERE"))
        .toList();
  }
}
