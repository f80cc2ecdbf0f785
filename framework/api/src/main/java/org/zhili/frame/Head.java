package org.zhili.frame;

import java.util.Optional;
import org.zhili.device.Payload;

/** What stands at the head of bytes that came from a station. */
public sealed interface Head {
  /** A frame may have begun; the same question is put again when more bytes are there. */
  record Begun() implements Head {}

  /**
   * So many bytes belong to no frame. They are skipped and counted.
   *
   * @param length 1 at least
   */
  record Noise(int length) implements Head {
    public Noise {
      if (length < 1) {
        throw new IllegalArgumentException("noise is one byte at least, not " + length);
      }
    }
  }

  /**
   * A frame. One that is damaged but says whom it comes from is a frame, too: the driver refuses
   * it, and it is kept.
   *
   * @param length how many bytes it has, from the first one on
   * @param station who says to have sent it
   * @param part which part of a message it is; empty: it is a message by itself
   * @param answer what to send back once the message is stored; empty: nothing. A damaged frame is
   *     not answered, so that its station sends it again.
   */
  record Frame(int length, Station station, Optional<Part> part, Optional<Payload> answer)
      implements Head {
    public Frame {
      if (length < 1) {
        throw new IllegalArgumentException("a frame has one byte at least, not " + length);
      }
    }
  }
}
