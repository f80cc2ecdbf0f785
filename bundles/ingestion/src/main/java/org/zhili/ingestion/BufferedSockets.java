package org.zhili.ingestion;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Optional;
import javax.net.SocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * The socket of one connection, which reads ahead: the MQTT client takes a packet in small reads,
 * each of which would be a call of the operating system. Thread-safe.
 */
final class BufferedSockets extends SocketFactory implements Closeable {
  private Optional<Socket> made = Optional.empty();

  @Override
  public synchronized Socket createSocket() throws IOException {
    close();
    Socket socket = new BufferedSocket();
    made = Optional.of(socket);
    return socket;
  }

  /** Close the socket: a client that is told to close while it still connects may forget it. */
  @Override
  public synchronized void close() throws IOException {
    if (made.isPresent()) {
      made.get().close();
    }
  }

  @Override
  public Socket createSocket(String host, int port) throws IOException {
    throw unconnected();
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress localHost, int localPort)
      throws IOException {
    throw unconnected();
  }

  @Override
  public Socket createSocket(InetAddress host, int port) throws IOException {
    throw unconnected();
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress localHost, int localPort)
      throws IOException {
    throw unconnected();
  }

  private static IOException unconnected() {
    return new IOException("the client connects its sockets itself");
  }

  private static final class BufferedSocket extends Socket {
    private @Nullable InputStream buffered;

    @Override
    public synchronized InputStream getInputStream() throws IOException {
      InputStream stream = buffered;
      if (stream == null) {
        stream = new ReadAhead(super.getInputStream());
        buffered = stream;
      }
      return stream;
    }
  }

  private static final class ReadAhead extends BufferedInputStream {
    ReadAhead(InputStream in) {
      super(in, 16 * 1024);
    }

    /** Asks the operating system only when nothing is left: the client asks before each packet. */
    @Override
    public synchronized int available() throws IOException {
      return count > pos ? count - pos : super.available();
    }
  }
}
