package org.zhili.tck.internal.frame;

import java.time.Instant;
import java.util.Optional;
import org.zhili.device.Payload;
import org.zhili.frame.Head;

/**
 * Bytes of a station, and what a protocol must make of them.
 *
 * @param source the file and line it was read from
 * @param at the time in the town
 * @param frame the frame they are; empty: they belong to none
 */
public record FrameVector(
    String name, String source, Payload bytes, Instant at, Optional<Head.Frame> frame) {
  /** Whether it is a frame that means something to whoever gets it. */
  public boolean isSound() {
    return frame.filter(head -> head.answer().isPresent() || head.part().isPresent()).isPresent();
  }

  @Override
  public String toString() {
    return name + " (" + source + ")";
  }
}
