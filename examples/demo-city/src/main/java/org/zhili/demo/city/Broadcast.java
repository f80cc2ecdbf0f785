package org.zhili.demo.city;

import org.zhili.demo.city.ledger.Ledger;
import org.zhili.demo.city.town.Answers.Status;

/** The live line: how things are right now. */
final class Broadcast {
  /** Where the line cannot be written over itself, one every so many seconds is enough. */
  private static final int EVERY = 5;

  private final Screen screen;
  private int turn;

  Broadcast(Screen screen) {
    this.screen = screen;
  }

  void show(Status status, Ledger.Counts counts, long lost) {
    if (screen.overwrites() || turn++ % EVERY == 0) {
      screen.live(
          "demo.live",
          Phrases.dayAndTime(status.at()),
          Phrases.number(counts.published()),
          Phrases.number(counts.acknowledged()),
          Phrases.number(status.alerts()),
          open(status, "REPORTED"),
          open(status, "ACCEPTED"),
          open(status, "DISPATCHED"),
          open(status, "HANDLING"),
          open(status, "FEEDBACK"),
          Phrases.number(status.cases().closed()),
          Phrases.number(lost));
    }
  }

  private static String open(Status status, String state) {
    return Phrases.number(status.cases().open().getOrDefault(state, 0L));
  }
}
