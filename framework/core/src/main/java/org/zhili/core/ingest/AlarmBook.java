package org.zhili.core.ingest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.zhili.alert.Judgment;
import org.zhili.alert.Severity;
import org.zhili.core.ingest.ConditionTrack.Held;
import org.zhili.core.ingest.ConditionTrack.Open;
import org.zhili.device.Reading;
import org.zhili.rules.AlertPolicy.Damping;
import org.zhili.text.Text;

/** Collects what one batch's judgments make of alarms, alerts and follow-ups. For one thread. */
final class AlarmBook {
  private final IngestRules rules;
  private final Judges judges;
  private final Supplier<UUID> ids;
  private final Instant now;
  private final List<Alarm> alarms = new ArrayList<>();
  private final Map<UUID, Alert> raised = new LinkedHashMap<>();
  private final Map<UUID, AlertUpdate> updates = new LinkedHashMap<>();
  private final List<FollowUp> followUps = new ArrayList<>();

  AlarmBook(IngestRules rules, Judges judges, Supplier<UUID> ids, Instant now) {
    this.rules = rules;
    this.judges = judges;
    this.ids = ids;
    this.now = now;
  }

  List<Alarm> alarms() {
    return alarms;
  }

  List<Alert> raised() {
    return List.copyOf(raised.values());
  }

  List<AlertUpdate> updates() {
    return List.copyOf(updates.values());
  }

  List<FollowUp> followUps() {
    return followUps;
  }

  /** Record an abnormal judgment and what it makes of the condition. */
  void abnormal(DeviceDraft draft, Sighting sighting) {
    Judgment.Abnormal judgment = sighting.judgment();
    String condition = judgment.condition();
    String type = draft.device().type();
    ConditionTrack before = draft.track(condition);
    ConditionLedger.Folded folded =
        ConditionLedger.abnormal(
            before == null ? ConditionTrack.start(condition, sighting.rule()) : before,
            sighting,
            damping(type, sighting),
            rules.opens(type, condition).isPresent(),
            ids);
    ConditionTrack after = folded.track();
    if (before != null || after.abnormal() > 0 || after.open().isPresent()) {
      draft.keep(after);
    }
    Optional<UUID> alert = after.open().map(Open::alert);
    boolean raised = folded.disposition() == Alarm.Disposition.RAISED;
    Optional<Text> reason =
        raised ? Alert.whyNoCase(rules.opens(type, condition)) : folded.reason();
    alarms.add(alarm(draft, sighting, folded.disposition(), alert, reason));
    if (raised) {
      raise(
          draft,
          after,
          judgment.severity(),
          judgment.why(),
          sighting.reading(),
          sighting.observedAt());
    } else if (before != null && after.open().isPresent() && !after.open().equals(before.open())) {
      update(after, after.open().get(), folded.escalated() ? judgment : null);
    }
    folded
        .heldUntil()
        .ifPresent(
            until ->
                followUps.add(
                    new FollowUp(
                        FollowUp.QUIET_OVER,
                        QuietWatch.key(draft.device().id(), condition, until),
                        until)));
  }

  /** Record that a rule found all well at that time. */
  void normal(DeviceDraft draft, String rule, Instant at) {
    if (draft.tracks().isEmpty()) {
      return;
    }
    for (ConditionTrack track : List.copyOf(draft.tracks().values())) {
      if (track.rule().equals(rule)) {
        settle(draft, track, at);
      }
    }
  }

  /** Record that the device spoke: it is not offline, whoever said so. */
  void spoke(DeviceDraft draft, Instant at) {
    ConditionTrack track = draft.track(DeviceState.OFFLINE);
    if (track != null) {
      settle(draft, track, at);
    }
  }

  /** Raise what was held as flapping. */
  void raiseHeld(DeviceDraft draft, ConditionTrack track, Held held) {
    String type = draft.device().type();
    boolean opensCase = rules.opens(type, track.condition()).isPresent();
    ConditionTrack after = ConditionLedger.raised(track, held.severity(), opensCase, ids);
    draft.keep(after);
    Sighting sighting =
        new Sighting(
            track.rule(),
            new Judgment.Abnormal(track.condition(), held.severity(), held.why()),
            Optional.empty(),
            now,
            now,
            now,
            false);
    alarms.add(
        alarm(
            draft,
            sighting,
            Alarm.Disposition.RAISED,
            after.open().map(Open::alert),
            Alert.whyNoCase(rules.opens(type, track.condition()))));
    raise(draft, after, held.severity(), held.why(), Optional.empty(), held.observedAt());
  }

