package org.zhili.rest.internal.door;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;
import org.zhili.rest.internal.engine.TooLargeBody;

/** A request's body that ends with an exception when it does not end in time. */
final class LimitedStream extends ServletInputStream {
  private final ServletInputStream body;
  private final long limit;
  private long read;

  LimitedStream(ServletInputStream body, long limit) {
    this.body = body;
    this.limit = limit;
  }

  @Override
  public int read() throws IOException {
    int one = body.read();
    count(one < 0 ? 0 : 1);
    return one;
  }

  @Override
  public int read(byte[] into, int from, int length) throws IOException {
    int n = body.read(into, from, length);
    count(Math.max(0, n));
    return n;
  }

  private void count(int more) throws IOException {
    read += more;
    if (read > limit) {
      throw new TooLargeBody(limit);
    }
  }

  @Override
  public boolean isFinished() {
    return body.isFinished();
  }

  @Override
  public boolean isReady() {
    return body.isReady();
  }

  @Override
  public void setReadListener(ReadListener listener) {
    body.setReadListener(listener);
  }
}
