package org.zhili.listener;

import java.time.Duration;

/**
 * What a listener lets stations do.
 *
 * @param connections at once, from everywhere
 * @param perAddress connections at once from one address
 * @param open messages of one connection that wait to be stored or answered; at that many nothing
 *     more is read from it
 * @param share percent of the town's window that the messages of all connections may fill together,
 *     so that other connectors always find room; at that many nothing more is taken
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
    int share,
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
          25,
          4_096,
          Duration.ofMinutes(15),
          Duration.ofSeconds(30),
          Duration.ofSeconds(2),
          Duration.ofSeconds(60));

  public Limits {
    if (connections < 1 || perAddress < 1 || open < 1 || noise < 1) {
      throw new IllegalArgumentException("each limit is 1 at least");
    }
    if (share < 1 || share > 100) {
      throw new IllegalArgumentException("a share is 1 to 100 percent, not " + share);
    }
  }

  /** The same limits with other numbers of connections. */
  Limits connections(int all, int ofAddress) {
    return new Limits(all, ofAddress, open, share, noise, idle, frame, join, stored);
  }

  /** The same limits with another share of the town's window, in percent. */
  Limits share(int percent) {
    return new Limits(connections, perAddress, open, percent, noise, idle, frame, join, stored);
  }

  /** The same limits with other times for silence, and for parts that wait for each other. */
  Limits patience(Duration silence, Duration parts) {
    return new Limits(connections, perAddress, open, share, noise, silence, frame, parts, stored);
  }
}
