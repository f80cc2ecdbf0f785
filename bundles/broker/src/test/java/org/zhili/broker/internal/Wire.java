package org.zhili.broker.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.mqtt.MqttDecoder;
import io.netty.handler.codec.mqtt.MqttEncoder;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttMessageBuilders;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.netty.handler.codec.mqtt.MqttVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;

/** Bytes on a socket: what no proper client would send. */
final class Wire implements AutoCloseable {
  private final Socket socket;

  Wire(int port) {
    try {
      socket = new Socket(InetAddress.getLoopbackAddress(), port);
      socket.setSoTimeout((int) Client.PATIENCE.toMillis());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Wire send(byte[] bytes) {
    try {
      socket.getOutputStream().write(bytes);
      socket.getOutputStream().flush();
    } catch (IOException e) {
      // closed by the other side already: that shows when the answer is read
    }
    return this;
  }

  Wire send(MqttMessage message) {
    EmbeddedChannel encoder = new EmbeddedChannel(MqttEncoder.INSTANCE);
    encoder.writeOutbound(message);
    ByteBuf bytes = encoder.readOutbound();
    return send(ByteBufUtil.getBytes(bytes));
  }

  Wire connect(String device, MqttVersion version) {
    return send(connectPacket(device, version)).expectOne();
  }

  static MqttMessage connectPacket(String device, MqttVersion version) {
    return MqttMessageBuilders.connect()
        .protocolVersion(version)
        .clientId(device)
        .cleanSession(true)
        .keepAlive(60)
        .username(device)
        .password(FakeAccounts.password(device).getBytes(UTF_8))
        .build();
  }

  static MqttMessage publishPacket(String topic, String payload) {
    return MqttMessageBuilders.publish()
        .topicName(topic)
        .qos(MqttQoS.AT_LEAST_ONCE)
        .messageId(1)
        .payload(Unpooled.copiedBuffer(payload, UTF_8))
        .build();
  }

  private Wire expectOne() {
    try {
      byte[] answer = new byte[1_024];
      if (socket.getInputStream().read(answer) < 0) {
        throw new AssertionError("closed instead of let in");
      }
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What comes until the other side closes; an error when it does not close. */
  byte[] untilClosed() {
    List<byte[]> parts = new ArrayList<>();
    try {
      byte[] buffer = new byte[4_096];
      for (int n = socket.getInputStream().read(buffer);
          n >= 0;
          n = socket.getInputStream().read(buffer)) {
        parts.add(ByteBufUtil.getBytes(Unpooled.copiedBuffer(buffer, 0, n)));
      }
    } catch (SocketTimeoutException e) {
      throw new AssertionError("not closed", e);
    } catch (SocketException e) {
      // reset: closed as well
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return ByteBufUtil.getBytes(Unpooled.wrappedBuffer(parts.toArray(byte[][]::new)));
  }

  /** The packets that come until the other side closes. */
  List<MqttMessage> packetsUntilClosed() {
    EmbeddedChannel decoder = new EmbeddedChannel(new MqttDecoder());
    decoder.writeInbound(Unpooled.wrappedBuffer(untilClosed()));
    List<MqttMessage> packets = new ArrayList<>();
    for (MqttMessage p = decoder.readInbound(); p != null; p = decoder.readInbound()) {
      packets.add(p);
    }
    return packets;
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