  /** Record that the case of the condition's open alert has ended. */
  void caseEnded(DeviceDraft draft, ConditionTrack track, Open open) {
    draft.keep(ConditionLedger.ended(track, now));
    add(
        new AlertUpdate(
            open.alert(),
            open.occurrences(),
            track.lastAbnormalAt().orElse(now),
            Optional.empty(),
            Optional.of(now)));
  }

  /** What time itself raises has waited long enough. */
  private Damping damping(String type, Sighting sighting) {
    Damping damping = rules.damping(type, sighting.judgment().condition());
    return sighting.reading().isPresent()
        ? damping
        : new Damping(1, damping.clearAfter(), damping.quietAfterClear());
  }

  private void settle(DeviceDraft draft, ConditionTrack before, Instant at) {
    Damping damping = rules.damping(draft.device().type(), before.condition());
    ConditionTrack after = ConditionLedger.normal(before, at, damping);
    if (ConditionLedger.forgettable(after, at, damping)) {
      draft.tracks().remove(after.condition());
    } else {
      draft.keep(after);
    }
    if (before.open().isPresent() && after.open().isEmpty()) {
      clear(before, before.open().get(), at);
    }
  }

  private void raise(
      DeviceDraft draft,
      ConditionTrack track,
      Severity severity,
      Text why,
      Optional<Reading> reading,
      Instant observedAt) {
    Open open = track.open().orElseThrow();
    Alert alert =
        new Alert(
            open.alert(),
            draft.device(),
            track.condition(),
            track.rule(),
            severity,
            why,
            judges.render(why),
            rules.opens(draft.device().type(), track.condition()),
            reading,
            observedAt,
            now,
            observedAt,
            open.occurrences(),
            Optional.empty());
    raised.put(alert.id(), alert);
    if (open.opensCase()) {
      followUps.add(new FollowUp(FollowUp.OPEN_CASE, alert.id().toString(), now));
    }
  }

  private void update(ConditionTrack track, Open open, Judgment.@Nullable Abnormal worse) {
    Optional<AlertUpdate.Escalation> escalation =
        Optional.ofNullable(worse)
            .map(
                judgment ->
                    new AlertUpdate.Escalation(
                        judgment.severity(), judgment.why(), judges.render(judgment.why())));
    add(
        new AlertUpdate(
            open.alert(),
            open.occurrences(),
            track.lastAbnormalAt().orElse(now),
            escalation,
            Optional.empty()));
  }

  private void clear(ConditionTrack before, Open open, Instant at) {
    add(
        new AlertUpdate(
            open.alert(),
            open.occurrences(),
            before.lastAbnormalAt().orElse(at),
            Optional.empty(),
            Optional.of(at)));
    if (open.opensCase()) {
      followUps.add(new FollowUp(FollowUp.ALERT_CLEARED, open.alert().toString(), now));
    }
  }

  /** An alert of this very batch is changed in place; a stored one is updated once. */
  private void add(AlertUpdate update) {
    Alert fresh = raised.get(update.alert());
    if (fresh != null) {
      raised.put(fresh.id(), fresh.after(update));
    } else {
      updates.merge(update.alert(), update, AlertUpdate::then);
    }
  }

  private static Alarm alarm(
      DeviceDraft draft,
      Sighting sighting,
      Alarm.Disposition disposition,
      Optional<UUID> alert,
      Optional<Text> reason) {
    Judgment.Abnormal judgment = sighting.judgment();
    return new Alarm(
        draft.device().id(),
        sighting.rule(),
        judgment.condition(),
        sighting.reading().map(Reading::metric).orElse(""),
        judgment.severity(),
        judgment.why(),
        sighting.observedAt(),
        sighting.receivedAt(),
        disposition,
        alert,
        reason);
  }
}
