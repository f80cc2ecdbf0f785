package org.zhili.core.ingest;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What the pipeline has done since it was started, and how it is.
 *
 * @param running whether messages are taken
 * @param waiting messages in the ring or on the side track
 * @param received messages taken from connectors
 * @param stored messages settled by a commit, quarantined ones and duplicates among them
 * @param duplicates messages that brought nothing new
 * @param readings telemetry rows written
 * @param batches transactions
 * @param conflicts batches that another writer was faster than, and that were made anew
 * @param unstored messages that not even the quarantine could take; they got no receipt
 * @param quarantined messages put into quarantine, by kind
 * @param rejected how often drivers and envelopes said that a message is broken, by their ids and
 *     the kinds of reasons they gave
 * @param dropped messages removed from it because of its bounds
 * @param alarms abnormal judgments, by what became of them
 * @param unavailableSince since when the store has not answered
 */
public record IngestStatus(
    boolean running,
    int waiting,
    long received,
    long stored,
    long duplicates,
    long readings,
    long batches,
    long conflicts,
    long unstored,
    Map<Quarantined.Kind, Long> quarantined,
    Map<String, Map<String, Long>> rejected,
    long dropped,
    Map<Alarm.Disposition, Long> alarms,
    Optional<Instant> lastCommitAt,
    Optional<Instant> unavailableSince) {
  public IngestStatus {
    quarantined = Map.copyOf(quarantined);
    rejected = Map.copyOf(rejected);
    alarms = Map.copyOf(alarms);
  }
}
