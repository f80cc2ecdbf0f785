package org.zhili.resources;

import java.util.List;
import java.util.Optional;
import org.zhili.casework.Limit.LimitUnit;
import org.zhili.resources.internal.cases.ActionBody;
import org.zhili.resources.internal.cases.EvidenceBody;
import org.zhili.resources.internal.cases.ReportBody;
import org.zhili.resources.internal.city.AssetBody;

/** Bodies of requests as callers usually send them. */
public final class Bodies {
  private Bodies() {}

  /** A missing cover in the east, on no registered asset. */
  public static ReportBody report() {
    return report("east-1", Optional.empty());
  }

  public static ReportBody report(String area, Optional<String> asset) {
    return new ReportBody(
        "test.component",
        Optional.of("missing"),
        "hotline",
        "manhole_cover",
        "missing",
        area,
        "中山路100号",
        Optional.empty(),
        "王小明来电:井盖不见了",
        Optional.empty(),
        asset,
        List.of());
  }

  /** A cover in the east that somebody owns. */
  public static AssetBody cover(String owner) {
    return new AssetBody(
        "manhole_cover",
        new AssetBody.NameBody("井盖", "Cover"),
        "east-1",
        "中山路",
        Optional.empty(),
        Optional.of(owner),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  public static ActionBody action(String action) {
    return action(action, "");
  }

  /** With a reason, and with the evidence of which kinds. */
  public static ActionBody action(String action, String reason, String... evidence) {
    List<EvidenceBody> brought =
        List.of(evidence).stream().map(kind -> new EvidenceBody(kind, "seen")).toList();
    return new ActionBody(
        action,
        "",
        reason,
        brought,
        Optional.empty(),
        List.of(),
        List.of(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        "");
  }

  public static ActionBody dispatch(String lead, String reason) {
    ActionBody plain = action("dispatch", reason);
    return new ActionBody(
        plain.action(),
        plain.note(),
        plain.reason(),
        plain.evidence(),
        Optional.of(lead),
        plain.assisting(),
        plain.supervising(),
        plain.notified(),
        plain.filing(),
        plain.granted(),
        plain.milestone(),
        plain.amount(),
        plain.unit(),
        plain.into(),
        plain.solved(),
        plain.stars(),
        plain.comment());
  }

  /** More time to mend, for a good reason. */
  public static ActionBody extend(int amount, LimitUnit unit) {
    ActionBody plain = action("extend", "rain");
    return new ActionBody(
        plain.action(),
        plain.note(),
        plain.reason(),
        plain.evidence(),
        plain.lead(),
        plain.assisting(),
        plain.supervising(),
        plain.notified(),
        plain.filing(),
        plain.granted(),
        Optional.of("repair"),
        Optional.of(amount),
        Optional.of(unit),
        plain.into(),
        plain.solved(),
        plain.stars(),
        plain.comment());
  }

  public static ActionBody merge(String into) {
    ActionBody plain = action("merge", "the same");
    return new ActionBody(
        plain.action(),
        plain.note(),
        plain.reason(),
        plain.evidence(),
        plain.lead(),
        plain.assisting(),
        plain.supervising(),
        plain.notified(),
        plain.filing(),
        plain.granted(),
        plain.milestone(),
        plain.amount(),
        plain.unit(),
        Optional.of(into),
        plain.solved(),
        plain.stars(),
        plain.comment());
  }

  /** What whoever reported a case says of its end. */
  public static ActionBody rating(Optional<Boolean> solved, Optional<Integer> stars) {
    ActionBody plain = action("rate");
    return new ActionBody(
        plain.action(),
        plain.note(),
        plain.reason(),
        plain.evidence(),
        plain.lead(),
        plain.assisting(),
        plain.supervising(),
        plain.notified(),
        plain.filing(),
        plain.granted(),
        plain.milestone(),
        plain.amount(),
        plain.unit(),
        plain.into(),
        solved,
        stars,
        "good");
  }
}
