package org.zhili.core.alert;

import java.time.Instant;
import java.util.Optional;
import org.zhili.core.ingest.Alert;

/**
 * An alert, and who has taken note of it.
 *
 * @param acknowledgement empty while nobody has
 */
public record NotedAlert(Alert alert, Optional<Acknowledgement> acknowledgement) {
  /** A person's word that somebody looks after it. */
  public record Acknowledgement(String by, Instant at) {}
}
