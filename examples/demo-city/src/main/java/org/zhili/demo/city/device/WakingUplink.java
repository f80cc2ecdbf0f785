package org.zhili.demo.city.device;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.zhili.demo.city.device.MqttUplink.Credential;
import org.zhili.device.Payload;

/** A device on a battery: it connects for each message, and sleeps in between. */
public final class WakingUplink implements Uplink {
  private final String broker;
  private final Credential credential;
  private final ExecutorService radio =
      Executors.newSingleThreadExecutor(
          work -> {
            Thread thread = new Thread(work, "demo-waking-device");
            thread.setDaemon(true);
            return thread;
          });

  public WakingUplink(String broker, Credential credential) {
    this.broker = broker;
    this.credential = credential;
  }

  @Override
  public CompletableFuture<Void> publish(String device, Payload payload) {
    return CompletableFuture.runAsync(() -> awake(device, payload), radio);
  }

  private void awake(String device, Payload payload) {
    try (MqttUplink awake = MqttUplink.connect(broker, credential)) {
      awake.publish(device, payload).join();
    } catch (MqttException e) {
      throw new IllegalStateException(device + " found no connection", e);
    }
  }

  @Override
  public void close() {
    radio.shutdownNow();
  }
}
