package org.zhili.sheets;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/** What stands in a cell. Text is never taken for anything else, whatever it looks like. */
public sealed interface Cell {
  /** Nothing. */
  Cell NONE = new Nothing();

  /** Nothing, which {@link #NONE} says. */
  record Nothing() implements Cell {}

  /** Text: a name, a sentence, and every number that nobody reckons with, such as an id. */
  record Words(String text) implements Cell {}

  /** A number that somebody may reckon with. */
  record Amount(BigDecimal value) implements Cell {}

  /** A time, which is shown in the city's zone. */
  record Moment(Instant at) implements Cell {}

  /** A day. */
  record Day(LocalDate date) implements Cell {}

  /** Something that somebody should look at. */
  record Marked(Cell cell) implements Cell {}
}
