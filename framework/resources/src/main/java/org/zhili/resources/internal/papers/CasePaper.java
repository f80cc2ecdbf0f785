package org.zhili.resources.internal.papers;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.zhili.print.Paper;
import org.zhili.resources.internal.cases.CaseDetail;
import org.zhili.resources.internal.cases.CaseHead;
import org.zhili.resources.internal.cases.TraceView;
import org.zhili.resources.internal.dispatch.OrderView;
import org.zhili.text.Language;
import org.zhili.text.Wording;

/**
 * A case as it is printed. The code that a resident follows it with is left out, since a paper goes
 * from hand to hand.
 */
record CasePaper(PaperWords words, CaseDetail detail, List<OrderView> orders, TraceView trace) {
  /** The paper, printed by somebody at a time. */
  Paper of(String by, Instant at) {
    List<Paper.Part> parts = new ArrayList<>();
    facts(parts);
    assignment(parts);
    clocks(parts);
    deliveries(parts);
    steps(parts);
    return new Paper(
        words.word("title", detail.head().number()),
        words.language() == Language.ZH ? "zh-CN" : "en",
        parts,
        words.word("foot", words.time(at), by),
        words.word("page"));
  }

  private void facts(List<Paper.Part> parts) {
    CaseHead head = detail.head();
    heading(parts, "facts");
    fact(parts, "number", head.number());
    fact(parts, "summary", words.said(head.summary()));
    fact(parts, "type", words.said(head.typeName()));
    detail.filingName().ifPresent(filing -> fact(parts, "filing", words.said(filing)));
    fact(parts, "state", together(head.stateName(), head.stepName(), head.standingName()));
    fact(parts, "severity", words.word("severity." + head.severity()));
    fact(parts, "source", head.source());
    fact(parts, "place", head.address());
    fact(parts, "area", words.area(head.area()));
    head.position().ifPresent(at -> fact(parts, "position", at.latitude() + ", " + at.longitude()));
    maybe(parts, "asset", detail.asset());
    maybe(parts, "device", detail.device());
    maybe(parts, "owner", detail.owner().map(words::unit));
    fact(parts, "reported", words.time(head.reportedAt()));
    maybe(parts, "closed", detail.closedAt().map(words::time));
    detail
        .rating()
        .ifPresent(
            rating ->
                fact(
                    parts,
                    "rating",
                    words.word(
                        rating.solved() ? "solved" : "unsolved",
                        Integer.toString(rating.stars()),
                        rating.comment())));
  }

  private String together(Wording... each) {
    return List.of(each).stream()
        .map(words::said)
        .distinct()
        .collect(Collectors.joining(words.word("comma")));
  }

  private void assignment(List<Paper.Part> parts) {
    CaseDetail.Parties parties = detail.assignment();
    if (parties.lead().isEmpty()) {
      return;
    }
    heading(parts, "assignment");
    maybe(parts, "lead", parties.lead().map(words::unit));
    several(parts, "assisting", parties.assisting());
    several(parts, "supervising", parties.supervising());
    several(parts, "notified", parties.notified());
  }

  private void clocks(List<Paper.Part> parts) {
    if (detail.milestones().isEmpty() && detail.pauses().isEmpty()) {
      return;
    }
    heading(parts, "clocks");
    detail
        .milestones()
        .forEach(one -> parts.add(new Paper.Fact(words.said(one.name()), clock(one))));
    detail
        .pauses()
        .forEach(
            pause ->
                fact(
                    parts,
                    "pause",
                    words.word(
                        "span",
                        words.time(pause.from()),
                        pause.until().map(words::time).orElse(words.word("now")),
                        pause.reason())));
  }

  private String clock(CaseDetail.MilestoneView one) {
    List<String> told = new ArrayList<>();
    told.add(
        one.dueAt()
            .map(due -> words.word("due", words.time(due)))
            .orElseGet(() -> words.word("standing")));
    one.metAt().ifPresent(met -> told.add(words.word("met", words.time(met))));
    if (one.overdue()) {
      told.add(words.word("overdue"));
    }
    one.note().ifPresent(note -> told.add(words.said(note)));
    return String.join(words.word("comma"), told);
  }

  private void deliveries(List<Paper.Part> parts) {
    if (orders.isEmpty()) {
      return;
    }
    heading(parts, "orders");
    orders.forEach(
        order ->
            parts.add(
                new Paper.Fact(
                    words.unit(order.unit()),
                    words.word(
                        "order." + order.status().name().toLowerCase(Locale.ROOT),
                        words.time(
                            order
                                .acknowledgedAt()
                                .or(order::deliveredAt)
                                .orElseGet(order::issuedAt))))));
  }

  private void steps(List<Paper.Part> parts) {
    heading(parts, trace.intact() ? "trace" : "torn");
    for (TraceView.Entry entry : trace.entries()) {
      String who =
          words.said(entry.actorName())
              + entry.unit().map(unit -> " · " + words.unit(unit)).orElse("");
      parts.add(
          new Paper.Fact(
              words.time(entry.at()),
              words.said(entry.actionName())
                  + " → "
                  + words.said(entry.stateName())
                  + "\n"
                  + who
                  + entry.said().stream()
                      .map(
                          one ->
                              "\n"
                                  + words.word(
                                      "said", words.said(one.name()), words.said(one.value())))
                      .collect(Collectors.joining())));
    }
  }

  private void heading(List<Paper.Part> parts, String key) {
    parts.add(new Paper.Heading(words.word("heading." + key)));
  }

  private void fact(List<Paper.Part> parts, String key, String value) {
    parts.add(new Paper.Fact(words.word("fact." + key), value));
  }

  private void maybe(List<Paper.Part> parts, String key, Optional<String> value) {
    value.ifPresent(there -> fact(parts, key, there));
  }

  private void several(List<Paper.Part> parts, String key, List<String> units) {
    if (!units.isEmpty()) {
      fact(parts, key, words.units(units));
    }
  }
}
