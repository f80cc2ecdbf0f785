package org.zhili.demo.city.town;

import java.time.Duration;

/** Thrown when the town did not do what it was asked. */
public final class Refusal extends Exception {
  private static final long serialVersionUID = 1L;

  /** The status when there was no answer at all. */
  public static final int NO_ANSWER = 0;

  private final int status;
  private final Duration pause;

  Refusal(int status, String request, String answer, Duration pause) {
    super(request + ": " + status + " " + answer);
    this.status = status;
    this.pause = pause;
  }

  /** The status of HTTP. */
  public int status() {
    return status;
  }

  /** How long the town wants to be left alone. */
  public Duration pause() {
    return pause;
  }
}
