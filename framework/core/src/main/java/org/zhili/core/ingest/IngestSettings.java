package org.zhili.core.ingest;

import java.time.Duration;

/**
 * How much the pipeline takes on at once, and how long it keeps what it cannot use.
 *
 * @param window messages that may wait for their receipts
 * @param batch messages in one transaction at most
 * @param linger time after its first message in which a batch is filled
 * @param firstRetry pause before an unavailable store is asked again; doubles each time
 * @param longestRetry the longest such pause
 * @param cachedDevices devices whose state is held in memory
 * @param quarantineAge how long quarantined messages are kept
 * @param quarantineBytes how much of them is kept, the oldest going first
 * @param readingsAge how long readings are kept
 * @param alarmsAge how long alarms are kept; the law asks for six months of network logs at least
 *     (网络安全法)
 */
public record IngestSettings(
    int window,
    int batch,
    Duration linger,
    Duration firstRetry,
    Duration longestRetry,
    int cachedDevices,
    Duration quarantineAge,
    long quarantineBytes,
    Duration readingsAge,
    Duration alarmsAge) {
  private static final Duration READINGS = Duration.ofDays(90);
  private static final Duration ALARMS = Duration.ofDays(366);

  public static final IngestSettings DEFAULT =
      new IngestSettings(
          8000,
          500,
          Duration.ofMillis(20),
          Duration.ofMillis(100),
          Duration.ofSeconds(5),
          200_000,
          Duration.ofDays(30),
          256L * 1024 * 1024,
          READINGS,
          ALARMS);

  public IngestSettings(
      int window,
      int batch,
      Duration linger,
      Duration firstRetry,
      Duration longestRetry,
      int cachedDevices,
      Duration quarantineAge,
      long quarantineBytes) {
    this(
        window,
        batch,
        linger,
        firstRetry,
        longestRetry,
        cachedDevices,
        quarantineAge,
        quarantineBytes,
        READINGS,
        ALARMS);
  }

  /** The same, with other times for which what came in is kept. */
  public IngestSettings keeping(Duration readings, Duration alarms) {
    return new IngestSettings(
        window,
        batch,
        linger,
        firstRetry,
        longestRetry,
        cachedDevices,
        quarantineAge,
        quarantineBytes,
        readings,
        alarms);
  }

  public IngestSettings {
    if (window < 1 || batch < 1 || cachedDevices < batch) {
      throw new IllegalArgumentException(
          "not a pipeline: window " + window + ", batch " + batch + ", cache " + cachedDevices);
    }
  }
}
