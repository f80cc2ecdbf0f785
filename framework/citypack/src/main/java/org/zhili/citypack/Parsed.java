package org.zhili.citypack;

import java.util.List;

/** What became of something that was read: a sound value, or all its faults. */
public sealed interface Parsed<T> {
  /** All is well. */
  record Read<T>(T value) implements Parsed<T> {
    @Override
    public List<Fault> faults() {
      return List.of();
    }

    @Override
    public T orThrow() {
      return value;
    }
  }

  /**
   * Nothing was taken over.
   *
   * @param faults at least one; ordered by file, line and column
   */
  record Faulty<T>(List<Fault> faults) implements Parsed<T> {
    public Faulty {
      faults = List.copyOf(faults);
      if (faults.isEmpty()) {
        throw new IllegalArgumentException("faulty, but without a fault");
      }
    }

    @Override
    public T orThrow() {
      throw new FaultyFile(faults);
    }
  }

  /** Every fault; empty when it was read. */
  List<Fault> faults();

  /**
   * Take the value where a fault can only be a programmer's mistake, as in a file of one's own
   * bundle.
   *
   * @throws FaultyFile naming every fault
   */
  T orThrow();
}
