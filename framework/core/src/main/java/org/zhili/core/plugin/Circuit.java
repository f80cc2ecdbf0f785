package org.zhili.core.plugin;

import java.time.Duration;
import java.util.Optional;
import org.zhili.text.Text;

/**
 * A part of a plug-in that is not asked for a while.
 *
 * @param part id of the contribution, or what a driver is asked about: {@code gateway} or {@code
 *     stranger}; empty for the plug-in itself
 * @param why a sentence for operators
 * @param retryIn until it is tried again, zero for at the next occasion; empty when only a person
 *     or another version of it changes that
 */
public record Circuit(String part, State state, Text why, Optional<Duration> retryIn) {
  /** How a breaker stands. */
  public enum State {
    /** It is asked. */
    CLOSED,
    /** It failed too often and is left alone for a pause. */
    OPEN,
    /** The pause is over, and one question shows whether it is mended. */
    TRYING,
    /** Somebody wants it not to be asked. */
    ISOLATED
  }
}
