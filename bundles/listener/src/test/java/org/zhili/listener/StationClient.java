package org.zhili.listener;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;
import org.zhili.device.Payload;

/** A station's side of a connection. */
final class StationClient implements AutoCloseable {
  private static final int PATIENCE_MILLISECONDS = 60_000;

  private final Socket socket;

  StationClient(TcpListener listener) {
    Awaiting.until("listening", () -> listener.port().isPresent());
    try {
      socket = new Socket(InetAddress.getLoopbackAddress(), listener.port().orElseThrow());
      socket.setTcpNoDelay(true);
      socket.setSoTimeout(PATIENCE_MILLISECONDS);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  StationClient send(String text) {
    return send(text.getBytes(StandardCharsets.UTF_8));
  }

  StationClient send(Payload frame) {
    return send(frame.toBytes());
  }

  private StationClient send(byte[] bytes) {
    try {
      socket.getOutputStream().write(bytes);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Send no more, and go on listening. */
  void hangUp() {
    try {
      socket.shutdownOutput();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The next so many bytes of answers. */
  Payload receive(int count) {
    try {
      byte[] bytes = socket.getInputStream().readNBytes(count);
      if (bytes.length < count) {
        throw new AssertionError("expected " + count + " bytes, got " + bytes.length);
      }
      return Payload.of(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether nothing comes for a tenth of a second. */
  boolean hearsNothing() {
    try {
      socket.setSoTimeout(100);
      OptionalInt heard = OptionalInt.of(socket.getInputStream().read());
      throw new AssertionError("expected silence, got " + heard);
    } catch (SocketTimeoutException e) {
      return true;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      patient();
    }
  }

  /** Wait until the other side has closed the connection; fails when it says something instead. */
  void awaitEnd() {
    try {
      int heard = socket.getInputStream().read();
      if (heard >= 0) {
        throw new AssertionError("expected the end, got " + heard);
      }
    } catch (SocketTimeoutException e) {
      throw new AssertionError("the connection is still open", e);
    } catch (IOException e) {
      // cut off with bytes under way: an end, too
    }
  }

  private void patient() {
    try {
      socket.setSoTimeout(PATIENCE_MILLISECONDS);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
