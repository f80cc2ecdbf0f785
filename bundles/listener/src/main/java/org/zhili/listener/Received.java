package org.zhili.listener;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.util.Arrays;
import org.zhili.device.Payload;

/** Bytes that came and were not taken yet. Grows as a frame does. Not thread-safe. */
final class Received {
  private static final int FIRST = 1_024;

  private final int capacity;
  private ByteBuffer bytes = ByteBuffer.allocate(FIRST);

  /**
   * @param capacity how many bytes may wait
   */
  Received(int capacity) {
    this.capacity = Math.max(FIRST, capacity);
  }

  /** Take what came; the number of bytes, or -1 when there will be no more. */
  int fill(ReadableByteChannel channel) throws IOException {
    if (!bytes.hasRemaining() && bytes.capacity() < capacity) {
      ByteBuffer larger = ByteBuffer.allocate(Math.min(2 * bytes.capacity(), capacity));
      bytes = larger.put(bytes.flip());
    }
    return bytes.hasRemaining() ? channel.read(bytes) : 0;
  }

  boolean isEmpty() {
    return bytes.position() == 0;
  }

  boolean isFull() {
    return bytes.position() == capacity;
  }

  int size() {
    return bytes.position();
  }

  Payload all() {
    return head(bytes.position());
  }

  /** Take so many bytes away from the head. */
  Payload take(int count) {
    Payload taken = head(count);
    bytes.flip();
    bytes.position(count);
    bytes.compact();
    return taken;
  }

  private Payload head(int count) {
    return Payload.of(Arrays.copyOf(bytes.array(), count));
  }
}
