package org.zhili.core.ingest;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.zhili.id.DeviceId;

/**
 * The last messages of each registered device as they came, those that were understood too: a
 * memory of this node since its start, for people who look at what a device really sends. What
 * could not be stored and what is tried again from the quarantine is not among them. Thread-safe.
 */
public final class Frames {
  /** How many of a device are remembered. */
  public static final int EACH = 10;

  /** What all of them may take in memory, about. */
  static final long BYTES = 8L * 1024 * 1024;

  private final long most;

  /** By device, whoever was heard last at the end. */
  private final Map<DeviceId, Deque<Frame>> byDevice = new LinkedHashMap<>();

  private long bytes;

  Frames(long most) {
    this.most = most;
  }

  /** Remember these, and forget what there is no room for: devices not heard for longest first. */
  synchronized void remember(List<Frame> frames) {
    for (Frame frame : frames) {
      Deque<Frame> before = byDevice.remove(frame.device());
      Deque<Frame> last = before == null ? new ArrayDeque<>() : before;
      if (last.size() == EACH) {
        bytes -= last.removeLast().bytes();
      }
      last.addFirst(frame);
      bytes += frame.bytes();
      byDevice.put(frame.device(), last);
      forget();
    }
  }

  private void forget() {
    Iterator<Deque<Frame>> longestAgo = byDevice.values().iterator();
    while (bytes > most && longestAgo.hasNext()) {
      for (Frame frame : longestAgo.next()) {
        bytes -= frame.bytes();
      }
      longestAgo.remove();
    }
  }

  /** The last messages of a device, the newest first. */
  public List<Frame> of(DeviceId device) {
    List<Frame> last;
    synchronized (this) {
      last = List.copyOf(byDevice.getOrDefault(device, new ArrayDeque<>()));
    }
    return last.stream().sorted(Comparator.comparing(Frame::receivedAt).reversed()).toList();
  }

  /** What all of them take in memory, about. */
  synchronized long bytes() {
    return bytes;
  }
}
