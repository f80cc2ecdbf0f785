package org.zhili.resources.internal.exports;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.zhili.resources.internal.alerts.AlertView;
import org.zhili.resources.internal.cases.CaseHead;
import org.zhili.resources.internal.dispatch.AdviceView;
import org.zhili.resources.internal.dispatch.OrderView;
import org.zhili.resources.internal.dispatch.ReviewView;
import org.zhili.sheets.Column;
import org.zhili.sheets.Table;

/** What is under way, as sheets. */
final class CaseTables {
  private CaseTables() {}

  static Table<CaseHead> cases(Names names) {
    return new Table<>(
        Titles.list("cases"),
        List.of(
            Column.text(Titles.of("number"), 22, CaseHead::number),
            Column.words(Titles.of("type"), 18, row -> Optional.of(row.typeName())),
            Column.words(Titles.of("state"), 10, row -> Optional.of(row.stateName())),
            Column.words(Titles.of("step"), 12, row -> Optional.of(row.stepName())),
            Column.words(Titles.of("standing"), 12, row -> Optional.of(row.standingName())),
            Titles.constant("severity", CaseHead::severity),
            Column.words(Titles.of("summary"), 40, row -> Optional.of(row.summary())),
            Column.text(Titles.of("address"), 30, CaseHead::address),
            names.area("areaName", row -> Optional.of(row.area())),
            Column.text(Titles.of("area"), 14, CaseHead::area),
            Titles.latitude(CaseHead::position),
            Titles.longitude(CaseHead::position),
            names.unit("lead", CaseHead::lead),
            Column.moment(Titles.of("reportedAt"), row -> Optional.of(row.reportedAt())),
            Column.moment(Titles.of("dueAt"), CaseHead::dueAt),
            Titles.yes("overdue", CaseHead::overdue),
            Column.text(Titles.of("source"), 14, CaseHead::source),
            Column.text(Titles.of("subject"), 18, CaseHead::subject),
            Column.text(Titles.of("condition"), 14, CaseHead::condition),
            Column.text(Titles.of("id"), 38, CaseHead::id)));
  }

  static Table<ReviewView> reviews(Names names) {
    return new Table<>(
        Titles.list("reviews"),
        List.of(
            Column.text(Titles.of("number"), 22, row -> row.file().number()),
            Column.words(Titles.of("type"), 18, row -> Optional.of(row.file().typeName())),
            Titles.constant("severity", row -> row.file().severity()),
            Column.words(Titles.of("summary"), 40, row -> Optional.of(row.file().summary())),
            Column.text(Titles.of("address"), 30, row -> row.file().address()),
            names.area("areaName", row -> Optional.of(row.file().area())),
            Column.words(
                Titles.of("reasons"),
                30,
                row ->
                    Titles.sentences(row.reasons().stream().map(ReviewView.Reason::name).toList())),
            names.unit("advised", row -> row.advice().flatMap(AdviceView::lead)),
            Column.amount(
                Titles.of("confidence"),
                10,
                row -> row.advice().map(AdviceView::confidence).map(BigDecimal::valueOf)),
            Column.words(Titles.of("why"), 40, row -> row.advice().map(AdviceView::why)),
            Column.moment(Titles.of("createdAt"), row -> Optional.of(row.createdAt())),
            Column.maybe(Titles.of("heldBy"), 14, ReviewView::heldBy),
            Column.moment(Titles.of("heldUntil"), ReviewView::heldUntil)));
  }

  static Table<OrderView> orders(Names names) {
    return new Table<>(
        Titles.list("orders"),
        List.of(
            Column.text(Titles.of("id"), 12, row -> Long.toString(row.id())),
            Column.text(Titles.of("number"), 22, OrderView::number),
            Column.words(Titles.of("summary"), 40, row -> Optional.of(row.summary())),
            Column.text(Titles.of("address"), 30, OrderView::address),
            names.unit("unit", row -> Optional.of(row.unit())),
            Titles.constant("role", OrderView::role),
            Titles.constant("status", OrderView::status),
            Titles.count("round", row -> (long) row.round()),
            Column.moment(Titles.of("issuedAt"), row -> Optional.of(row.issuedAt())),
            Column.moment(Titles.of("deliveredAt"), OrderView::deliveredAt),
            Column.moment(Titles.of("acknowledgedAt"), OrderView::acknowledgedAt)));
  }

  static Table<AlertView> alerts(Names names) {
    return new Table<>(
        Titles.list("alerts"),
        List.of(
            Column.text(Titles.of("device"), 20, AlertView::device),
            Column.text(Titles.of("kind"), 16, AlertView::deviceType),
            Column.maybe(Titles.of("asset"), 18, AlertView::asset),
            names.area("areaName", row -> Optional.of(row.area())),
            Column.text(Titles.of("address"), 30, AlertView::address),
            Column.text(Titles.of("condition"), 14, AlertView::condition),
            Titles.constant("severity", AlertView::severity),
            Column.words(Titles.of("why"), 40, row -> Optional.of(row.why())),
            Titles.yes("open", AlertView::open),
            Column.words(Titles.of("whyNoCase"), 30, AlertView::whyNoCase),
            Column.moment(Titles.of("observedAt"), row -> Optional.of(row.observedAt())),
            Column.moment(Titles.of("raisedAt"), row -> Optional.of(row.raisedAt())),
            Column.moment(Titles.of("lastSeenAt"), row -> Optional.of(row.lastSeenAt())),
            Titles.count("occurrences", AlertView::occurrences),
            Column.moment(Titles.of("clearedAt"), AlertView::clearedAt),
            Column.maybe(Titles.of("acknowledgedBy"), 14, AlertView::acknowledgedBy),
            Column.moment(Titles.of("acknowledgedAt"), AlertView::acknowledgedAt),
            Column.text(Titles.of("id"), 38, AlertView::id)));
  }
}
