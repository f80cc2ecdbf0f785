package org.zhili.tck.internal.frame;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.zhili.device.Payload;
import org.zhili.frame.FrameProtocol;
import org.zhili.frame.Head;
import org.zhili.tck.internal.Rule;

/** A protocol, its vectors and the rule it is held to. */
public record ProtocolTrial(Rule rule, FrameProtocol protocol, List<FrameVector> vectors) {
  public ProtocolTrial {
    vectors = List.copyOf(vectors);
  }

  public List<FrameVector> frames() {
    return vectors.stream().filter(vector -> vector.frame().isPresent()).toList();
  }

  /** Ask once. An answer that is longer than the bytes breaks the rule, too. */
  public Head head(Payload bytes, FrameVector like, Object what) {
    Head head = rule.answer(what, () -> protocol.read(bytes, like.at()));
    int length = length(head);
    if (length > bytes.size()) {
      rule.broken(what, "a head of at most " + bytes.size() + " bytes", head);
    }
    return head;
  }

  private static int length(Head head) {
    if (head instanceof Head.Frame frame) {
      return frame.length();
    }
    return head instanceof Head.Noise noise ? noise.length() : 0;
  }

  /**
   * Read a stream as the listener does.
   *
   * @param piece how many bytes come at once
   */
  public List<Head.Frame> read(Payload stream, int piece, FrameVector like, Object what) {
    List<Head.Frame> found = new ArrayList<>();
    int from = 0;
    for (int to = piece; from < stream.size(); to += piece) {
      int there = Math.min(to, stream.size());
      boolean more = true;
      while (more && from < there) {
        Head head = head(stream.slice(from, there), like, what);
        if (head instanceof Head.Frame frame) {
          found.add(frame);
        }
        from += length(head);
        more = !(head instanceof Head.Begun);
      }
      if (there == stream.size()) {
        break;
      }
    }
    return found;
  }

  /** What stands in the file: each vector is that frame, or none. */
  public void finds(FrameVector vector) {
    List<Head.Frame> found = read(vector.bytes(), vector.bytes().size(), vector, vector);
    if (!found.equals(vector.frame().map(List::of).orElse(List.of()))) {
      rule.broken(vector, vector.frame().<Object>map(frame -> frame).orElse("noise"), found);
    }
  }

  /** What is not whole yet may still become a frame. */
  public void waits(FrameVector vector) {
    for (int size = 1; size < vector.bytes().size(); size++) {
      String what = vector + " cut to " + size + " bytes";
      Head head = head(vector.bytes().slice(0, size), vector, what);
      if (!(head instanceof Head.Begun)) {
        rule.broken(what, "a frame that has begun", head);
      }
    }
  }

  /** All frames, several in one read, with noise before each, however they are cut. */
  public void findsAll(Optional<FrameVector> noise, int piece) {
    ByteArrayOutputStream stream = new ByteArrayOutputStream();
    for (FrameVector vector : frames()) {
      noise.ifPresent(before -> stream.writeBytes(before.bytes().toBytes()));
      stream.writeBytes(vector.bytes().toBytes());
    }
    String what =
        "all frames in pieces of %d bytes, before each %s"
            .formatted(piece, noise.map(FrameVector::toString).orElse("nothing"));
    // whom they are of, since answers may carry a time
    List<String> found =
        read(Payload.of(stream.toByteArray()), piece, frames().get(0), what).stream()
            .map(ProtocolTrial::words)
            .toList();
    List<String> wanted =
        frames().stream().flatMap(v -> v.frame().stream()).map(ProtocolTrial::words).toList();
    if (!found.equals(wanted)) {
      rule.broken(what, wanted, found);
    }
  }

  private static String words(Head.Frame frame) {
    return frame.length() + " bytes of " + frame.station().device();
  }

  /** A frame that says to be longer than any may be has not begun. */
  public void endsSometime(FrameVector vector) {
    int longest = protocol.info().longestFrame();
    if (vector.bytes().size() > longest) {
      rule.broken(vector, longest + " bytes at most", vector.bytes().size());
    }
    for (int size = 1; size < vector.bytes().size(); size++) {
      byte[] last = vector.bytes().slice(size - 1, size).toBytes();
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      bytes.writeBytes(vector.bytes().slice(0, size).toBytes());
      while (bytes.size() <= longest) {
        bytes.writeBytes(last);
      }
      String what = vector + " cut to " + size + " bytes, its last one repeated without end";
      if (head(Payload.of(bytes.toByteArray()), vector, what) instanceof Head.Begun) {
        rule.broken(what, "an end after " + longest + " bytes", "a frame that has begun");
      }
    }
  }

  /** What is damaged is no part of anything, and comes again when it is not answered. */
  public void leavesDamageUnanswered(FrameVector vector) {
    IntStream.range(0, vector.bytes().size() * Byte.SIZE)
        .forEach(
            bit -> {
              byte[] bytes = vector.bytes().toBytes();
              bytes[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
              String what =
                  "%s with bit %d of byte %d flipped"
                      .formatted(vector, bit % Byte.SIZE, bit / Byte.SIZE);
              for (Head.Frame frame : read(Payload.of(bytes), bytes.length, vector, what)) {
                if (frame.answer().isPresent() || frame.part().isPresent()) {
                  rule.broken(what, "no answer and no part, since the checksum fails", frame);
                }
              }
            });
  }

  /** A whole frame is the same, whatever comes after it. */
  public void isTheSame(FrameVector vector, FrameVector after) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(vector.bytes().toBytes());
    bytes.writeBytes(after.bytes().toBytes());
    String what = vector + ", followed by " + after;
    Head head = head(Payload.of(bytes.toByteArray()), vector, what);
    if (!vector.frame().map(head::equals).orElse(true)) {
      rule.broken(what, vector.frame().orElseThrow(), head);
    }
  }
}
