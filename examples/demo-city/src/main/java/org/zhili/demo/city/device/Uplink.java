package org.zhili.demo.city.device;

import java.util.concurrent.CompletableFuture;
import org.zhili.device.Payload;

/** The way of a device's messages to the broker. */
public interface Uplink extends AutoCloseable {
  /**
   * Send a message for a device; ends well once the broker has acknowledged it. Never waits, never
   * throws.
   */
  CompletableFuture<Void> publish(String device, Payload payload);

  @Override
  void close();
}
