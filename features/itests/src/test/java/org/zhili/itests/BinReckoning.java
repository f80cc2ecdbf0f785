package org.zhili.itests;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.zhili.itests.Books.Alarm;
import org.zhili.itests.Books.Alert;

/**
 * Follows the messages of one bin through the city's damping: two alarms in a row raise an alert,
 * two good messages in a row end it, and an alarm within two seconds of that is suppressed, to be
 * raised when they are over.
 *
 * <p>Two things happen at moments that no message tells: what was suppressed is raised, and an
 * alert ends with its case. So every course is followed that is possible, and what became of each
 * message rules some out. One at least must be left.
 */
final class BinReckoning {
  private static final int IN_A_ROW = 2;
  private static final Duration QUIET = Duration.ofSeconds(2);

  private final Map<UUID, Alert> alerts = new HashMap<>();
  private final Set<UUID> raisedByTime;
  private final Map<Instant, Alarm> alarms = new HashMap<>();
  private final boolean caseEnded;

  /**
   * Set up.
   *
   * @param alerts of the bin
   * @param caseEnded whether a case of it has ended
   */
  BinReckoning(Collection<Alert> alerts, Collection<Alarm> alarms, boolean caseEnded) {
    alerts.forEach(alert -> this.alerts.put(alert.id(), alert));
    raisedByTime = new HashSet<>(this.alerts.keySet());
    alarms.stream()
        .filter(Alarm::judgesReading)
        .forEach(alarm -> this.alarms.put(alarm.at(), alarm));
    this.alarms.values().stream()
        .filter(alarm -> alarm.became().equals("RAISED"))
        .forEach(alarm -> alarm.alert().ifPresent(raisedByTime::remove));
    this.caseEnded = caseEnded;
  }

  /**
   * How things may stand.
   *
   * @param alarms in a row, as far as they matter
   * @param well good messages in a row, as far as they matter
   * @param clearedAt when the last alert ended
   * @param open the alert that is open
   * @param occurrences what it stands for
   * @param held whether an alarm was suppressed, to be raised
   * @param known all alerts so far
   */
  private record Course(
      int alarms,
      int well,
      Optional<Instant> clearedAt,
      Optional<UUID> open,
      long occurrences,
      boolean held,
      Set<UUID> known) {
    static final Course START =
        new Course(0, 0, Optional.empty(), Optional.empty(), 0, false, Set.of());

    Course raised(UUID alert) {
      Set<UUID> more = new HashSet<>(known);
      more.add(alert);
      return new Course(0, 0, clearedAt, Optional.of(alert), 1, false, Set.copyOf(more));
    }

    Course ended(Instant at) {
      return new Course(0, 0, Optional.of(at), Optional.empty(), 0, false, known);
    }

    Course merged() {
      return new Course(0, 0, clearedAt, open, occurrences + 1, false, known);
    }

    Course counted(boolean isHeld) {
      return new Course(
          Math.min(alarms + 1, IN_A_ROW), 0, clearedAt, open, 0, held || isHeld, known);
    }

    Course better() {
      int more = open.isPresent() ? well + 1 : 0;
      return new Course(0, more, clearedAt, open, occurrences, false, known);
    }
  }

  /** The first thing that cannot be right; empty when all can. */
  Optional<String> fault(List<Uplink> inOrder) {
    Set<Course> possible = Set.of(Course.START);
    for (Uplink uplink : inOrder) {
      Set<Course> next = new HashSet<>();
      for (Course before : possible) {
        withoutMessage(before).flatMap(course -> after(course, uplink).stream()).forEach(next::add);
      }
      if (next.isEmpty()) {
        return Optional.of(
            uplink + " cannot have become " + alarms.get(uplink.at()) + " after " + possible);
      }
      possible = next;
    }
    boolean right = possible.stream().flatMap(this::withoutMessage).anyMatch(this::isTheEnd);
    return right
        ? Optional.empty()
        : Optional.of(alerts.values() + " cannot be what is left of " + possible);
  }

  /** What it may come to before the next message. */
  private Stream<Course> withoutMessage(Course course) {
    List<Course> all = new ArrayList<>(List.of(course));
    if (course.held()) {
      raisedByTime.stream()
          .filter(alert -> !course.known().contains(alert))
          .map(course::raised)
          .forEach(all::add);
    }
    if (caseEnded) {
      for (Course open : List.copyOf(all)) {
        endOf(open).map(open::ended).ifPresent(all::add);
      }
    }
    return all.stream();
  }

  /** When its open alert ended, if it stood for as much then. */
  private Optional<Instant> endOf(Course course) {
    return course
        .open()
        .map(alerts::get)
        .filter(alert -> alert.occurrences() == course.occurrences())
        .flatMap(Alert::clearedAt);
  }

  private Optional<Course> after(Course course, Uplink uplink) {
    if (uplink.alarm()) {
      return Optional.ofNullable(alarms.get(uplink.at())).flatMap(alarm -> after(course, alarm));
    }
    if (!uplink.well()) {
      return Optional.of(course);
    }
    Course better = course.better();
    return better.well() < IN_A_ROW
        ? Optional.of(better)
        : endOf(better).filter(uplink.at()::equals).map(better::ended);
  }

  private Optional<Course> after(Course course, Alarm alarm) {
    Optional<Instant> cleared = course.clearedAt();
    if (course.open().isPresent()) {
      return only(is(alarm, "MERGED", course.open(), ""), course.merged());
    }
    if (cleared.filter(end -> !alarm.at().isAfter(end)).isPresent()) {
      return only(is(alarm, "SUPPRESSED", Optional.empty(), "late"), course);
    }
    Course counted = course.counted(false);
    if (counted.alarms() < IN_A_ROW) {
      return only(is(alarm, "DEBOUNCED", Optional.empty(), ""), counted);
    }
    if (cleared.filter(end -> alarm.at().isBefore(end.plus(QUIET))).isPresent()) {
      return only(is(alarm, "SUPPRESSED", Optional.empty(), "flapping"), course.counted(true));
    }
    return alarm
        .alert()
        .filter(alert -> alerts.containsKey(alert) && !course.known().contains(alert))
        .filter(alert -> is(alarm, "RAISED", alarm.alert(), ""))
        .map(course::raised);
  }

  private static boolean is(Alarm alarm, String became, Optional<UUID> alert, String reason) {
    return alarm.became().equals(became)
        && alarm.alert().equals(alert)
        && (reason.isEmpty()
            ? alarm.reason().isEmpty()
            : alarm.reason().filter(text -> text.contains(reason)).isPresent());
  }

  private static Optional<Course> only(boolean right, Course course) {
    return right ? Optional.of(course) : Optional.empty();
  }

  private boolean isTheEnd(Course course) {
    boolean open =
        course
            .open()
            .map(alerts::get)
            .map(alert -> !alert.over() && alert.occurrences() == course.occurrences())
            .orElse(true);
    return open && !course.held() && course.known().equals(alerts.keySet());
  }
}
