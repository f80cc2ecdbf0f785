package org.zhili.core.town;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.zhili.core.casework.AbsentTypes;
import org.zhili.core.casework.CoveredWords;
import org.zhili.core.casework.DueTimes;
import org.zhili.core.casework.Milestones;
import org.zhili.core.casework.NextDue;
import org.zhili.core.casework.Reactions;
import org.zhili.core.dispatch.DispatchDesk;
import org.zhili.core.dispatch.WorkOrders;
import org.zhili.core.ingest.FollowUp;
import org.zhili.core.ingest.Ingestion;
import org.zhili.core.intake.AlertIntake;
import org.zhili.core.intake.CaseAlerts;
import org.zhili.core.store.IdempotencyStore;
import org.zhili.core.timer.NewTimer;
import org.zhili.core.timer.Recurring;
import org.zhili.core.timer.TimerClaim;
import org.zhili.core.timer.TimerHandler;
import org.zhili.core.timer.TimerWorkers;

/** What a town does by itself: upon changes of cases, when timers fall due, and over and over. */
final class Routine {
  static final String REVIEWS = "reviews";
  static final String QUARANTINE = "quarantine";
  private static final int ANSWERS_AT_ONCE = 2_000;
  private static final int PHOTOS_AT_ONCE = 100;

  /** Long enough for a phone that found no line for days after its answer was lost. */
  private static final Duration ANSWERS_KEPT = Duration.ofDays(7);

  /** A photo that was brought under a key is there for as long as the key is remembered. */
  private static final Duration LOOSE_PHOTOS_KEPT = ANSWERS_KEPT.plusDays(1);

  private final Town town;
  private final TownStores stores;
  private final TimerWorkers timers;

  Routine(Town town) {
    this.town = town;
    this.stores = town.stores();
    this.timers = town.timers();
  }

  /** Let all parts of the town follow the desk, and do their timers. */
  void follow(Reactions reactions) {
    CaseAlerts caseAlerts =
        new CaseAlerts(stores.timers(), town.desk(), town.ledger().trace(), this::endAlert);
    town.desk().follow(town.orders());
    town.desk().follow(town.dispatch());
    town.desk().follow(town.milestones());
    town.desk().follow(new NextDue(town.milestones(), stores.cases()));
    town.desk().follow(reactions);
    town.desk().follow(caseAlerts);
    town.desk().follow(change -> stores.transactions().afterCommit(timers::kick));
    AlertIntake intake = new AlertIntake(stores.ingest(), town.desk(), town.ledger(), town.books());
    timers.register(FollowUp.OPEN_CASE, intake::open);
    timers.register(FollowUp.ALERT_CLEARED, intake::cleared);
    timers.register(CaseAlerts.CASE_ENDED, caseAlerts);
    timers.register(FollowUp.QUIET_OVER, this::quietOver);
    timers.register(DispatchDesk.DISPATCH, town.dispatch());
    timers.register(WorkOrders.DELIVER, town.orders());
    timers.registerLong(AbsentTypes.HALT, town.absentTypes()::halt);
    timers.registerLong(AbsentTypes.GO_ON, town.absentTypes()::goOn);
    timers.register(Milestones.MILESTONE, town.milestones());
    timers.registerLong(Reactions.REACTION, reactions);
    timers.registerLong(
        DueTimes.DUE_TIMES,
        new DueTimes(stores.cases(), town.milestones(), stores.timers(), town.clock()));
    timers.registerLong(
        CoveredWords.COVERED_WORDS,
        new CoveredWords(stores.cases(), stores.timers(), town.clock()));
  }

  private void endAlert(UUID id) {
    stores
        .ingest()
        .alert(id)
        .ifPresent(alert -> town.ingestion().alertEnd().end(alert, town.clock().instant()));
  }

  private TimerHandler.Effect quietOver(TimerClaim claim) {
    Optional<Instant> again =
        town.ingestion().quietWatch().fire(claim.key(), town.clock().instant());
    return () ->
        again.ifPresent(
            at -> stores.timers().add(NewTimer.of(FollowUp.QUIET_OVER, claim.key(), at)));
  }

  /** Begin what is done over and over. */
  void begin(Recurring chores) {
    Ingestion ingestion = town.ingestion();
    chores.every(
        Duration.ofMinutes(10),
        "checkpoint",
        () -> town.ledger().trace().checkpoint(town.clock().instant()));
    chores.every(
        Duration.ofMinutes(1),
        "silence",
        () -> ingestion.silenceWatch().check(town.clock().instant()));
    chores.every(Duration.ofMinutes(1), "registers", town.devices()::forget);
    chores.every(Duration.ofMinutes(1), QUARANTINE, () -> ingestion.quarantine().sweep());
    chores.every(Duration.ofMinutes(1), REVIEWS, town.dispatch()::askAgain);
    chores.every(Duration.ofHours(1), "answers", this::forgetAnswers);
    chores.every(Duration.ofMinutes(10), "sealed", this::forgetSealed);
    chores.every(Duration.ofHours(1), "photos", this::forgetPhotos);
    chores.every(
        Duration.ofHours(1), "history", () -> ingestion.history().forget(town.clock().instant()));
  }

  /** What was answered to a request is remembered for a week. In portions, as others write too. */
  private void forgetAnswers() {
    Instant before = town.clock().instant().minus(ANSWERS_KEPT);
    int forgotten;
    do {
      forgotten =
          stores.transactions().run(() -> stores.idempotency().forget(before, ANSWERS_AT_ONCE));
    } while (forgotten == ANSWERS_AT_ONCE);
  }

  private void forgetSealed() {
    Instant before = town.clock().instant().minus(IdempotencyStore.SEALED_KEPT);
    int forgotten;
    do {
      forgotten =
          stores
              .transactions()
              .run(() -> stores.idempotency().forgetSealed(before, ANSWERS_AT_ONCE));
    } while (forgotten == ANSWERS_AT_ONCE);
  }

  private void forgetPhotos() {
    Instant before = town.clock().instant().minus(LOOSE_PHOTOS_KEPT);
    int forgotten;
    do {
      forgotten =
          stores.transactions().run(() -> stores.attachments().sweep(before, PHOTOS_AT_ONCE));
    } while (forgotten == PHOTOS_AT_ONCE);
  }
}
