package org.zhili.rest.internal.engine;

import java.io.IOException;

/** More was sent than is taken. */
public final class TooLargeBody extends IOException {
  private static final long serialVersionUID = 1L;

  private final long limit;

  public TooLargeBody(long limit) {
    super("more than " + limit + " bytes");
    this.limit = limit;
  }

  public long limit() {
    return limit;
  }
}
