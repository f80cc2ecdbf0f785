package org.zhili.resources.internal.exports;

import java.util.List;
import java.util.Optional;
import org.zhili.core.timer.DeadTimer;
import org.zhili.resources.internal.audit.AuditView;
import org.zhili.sheets.Column;
import org.zhili.sheets.Table;

/** The audit, and work that was set aside, as sheets. */
final class AuditTables {
  private AuditTables() {}

  static Table<AuditView> audit() {
    return new Table<>(
        Titles.list("audit"),
        List.of(
            Titles.count("entry", AuditView::number),
            Column.moment(Titles.of("at"), row -> Optional.of(row.at())),
            Column.text(Titles.of("who"), 18, AuditView::who),
            Column.words(Titles.of("did"), 24, row -> Optional.of(row.actionName())),
            Column.text(Titles.of("action"), 24, AuditView::action),
            Titles.constant("outcome", AuditView::outcome),
            Column.text(Titles.of("to-what"), 30, AuditView::subject),
            Column.text(Titles.of("detail"), 50, AuditView::detail),
            Column.text(Titles.of("hash"), 66, AuditView::hash)));
  }

  static Table<DeadTimer> setAside() {
    return new Table<>(
        Titles.list("set-aside"),
        List.of(
            Titles.count("work", DeadTimer::id),
            Column.text(Titles.of("kind"), 20, DeadTimer::kind),
            Column.text(Titles.of("key"), 40, DeadTimer::key),
            Titles.count("attempts", row -> (long) row.attempts()),
            Column.text(Titles.of("error"), 60, DeadTimer::error),
            Column.moment(Titles.of("diedAt"), row -> Optional.of(row.diedAt()))));
  }
}
