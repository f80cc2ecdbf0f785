package org.zhili.core.ingest;

import java.time.Instant;
import java.util.List;

/**
 * Ends alerts whose case has ended, so that a condition that goes on, or comes back without having
 * been seen to pass, is an alert and a case again. Thread-safe and idempotent.
 */
public final class AlertEnd {
  private final StateEditor editor;

  AlertEnd(StateEditor editor) {
    this.editor = editor;
  }

  /** End the alert, unless it is over already. */
  public void end(Alert alert, Instant now) {
    editor.edit(
        List.of(alert.device()),
        now,
        (draft, book) -> {
          ConditionTrack track = draft.track(alert.condition());
          if (track != null) {
            track
                .open()
                .filter(open -> open.alert().equals(alert.id()))
                .ifPresent(
                    open -> {
                      book.caseEnded(draft, track, open);
                      draft.touch();
                    });
          }
        });
  }
}
