package org.zhili.citypack.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.zhili.citypack.Fault;
import org.zhili.citypack.Parsed;

/** Collects the faults of one file, or of many that share a list. */
public final class Faults {
  private static final Comparator<Fault> BY_PLACE =
      Comparator.comparing(Fault::file).thenComparing(Fault::line).thenComparing(Fault::column);

  private final String file;
  private final List<Fault> all;

  private Faults(String file, List<Fault> all) {
    this.file = file;
    this.all = all;
  }

  public static Faults of(String file) {
    return new Faults(file, new ArrayList<>());
  }

  /** The one fault of a file that is not there. */
  public static List<Fault> missing(String file) {
    Faults faults = of(file);
    faults.add(At.FILE, Problem.FILE_MISSING);
    return faults.sorted();
  }

  /** Faults of another file, kept in the same list. */
  Faults in(String otherFile) {
    return new Faults(otherFile, all);
  }

  String file() {
    return file;
  }

  void add(At at, Problem problem, String... arguments) {
    all.add(new Fault(problem.code(), file, at.line(), at.column(), problem.words(arguments)));
  }

  int count() {
    return all.size();
  }

  boolean none() {
    return all.isEmpty();
  }

  /** Everything found so far, by place. */
  public List<Fault> sorted() {
    return all.stream().sorted(BY_PLACE).toList();
  }

  /** A faulty answer; there must be a fault. */
  <T> Parsed<T> faulty() {
    return new Parsed.Faulty<>(sorted());
  }
}
