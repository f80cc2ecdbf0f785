package org.zhili.broker.internal.door;

/** The answer to a client that knocks. */
sealed interface Verdict {
  record Admitted(Login login) implements Verdict {}

  record Refused(Refusal refusal) implements Verdict {}
}
