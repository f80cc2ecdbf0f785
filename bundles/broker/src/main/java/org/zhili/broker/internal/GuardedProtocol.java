package org.zhili.broker.internal;

import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.mqtt.MqttDecoder;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.activemq.artemis.api.core.ActiveMQBuffer;
import org.apache.activemq.artemis.api.core.BaseInterceptor;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.protocol.mqtt.MQTTInterceptor;
import org.apache.activemq.artemis.core.protocol.mqtt.MQTTProtocolHandler;
import org.apache.activemq.artemis.core.protocol.mqtt.MQTTRoutingHandler;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyServerConnection;
import org.apache.activemq.artemis.spi.core.protocol.ConnectionEntry;
import org.apache.activemq.artemis.spi.core.protocol.ProtocolManager;
import org.apache.activemq.artemis.spi.core.protocol.ProtocolManagerFactory;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;
import org.apache.activemq.artemis.spi.core.remoting.Acceptor;
import org.apache.activemq.artemis.spi.core.remoting.Connection;
import org.zhili.broker.internal.door.Door;

/**
 * Artemis' MQTT with a door in front and a limit on packets.
 *
 * <p>Artemis reads packets of up to 256 MB before it looks at them, its own limit holds for MQTT 5
 * publications only. All other calls go through as they are.
 */
final class GuardedProtocol implements ProtocolManager<MQTTInterceptor, MQTTRoutingHandler> {
  private final ProtocolManager<MQTTInterceptor, MQTTRoutingHandler> mqtt;
  private final int maxPacketBytes;
  private final Supplier<Door> doors;

  GuardedProtocol(
      ProtocolManager<MQTTInterceptor, MQTTRoutingHandler> mqtt,
      int maxPacketBytes,
      Supplier<Door> doors) {
    this.mqtt = mqtt;
    this.maxPacketBytes = maxPacketBytes;
    this.doors = doors;
  }

  @Override
  public void addChannelHandlers(ChannelPipeline pipeline) {
    mqtt.addChannelHandlers(pipeline);
    pipeline.replace(MqttDecoder.class, "mqtt-decoder", new MqttDecoder(maxPacketBytes));
    String handler = pipeline.context(MQTTProtocolHandler.class).name();
    pipeline.addBefore(handler, "door", doors.get());
  }

  @Override
  public boolean acceptsNoHandshake() {
    return mqtt.acceptsNoHandshake();
  }

  @Override
  public ProtocolManagerFactory<MQTTInterceptor> getFactory() {
    return mqtt.getFactory();
  }

  @Override
  @SuppressWarnings("rawtypes") // as Artemis declares it
  public void updateInterceptors(List<BaseInterceptor> incoming, List<BaseInterceptor> outgoing) {
    mqtt.updateInterceptors(incoming, outgoing);
  }

  @Override
  public ConnectionEntry createConnectionEntry(Acceptor acceptor, Connection connection) {
    return mqtt.createConnectionEntry(acceptor, connection);
  }

  @Override
  public void removeHandler(String name) {
    mqtt.removeHandler(name);
  }

  @Override
  public void handleBuffer(RemotingConnection connection, ActiveMQBuffer buffer) {
    mqtt.handleBuffer(connection, buffer);
  }

  /** What comes here began like MQTT; if it is not, the decoder finds out and the door shuts. */
  @Override
  public boolean isProtocol(byte[] start) {
    return true;
  }

  @Override
  public void handshake(NettyServerConnection connection, ActiveMQBuffer buffer) {
    mqtt.handshake(connection, buffer);
  }

  @Override
  public List<String> websocketSubprotocolIdentifiers() {
    return List.of();
  }

  @Override
  public void setAnycastPrefix(String prefix) {
    mqtt.setAnycastPrefix(prefix);
  }

  @Override
  public void setMulticastPrefix(String prefix) {
    mqtt.setMulticastPrefix(prefix);
  }

  @Override
  public Map<SimpleString, RoutingType> getPrefixes() {
    return mqtt.getPrefixes();
  }

  @Override
  public void setSecurityDomain(String domain) {
    mqtt.setSecurityDomain(domain);
  }

  @Override
  public String getSecurityDomain() {
    return mqtt.getSecurityDomain();
  }

  @Override
  public MQTTRoutingHandler getRoutingHandler() {
    return mqtt.getRoutingHandler();
  }
}
