package org.zhili.broker.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.protocol.mqtt.MQTTProtocolManagerFactory;
import org.apache.activemq.artemis.core.server.ActiveMQComponent;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.core.server.impl.ActiveMQServerImpl;
import org.junit.jupiter.api.Test;

class GuardedProtocolFactoryTest {
  private final ActiveMQServer server = new ActiveMQServerImpl(new ConfigurationImpl());

  @Test
  void sessions_are_scanned_by_one_however_often_artemis_asks() {
    GuardedProtocolFactory ours =
        new GuardedProtocolFactory(
            1000,
            () -> {
              throw new AssertionError("nobody comes");
            });
    assertThat(twice(ours)).hasSize(1);
    assertThat(twice(new MQTTProtocolManagerFactory())).hasSize(2);
  }

  private List<ActiveMQComponent> twice(MQTTProtocolManagerFactory factory) {
    List<ActiveMQComponent> services = new ArrayList<>();
    factory.loadProtocolServices(server, services);
    factory.loadProtocolServices(server, services);
    return services;
  }
}
