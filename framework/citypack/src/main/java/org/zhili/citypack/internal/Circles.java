package org.zhili.citypack.internal;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Finds ids that are, by way of their parents, their own parent. */
final class Circles {
  private final Map<String, String> parents = new HashMap<>();
  private final Set<String> told = new HashSet<>();

  private Circles() {}

  /** Report each circle among {@code id} and {@code parent} once, at its first row. */
  static void report(Table table) {
    Circles circles = new Circles();
    table.rows().forEach(circles::add);
    table.rows().forEach(circles::report);
  }

  private void add(Row row) {
    row.word("id")
        .ifPresent(id -> row.word("parent").ifPresent(parent -> parents.putIfAbsent(id, parent)));
  }

  private void report(Row row) {
    row.word("id")
        .ifPresent(
            id -> {
              Set<String> way = way(id);
              if (way.contains(id) && !told.contains(id)) {
                told.addAll(way);
                row.fault("parent", Problem.CYCLE, id, String.join(" → ", way));
              }
            });
  }

  /** The parent, its parent, and so on, until there is none or one comes again. */
  private Set<String> way(String id) {
    Set<String> way = new LinkedHashSet<>();
    String here = parents.get(id);
    while (here != null && way.add(here)) {
      here = parents.get(here);
    }
    return way;
  }
}
