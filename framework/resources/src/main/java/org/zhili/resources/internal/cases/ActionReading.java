package org.zhili.resources.internal.cases;

import java.util.List;
import java.util.Optional;
import org.zhili.access.Viewer;
import org.zhili.casework.CaseAction;
import org.zhili.casework.CaseFile;
import org.zhili.casework.Evidence;
import org.zhili.casework.Limit;
import org.zhili.casework.Rating;
import org.zhili.core.casework.CaseWords;
import org.zhili.resources.internal.Form;
import org.zhili.resources.internal.Register;
import org.zhili.resources.internal.Trouble;
import org.zhili.text.Wording;

/** Reads what somebody wants to do to a case. */
public final class ActionReading {
  private final CaseFinder finder;
  private final Register register;
  private final CaseWords words;

  public ActionReading(CaseFinder finder, Register register, CaseWords words) {
    this.finder = finder;
    this.register = register;
    this.words = words;
  }

  /** What people call an action. */
  Wording called(String action) {
    return words.action(action);
  }

  CaseAction action(ActionBody body, Viewer viewer) {
    String reason = body.reason();
    return switch (body.action()) {
      case "dispatch" -> dispatch(body);
      case "file" -> new CaseAction.File(need(body, "filing", body.filing()), body.note());
      case "decline" -> new CaseAction.Decline(reason);
      case "request-return" -> new CaseAction.RequestReturn(reason);
      case "decide-return" ->
          new CaseAction.DecideReturn(need(body, "granted", body.granted()), reason);
      case "meet" ->
          new CaseAction.Meet(
              need(body, "milestone", body.milestone()), body.note(), evidence(body));
      case "extend" -> extend(body);
      case "suspend" -> new CaseAction.Suspend(reason);
      case "park" -> new CaseAction.Park(reason);
      case "resume" -> new CaseAction.Resume(body.note());
      case "rework" -> new CaseAction.Rework(reason);
      case "annul" -> new CaseAction.Annul(reason);
      case "merge" -> merge(body, viewer);
      case "reopen" -> new CaseAction.Reopen(reason);
      case "urge" -> new CaseAction.Urge(reason);
      case "rate" -> rate(body);
      case "note" -> new CaseAction.Note(body.note(), evidence(body).stream().findFirst());
      default -> new CaseAction.Advance(body.action(), body.note(), evidence(body));
    };
  }

  private CaseAction dispatch(ActionBody body) {
    if (body.reason().isBlank()) {
      throw Trouble.REASON_MISSING.at("reason", List.of(called(body.action())));
    }
    return new CaseAction.Dispatch(
        register.unit("lead", need(body, "lead", body.lead())),
        register.units("assisting", body.assisting()),
        register.units("supervising", body.supervising()),
        register.units("notified", body.notified()),
        Wording.same(body.reason()));
  }

  private CaseAction extend(ActionBody body) {
    Limit by = new Limit(need(body, "amount", body.amount()), need(body, "unit", body.unit()));
    return new CaseAction.Extend(need(body, "milestone", body.milestone()), by, body.reason());
  }

  private CaseAction merge(ActionBody body, Viewer viewer) {
    CaseFile into =
        finder
            .find(need(body, "into", body.into()), viewer)
            .orElseThrow(() -> Form.wrong("into", "merge"));
    return new CaseAction.Merge(into.id(), body.reason());
  }

  private CaseAction rate(ActionBody body) {
    return new CaseAction.Rate(
        new Rating(
            need(body, "solved", body.solved()),
            need(body, "stars", body.stars()),
            body.comment()));
  }

  private static List<Evidence> evidence(ActionBody body) {
    return body.evidence().stream().map(EvidenceBody::evidence).toList();
  }

  private <T> T need(ActionBody body, String field, Optional<T> value) {
    return value.orElseThrow(
        () -> Trouble.FIELD_MISSING.at(field, List.of(Wording.same(field), called(body.action()))));
  }
}
