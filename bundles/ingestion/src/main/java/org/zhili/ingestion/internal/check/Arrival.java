package org.zhili.ingestion.internal.check;

import java.util.List;

/**
 * A message of the check's own that came back from the broker.
 *
 * @param id of the packet, by which it is acknowledged
 * @param number its place among the messages of its topic, from 1
 * @param bytes size of the payload
 */
record Arrival(int id, int number, int bytes, boolean retained, boolean duplicate) {

  /** How many different messages these are. */
  static int different(List<Arrival> arrivals) {
    return (int) arrivals.stream().mapToInt(Arrival::number).distinct().count();
  }

  /** Whether each is a later message than the one before, but for those that come again. */
  static boolean inOrder(List<Arrival> arrivals) {
    int latest = 0;
    for (Arrival arrival : arrivals) {
      if (arrival.number() < latest && !arrival.duplicate()) {
        return false;
      }
      latest = Math.max(latest, arrival.number());
    }
    return true;
  }
}
