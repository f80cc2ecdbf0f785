package org.zhili.itests;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.util.Random;

/**
 * An operator who annuls cases of bins while the town lives, so that their next alarm opens another
 * one. Writes down what the town said was done.
 */
final class Clerk implements Runnable {
  private static final long PAUSE_MILLISECONDS = 400;

  private final Rest operator;
  private final Ledger ledger;
  private final Random random;
  private volatile boolean ending;

  Clerk(Rest operator, Ledger ledger, Random random) {
    this.operator = operator;
    this.ledger = ledger;
    this.random = random;
  }

  void end() {
    ending = true;
  }

  @Override
  public void run() {
    while (!ending) {
      try {
        annulOne();
      } catch (UncheckedIOException e) {
        // the town is dead, or dies: what it did not say it did is no promise
      }
      pause();
    }
  }

  private void annulOne() {
    Rest.Answer open = operator.get("/cases?subject=trash_bin&standing=OPEN");
    if (open.status() != 200) {
      return;
    }
    JsonNode cases = open.json().path("items");
    if (cases.isEmpty()) {
      return;
    }
    String id = cases.get(random.nextInt(cases.size())).path("id").asText();
    Rest.Answer done =
        operator.post(
            "/cases/" + id + "/actions",
            """
                {"action": "annul", "reason": "no longer of interest"}""");
    if (done.status() == 200) {
      ledger.annulled(id, done.json().path("version").asLong());
    }
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE_MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
