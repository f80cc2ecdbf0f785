package org.zhili.access.internal.live;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** A browser at the end of a line, that takes as much as it is told to. */
final class Browser extends ServletOutputStream {
  private final StringBuilder taken = new StringBuilder();
  private Optional<WriteListener> line = Optional.empty();
  private int room;
  private int completed;
  private boolean cutOff;

  Browser(int room) {
    this.room = room;
  }

  AsyncContext context() {
    return (AsyncContext)
        Proxy.newProxyInstance(
            Browser.class.getClassLoader(),
            new Class<?>[] {AsyncContext.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("complete")) {
                completed++;
              }
              return null;
            });
  }

  /** As the container does, when something can be written for the first time or again. */
  void takes(int more) throws IOException {
    room += more;
    line.orElseThrow().onWritePossible();
  }

  void cutOff() {
    cutOff = true;
  }

  String taken() {
    return taken.toString();
  }

  int completed() {
    return completed;
  }

  @Override
  public boolean isReady() {
    return room > 0;
  }

  @Override
  public void setWriteListener(WriteListener listener) {
    line = Optional.of(listener);
  }

  @Override
  public void write(byte[] bytes) throws IOException {
    if (cutOff) {
      throw new IOException("Broken pipe");
    }
    room--;
    taken.append(new String(bytes, StandardCharsets.UTF_8));
  }

  @Override
  public void write(int octet) {
    throw new UnsupportedOperationException("octet by octet");
  }
}
