package org.zhili.envelope;

import java.util.Optional;

/**
 * One thing a network's message says.
 *
 * @param name how the network names it, such as {@code deviceInfo.devEui}
 * @param value what it says; empty when it does not
 */
public record Told(String name, Optional<String> value) {
  private static final int SHOWN = 80;

  /** Whether it is just this. */
  public boolean is(String expected) {
    return value.filter(expected::equals).isPresent();
  }

  /** That it is not what it should be, such as {@code in Base64}. */
  public Opened.Rejected rejected(String expected) {
    String got =
        value
            .map(text -> text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text)
            .orElse("none");
    return new Opened.Rejected("expected " + name + " " + expected + ", got " + got);
  }
}
