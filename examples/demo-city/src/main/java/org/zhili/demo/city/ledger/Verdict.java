package org.zhili.demo.city.ledger;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.zhili.demo.city.town.Answers.Alarm;

/**
 * What became of abnormal messages the broker acknowledged.
 *
 * @param owed how many there were
 * @param raised they raised an alert
 * @param merged an alert was open already
 * @param debounced too few in a row so far
 * @param suppressed kept, with a reason, and raised nothing
 * @param unaccounted the town knows nothing of them, or does not say why it did nothing
 * @param withoutCase alerts that became no case
 */
public record Verdict(
    long owed,
    long raised,
    long merged,
    long debounced,
    long suppressed,
    long unaccounted,
    long withoutCase) {
  public static final Verdict NOTHING = new Verdict(0, 0, 0, 0, 0, 0, 0);

  /**
   * Judge one entry of the ledger.
   *
   * @param alarms all alarms of its device
   */
  public static Verdict of(Ledger.Key key, long owed, List<Alarm> alarms, Casebook casebook) {
    List<Alarm> own =
        alarms.stream()
            .filter(alarm -> alarm.condition().equals(key.condition()))
            .filter(alarm -> alarm.metric().equals(key.metric()))
            .filter(Verdict::isExplained)
            .toList();
    return new Verdict(
        owed,
        count(own, "RAISED"),
        count(own, "MERGED"),
        count(own, "DEBOUNCED"),
        count(own, "SUPPRESSED"),
        Math.max(0, owed - own.size()),
        withoutCase(key, alarms, casebook));
  }

  public Verdict plus(Verdict other) {
    return new Verdict(
        owed + other.owed,
        raised + other.raised,
        merged + other.merged,
        debounced + other.debounced,
        suppressed + other.suppressed,
        unaccounted + other.unaccounted,
        withoutCase + other.withoutCase);
  }

  public long lost() {
    return unaccounted + withoutCase;
  }

  private static boolean isExplained(Alarm alarm) {
    return !alarm.disposition().equals("SUPPRESSED") || alarm.reason().isPresent();
  }

  private static long count(List<Alarm> alarms, String disposition) {
    return alarms.stream().filter(alarm -> alarm.disposition().equals(disposition)).count();
  }

  /** An alert has its case when a case names it, or when one about the same was open. */
  private static long withoutCase(Ledger.Key key, List<Alarm> alarms, Casebook casebook) {
    Set<String> named = new HashSet<>();
    casebook.all().forEach(card -> named.addAll(card.alerts()));
    Set<String> orphans = new HashSet<>();
    for (Alarm alarm : alarms) {
      if (alarm.condition().equals(key.condition()) && alarm.disposition().equals("RAISED")) {
        boolean joined =
            casebook.all().stream()
                .filter(card -> card.isAbout(key.device(), key.condition()))
                .anyMatch(card -> card.isOpenAt(alarm.receivedAt()));
        alarm.alert().filter(alert -> !named.contains(alert) && !joined).ifPresent(orphans::add);
      }
    }
    return orphans.size();
  }
}
