package org.zhili.rest.internal.json;

import com.fasterxml.jackson.core.JacksonException;
import java.io.IOException;

/** The caller's JSON could not be read: the caller's fault, unlike trouble with writing ours. */
public final class UnreadableBody extends IOException {
  private static final long serialVersionUID = 1L;

  private final JacksonException reason;

  UnreadableBody(JacksonException reason) {
    super(reason.getOriginalMessage(), reason);
    this.reason = reason;
  }

  public JacksonException reason() {
    return reason;
  }
}
