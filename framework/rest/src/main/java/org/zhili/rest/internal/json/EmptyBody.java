package org.zhili.rest.internal.json;

import java.io.IOException;

/** Nothing was sent where JSON was needed, or {@code null}. */
public final class EmptyBody extends IOException {
  private static final long serialVersionUID = 1L;

  EmptyBody() {
    super("no JSON body");
  }
}
