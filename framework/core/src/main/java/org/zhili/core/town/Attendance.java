package org.zhili.core.town;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zhili.casework.CaseType;
import org.zhili.core.casework.Reactions;
import org.zhili.core.plugin.Contributed;
import org.zhili.core.plugin.ModuleBook;
import org.zhili.core.plugin.Registration;
import org.zhili.core.timer.Recurring;
import org.zhili.module.Contribution;

/**
 * Puts in force what plug-ins that are here bring, as they come and go, and tells other nodes of
 * it.
 */
final class Attendance implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Attendance.class);

  private final Town town;
  private final Jobs jobs;
  private final Recurring chores;
  private final Heartbeat heartbeat;
  private final List<Registration> registrations = new ArrayList<>();

  Attendance(Town town, Jobs jobs, Recurring chores) {
    this.town = town;
    this.jobs = jobs;
    this.chores = chores;
    heartbeat = new Heartbeat("zhili-presence", town.absentTypes().pace(), this::beat);
  }

  /** Begin to follow who comes and goes. */
  void open(Reactions reactions) {
    ModuleBook modules = town.modules();
    town.timers().registerLong(Jobs.JOB, jobs);
    registrations.add(modules.onChange(reactions::learn));
    reactions.learn();
    registrations.add(modules.onChange(this::modulesChanged));
    registrations.add(town.gate().onChange(this::plugInsChanged));
    modulesChanged();
  }

  /** On every node: say which modules are here, learn who is isolated and what was published. */
  private void beat() {
    try {
      town.absentTypes().watch();
    } finally {
      try {
        town.isolation().hold();
      } finally {
        town.followEditions();
      }
    }
  }

  /** Begin to say over and over who is here. */
  void keep() {
    heartbeat.start();
  }

  /**
   * Put the types of the modules that are here in force, and those the city overrides them with.
   * One change at a time, so that the latest has the last word.
   */
  synchronized void modulesChanged() {
    List<CaseType> ofCity = town.books().types();
    var ofModules = town.modules().contributions().caseTypes();
    List<CaseType> all = new ArrayList<>(ofCity);
    for (Contributed<Contribution.Cases> brought : ofModules.values()) {
      all.add(brought.contribution().type());
    }
    town.types().inForce(all);
    town.absentTypes()
        .note(
            ofModules.keySet(),
            ofCity.stream().map(CaseType::id).collect(Collectors.toUnmodifiableSet()));
    jobs.schedule();
    town.timers().hurry();
  }

  /** What waited for somebody who came is done soon. */
  private void plugInsChanged() {
    town.timers().hurry();
    chores.soon(Routine.REVIEWS);
    chores.soon(Routine.QUARANTINE);
  }

  /** Follow nobody any more, and tell other nodes so. */
  @Override
  public void close() {
    registrations.forEach(Registration::close);
    heartbeat.close();
    try {
      town.absentTypes().leave();
    } catch (RuntimeException e) {
      LOG.debug("the books cannot be written; others find out by themselves", e);
    }
  }
}
