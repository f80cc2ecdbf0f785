package org.zhili.core.town;

import org.zhili.core.timer.Recurring;
import org.zhili.rules.CityPack;

/** Puts in force what the city pack says and what was published over it; one change at a time. */
final class RulesInForce {
  private final Town town;
  private final Attendance attendance;
  private final Recurring chores;

  RulesInForce(Town town, Attendance attendance, Recurring chores) {
    this.town = town;
    this.attendance = attendance;
    this.chores = chores;
  }

  /** Another pack. */
  synchronized void apply(CityPack pack) {
    town.editions().over(pack, this::put);
  }

  /** The same pack, when other editions are in force by now or it failed before. */
  synchronized void follow() {
    town.editions().follow(this::put);
  }

  private void put(CityPack pack) {
    town.books().apply(pack);
    town.gate().override(pack.words());
    town.devices().forget();
    town.ingestion().quarantine().registerChanged();
    attendance.modulesChanged();
    chores.soon(Routine.QUARANTINE);
  }
}
