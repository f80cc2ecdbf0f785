package org.zhili.ingestion;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhili.device.DeviceAccount;
import org.zhili.device.DeviceAccounts;

class IngestionComponentTest {
  @Test
  void a_town_without_settings_uses_its_own_account(@TempDir Path directory) throws MqttException {
    try (var broker = new TestBroker(directory);
        var log = new LogLines();
        var inlet = TestInlet.storing()) {
      var component = component(inlet, new Configured().with("uri", broker.uri()));
      Awaiting.until("connected", () -> log.with("connected to").size() == 1);
      try (var device = new Publisher(broker.uri())) {
        device.publish("hello");
        inlet.await("hello");
      }
      component.stop();
    }
  }

  @Test
  void wrong_settings_are_told_and_the_last_good_ones_kept(@TempDir Path directory)
      throws MqttException {
    try (var broker = new TestBroker(directory);
        var log = new LogLines();
        var inlet = TestInlet.storing()) {
      var component = component(inlet, new Configured().with("uri", "nonsense"));
      assertThat(log.with("ERROR")).hasSize(1).first().asString().contains("ZL-4101", "nonsense");

      component.configure(new Configured().with("uri", broker.uri()).get());
      Awaiting.until("connected", () -> log.with("connected to").size() == 1);
      component.configure(new Configured().with("uri", broker.uri()).with("connections", -1).get());
      assertThat(log.with("ERROR")).hasSize(2).last().asString().contains("ZL-4105");
      try (var device = new Publisher(broker.uri())) {
        device.publish("still here");
        inlet.await("still here");
      }
      component.stop();
      assertThat(log.with("connected to")).hasSize(1);
    }
  }

  @Test
  void new_settings_take_effect_and_leave_no_old_subscription(@TempDir Path directory)
      throws MqttException {
    try (var broker = new TestBroker(directory);
        var log = new LogLines();
        var inlet = TestInlet.storing()) {
      var component =
          component(
              inlet,
              new Configured()
                  .with("uri", broker.uri())
                  .with("topics", new String[] {"zhili/v1/+/+/up", "old/#"}));
      Awaiting.until("connected", () -> log.with("connected to").size() == 1);
      component.configure(
          new Configured().with("uri", broker.uri()).with("shareGroup", "zhili").get());
      Awaiting.until("connected again", () -> log.with("connected to").size() == 2);
      try (var device = new Publisher(broker.uri())) {
        device.publish("old/topic", "for nobody", 1, false);
        device.publish("once");
        device.publish("marker");
        inlet.await("marker");
      }
      component.stop();

      assertThat(inlet.taken().stream().map(TestInlet.Taken::text))
          .containsExactly("once", "marker");
    }
  }

  private static IngestionComponent component(TestInlet inlet, Configured configuration) {
    return new IngestionComponent(
        inlet, new Accounts(), InstantSource.system(), configuration.get());
  }

  private static final class Accounts implements DeviceAccounts {
    @Override
    public Optional<DeviceAccount> authenticate(String user, String password, String clientId) {
      return Optional.empty();
    }

    @Override
    public Optional<DeviceAccount> current(String username) {
      return Optional.empty();
    }

    @Override
    public Credentials connector() {
      return TestBroker.TOWN;
    }
  }
}
