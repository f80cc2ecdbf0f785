package org.zhili.listener;

import java.time.Duration;

/**
 * What a listener lets stations do.
 *
 * @param connections at once, from everywhere
 * @param perAddress connections at once from one address
 * @param open messages of one connection that wait to be stored or answered; at that many nothing
 *     more is read from it
 * @param noise bytes in a row that belong to no frame; after so many the connection is closed
 * @param idle how long a connection may be silent
 * @param frame how long a frame may take from its first byte to its last
 * @param join how long parts of a message wait for each other
 * @param stored how long a message may wait to be stored and its answer to be taken; after that the
 *     connection is closed, and the station sends it again
 */
public record Limits(
    int connections,
    int perAddress,
    int open,
    int noise,
    Duration idle,
    Duration frame,
    Duration join,
    Duration stored) {
  public static final Limits DEFAULT =
      new Limits(
          500,
          50,
          16,
          4_096,
          Duration.ofMinutes(15),
          Duration.ofSeconds(30),
          Duration.ofSeconds(2),
          Duration.ofSeconds(60));

  public Limits {
    if (connections < 1 || perAddress < 1 || open < 1 || noise < 1) {
      throw new IllegalArgumentException("each limit is 1 at least");
    }
  }

  /** The same limits but for those a city may set. */
  Limits with(int connections, int perAddress, Duration idle) {
    return new Limits(connections, perAddress, open, noise, idle, frame, join, stored);
  }
}
