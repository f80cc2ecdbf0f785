package org.zhili.rules;

import java.time.LocalTime;
import java.util.List;

/** The hours of a working day that count as working time (工作时), in order. */
public record WorkingHours(List<Span> spans) {
  public static final WorkingHours DEFAULT =
      new WorkingHours(
          List.of(
              new Span(LocalTime.of(9, 0), LocalTime.of(12, 0)),
              new Span(LocalTime.of(14, 0), LocalTime.of(18, 0))));

  public WorkingHours {
    spans = List.copyOf(spans);
    LocalTime end = LocalTime.MIN;
    for (Span span : spans) {
      if (span.from().isBefore(end)) {
        throw new IllegalArgumentException("working hours overlap at " + span.from());
      }
      end = span.to();
    }
    if (spans.isEmpty()) {
      throw new IllegalArgumentException("a working day has hours");
    }
  }

  public record Span(LocalTime from, LocalTime to) {
    public Span {
      if (!from.isBefore(to)) {
        throw new IllegalArgumentException("working hours end after they begin: " + from);
      }
    }
  }
}
