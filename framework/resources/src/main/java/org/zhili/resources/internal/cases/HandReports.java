package org.zhili.resources.internal.cases;

import java.time.InstantSource;
import java.util.Optional;
import java.util.regex.Pattern;
import org.zhili.access.Viewer;
import org.zhili.casework.Actor;
import org.zhili.casework.CaseFile;
import org.zhili.casework.Opened;
import org.zhili.core.casework.CaseLedger;
import org.zhili.core.casework.Desk;
import org.zhili.core.store.IdempotencyStore;
import org.zhili.core.store.IdempotencyStore.Answered;
import org.zhili.id.CaseId;
import org.zhili.resources.internal.Fingerprint;
import org.zhili.resources.internal.Retry;
import org.zhili.resources.internal.Trouble;

/**
 * Opens cases for people who report. A report that is sent again under the same key opens nothing
 * new, however often and wherever it arrives.
 */
public final class HandReports {
  private static final Pattern KEY = Pattern.compile("[A-Za-z0-9._-]{8,64}");
  private static final String JOINED = "joined ";
  private static final String OPENED = "opened ";

  private final Desk desk;
  private final CaseLedger ledger;
  private final ReportReading reading;
  private final Answers answers;

  public HandReports(Desk desk, CaseLedger ledger, ReportReading reading, Answers answers) {
    this.desk = desk;
    this.ledger = ledger;
    this.reading = reading;
    this.answers = answers;
  }

  /** What was answered before, and the clock it was answered by. */
  public record Answers(IdempotencyStore store, InstantSource clock) {}

  Opened open(ReportBody body, Optional<String> key, Viewer viewer) {
    Optional<String> own = key.map(k -> key(k, viewer));
    String fingerprint = Fingerprint.of(body);
    return Retry.onConflict(
        () ->
            ledger
                .transactions()
                .run(
                    () ->
                        own.flatMap(answers.store()::find)
                            .map(answered -> again(answered, fingerprint))
                            .orElseGet(() -> open(body, own, fingerprint, viewer))));
  }

  private Opened open(ReportBody body, Optional<String> key, String fingerprint, Viewer viewer) {
    Opened opened = desk.open(reading.newCase(body, viewer), Actor.of(viewer));
    String result = (opened.joined() ? JOINED : OPENED) + opened.file().id();
    key.ifPresent(
        k ->
            answers
                .store()
                .remember(k, new Answered(fingerprint, result, answers.clock().instant())));
    return opened;
  }

  private Opened again(Answered answered, String fingerprint) {
    if (!answered.fingerprint().equals(fingerprint)) {
      throw Trouble.KEY_REUSED.problem();
    }
    boolean joined = answered.result().startsWith(JOINED);
    String id = answered.result().substring(joined ? JOINED.length() : OPENED.length());
    CaseFile file = ledger.cases().find(CaseId.of(id)).orElseThrow(Trouble.CONFLICT::problem);
    return new Opened(file, joined);
  }

  private static String key(String key, Viewer viewer) {
    if (!KEY.matcher(key).matches()) {
      throw Trouble.MALFORMED_KEY.problem();
    }
    return viewer.account() + " " + key;
  }
}
