package org.zhili.broker.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.activemq.artemis.api.core.BaseInterceptor;
import org.apache.activemq.artemis.core.protocol.mqtt.MQTTInterceptor;
import org.apache.activemq.artemis.core.protocol.mqtt.MQTTProtocolManagerFactory;
import org.apache.activemq.artemis.core.protocol.mqtt.MQTTRoutingHandler;
import org.apache.activemq.artemis.core.server.ActiveMQComponent;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.spi.core.protocol.ProtocolManager;
import org.zhili.broker.internal.door.Door;

/** Gives Artemis MQTT with a door. */
final class GuardedProtocolFactory extends MQTTProtocolManagerFactory {
  private final int maxPacketBytes;
  private final Supplier<Door> doors;

  GuardedProtocolFactory(int maxPacketBytes, Supplier<Door> doors) {
    this.maxPacketBytes = maxPacketBytes;
    this.doors = doors;
  }

  @Override
  @SuppressWarnings({
    "rawtypes",
    "unchecked"
  }) // the signature is raw; the factory of MQTT makes MQTT
  public ProtocolManager<MQTTInterceptor, MQTTRoutingHandler> createProtocolManager(
      ActiveMQServer server,
      Map<String, Object> parameters,
      List<BaseInterceptor> incoming,
      List<BaseInterceptor> outgoing)
      throws Exception {
    return new GuardedProtocol(
        super.createProtocolManager(server, parameters, incoming, outgoing), maxPacketBytes, doors);
  }

  /**
   * Artemis asks a factory twice that was added by hand. Two scans of sessions at the same time may
   * both send the will of a device that vanished, and the second has no words left.
   */
  @Override
  public void loadProtocolServices(ActiveMQServer server, List<ActiveMQComponent> services) {
    List<ActiveMQComponent> wanted = new ArrayList<>();
    super.loadProtocolServices(server, wanted);
    wanted.removeIf(
        each -> services.stream().anyMatch(there -> there.getClass().equals(each.getClass())));
    services.addAll(wanted);
  }
}
