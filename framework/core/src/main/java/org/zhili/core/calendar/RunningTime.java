package org.zhili.core.calendar;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.zhili.casework.Pause;

/** The time in which the clocks of a case run: all but its pauses, which may touch or overlap. */
final class RunningTime {
  /** In order, with running time between any two. */
  private final List<Stretch> pauses = new ArrayList<>();

  RunningTime(List<Pause> pauses) {
    pauses.stream()
        .map(RunningTime::stretch)
        .filter(pause -> !pause.isEmpty())
        .sorted(Comparator.comparing(Stretch::from))
        .forEach(this::add);
  }

  private static Stretch stretch(Pause pause) {
    Stretch stretch = new Stretch(pause.from(), pause.until().orElse(Instant.MAX));
    if (stretch.to().isBefore(stretch.from())) {
      throw new IllegalArgumentException("a pause ends before it begins: " + pause);
    }
    return stretch;
  }

  private void add(Stretch pause) {
    int last = pauses.size() - 1;
    if (last >= 0 && !pauses.get(last).to().isBefore(pause.from())) {
      pauses.set(last, pauses.get(last).with(pause));
    } else {
      pauses.add(pause);
    }
  }

  /**
   * The stretches in which clocks run, in order. The first is empty when a pause begins at the very
   * start; there is none at all when an open pause began before it.
   */
  List<Stretch> from(Instant start) {
    List<Stretch> running = new ArrayList<>();
    Instant here = start;
    for (Stretch pause : pauses) {
      if (!pause.from().isBefore(here)) {
        running.add(new Stretch(here, pause.from()));
      }
      if (pause.to().isAfter(here)) {
        here = pause.to();
      }
    }
    if (here.isBefore(Instant.MAX)) {
      running.add(new Stretch(here, Instant.MAX));
    }
    return running;
  }

  /** The parts of a stretch in which clocks run. */
  List<Stretch> within(Stretch whole) {
    return from(whole.from()).stream().map(whole::and).filter(part -> !part.isEmpty()).toList();
  }
}
