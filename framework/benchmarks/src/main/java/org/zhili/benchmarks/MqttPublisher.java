package org.zhili.benchmarks;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.zhili.device.DeviceAccounts.Credentials;

/**
 * One MQTT 3.1.1 connection that publishes at QoS 1. Uses the JDK alone, so that it takes as little
 * as possible of the machine it shares with the town. For one thread.
 */
final class MqttPublisher implements AutoCloseable {
  private static final int CONNECT = 0x10;
  private static final int PUBLISH_ONCE_AT_LEAST = 0x32;
  private static final int PUBACK = 4;
  private static final int BUFFER = 64 * 1024;

  private final int window;
  private final Socket socket;
  private final DataOutputStream out;
  private final DataInputStream in;
  private final Semaphore room;
  private final Thread reader;
  private int packet;
  private volatile @Nullable IOException broken;

  /**
   * Connect.
   *
   * @param window messages that may wait for their acknowledgement
   */
  MqttPublisher(
      String host, int port, String clientId, Optional<Credentials> credentials, int window)
      throws IOException {
    this.window = window;
    room = new Semaphore(window);
    socket = new Socket(host, port);
    socket.setTcpNoDelay(true);
    out = new DataOutputStream(new BufferedOutputStream(socket.getOutputStream(), BUFFER));
    in = new DataInputStream(new BufferedInputStream(socket.getInputStream(), BUFFER));
    connect(clientId, credentials);
    reader = new Thread(this::readAcknowledgements, clientId);
    reader.setDaemon(true);
    reader.start();
  }

  private void connect(String clientId, Optional<Credentials> credentials) throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    DataOutputStream data = new DataOutputStream(body);
    data.writeUTF("MQTT");
    data.writeByte(4);
    data.writeByte(credentials.isPresent() ? 0xC2 : 0x02);
    data.writeShort(0); // no keep-alive
    data.writeUTF(clientId);
    if (credentials.isPresent()) {
      data.writeUTF(credentials.get().username());
      data.writeUTF(credentials.get().password());
    }
    out.writeByte(CONNECT);
    writeLength(body.size());
    body.writeTo(out);
    out.flush();
    in.readUnsignedByte();
    byte[] answer = in.readNBytes(readLength());
    if (answer[1] != 0) {
      throw new IOException("the broker refused the connection with code " + answer[1]);
    }
  }

  /** Publish, waiting while the window is full. */
  void publish(String topic, byte[] payload) throws IOException, InterruptedException {
    if (!room.tryAcquire()) {
      out.flush();
      room.acquire();
    }
    checkHealth();
    byte[] name = topic.getBytes(StandardCharsets.UTF_8);
    packet = packet == 0xFFFF ? 1 : packet + 1;
    out.writeByte(PUBLISH_ONCE_AT_LEAST);
    writeLength(2 + name.length + 2 + payload.length);
    out.writeShort(name.length);
    out.write(name);
    out.writeShort(packet);
    out.write(payload);
  }

  /** Send what was published so far. */
  void flush() throws IOException {
    out.flush();
  }

  /** Wait until the broker has acknowledged everything. */
  void awaitAcknowledgements() throws IOException, InterruptedException {
    out.flush();
    if (!room.tryAcquire(window, 120, TimeUnit.SECONDS)) {
      throw new IOException("the broker does not acknowledge");
    }
    checkHealth();
    room.release(window);
  }

  private void checkHealth() throws IOException {
    IOException failure = broken;
    if (failure != null) {
      throw new IOException("the connection is broken", failure);
    }
  }

  private void readAcknowledgements() {
    try {
      for (; ; ) {
        int type = in.readUnsignedByte() >> 4;
        in.skipNBytes(readLength());
        if (type == PUBACK) {
          room.release();
        }
      }
    } catch (IOException e) {
      if (!socket.isClosed()) {
        broken = e instanceof EOFException ? new IOException("the broker hung up", e) : e;
      }
      room.release(window);
    }
  }

  private void writeLength(int length) throws IOException {
    int left = length;
    do {
      int seven = left & 0x7F;
      left >>>= 7;
      out.writeByte(left > 0 ? seven | 0x80 : seven);
    } while (left > 0);
  }

  private int readLength() throws IOException {
    int length = 0;
    for (int shift = 0; ; shift += 7) {
      int next = in.readUnsignedByte();
      length |= (next & 0x7F) << shift;
      if (next < 0x80) {
        return length;
      }
    }
  }

  @Override
  public void close() throws IOException {
    out.flush();
    socket.close();
  }
}
