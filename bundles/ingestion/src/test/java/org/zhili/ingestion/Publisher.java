package org.zhili.ingestion;

import java.nio.charset.StandardCharsets;
import org.eclipse.paho.mqttv5.client.MqttClient;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;

/** A device that publishes and waits for each acknowledgement. */
final class Publisher implements AutoCloseable {
  private final MqttClient client;

  Publisher(String uri) throws MqttException {
    client = new MqttClient(uri, "device", new MemoryPersistence());
    client.setTimeToWait(30_000);
    var options = new MqttConnectionOptions();
    options.setUserName(TestBroker.TOWN.username());
    options.setPassword(TestBroker.TOWN.password().getBytes(StandardCharsets.UTF_8));
    client.connect(options);
  }

  void publish(String text) throws MqttException {
    publish("zhili/v1/demo/MC-001/up", text, 1, false);
  }

  void publish(String topic, String text, int qos, boolean retained) throws MqttException {
    var message = new MqttMessage(text.getBytes(StandardCharsets.UTF_8), qos, retained, null);
    client.publish(topic, message);
  }

  @Override
  public void close() throws MqttException {
    client.disconnect(1_000);
    client.close();
  }
}
