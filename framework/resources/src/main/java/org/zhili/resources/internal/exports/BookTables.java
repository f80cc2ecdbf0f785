package org.zhili.resources.internal.exports;

import java.util.List;
import java.util.Optional;
import org.zhili.resources.internal.city.AreaResource.AreaView;
import org.zhili.resources.internal.city.AssetRow;
import org.zhili.resources.internal.city.UnitResource.UnitView;
import org.zhili.resources.internal.scores.ScoreView;
import org.zhili.sheets.Column;
import org.zhili.sheets.Table;
import org.zhili.text.Wording;

/** The city's books, and grades, as sheets. */
final class BookTables {
  private BookTables() {}

  static Table<AssetRow> assets(Names names) {
    return new Table<>(
        Titles.list("assets"),
        List.of(
            Column.text(Titles.of("asset"), 22, AssetRow::id),
            Column.text(Titles.of("kind"), 16, AssetRow::type),
            Column.text(Titles.of("nameZh"), 20, row -> row.name().zh()),
            Column.text(Titles.of("nameEn"), 20, row -> row.name().en()),
            Column.text(Titles.of("area"), 14, AssetRow::area),
            Column.text(Titles.of("address"), 30, AssetRow::address),
            Titles.latitude(AssetRow::position),
            Titles.longitude(AssetRow::position),
            Column.maybe(Titles.of("owner"), 18, AssetRow::owner),
            Column.maybe(Titles.of("competent"), 18, AssetRow::competent),
            Column.maybe(Titles.of("maintainer"), 18, AssetRow::maintainer),
            Column.maybe(Titles.of("supervisor"), 18, AssetRow::supervisor),
            names.area("areaName", row -> Optional.of(row.area())),
            names.unit("ownerName", AssetRow::owner)));
  }

  static Table<UnitView> units() {
    return new Table<>(
        Titles.list("units"),
        List.of(
            Column.text(Titles.of("unitId"), 20, UnitView::id),
            Column.words(Titles.of("name"), 24, row -> Optional.of(row.name())),
            Column.text(Titles.of("duties"), 24, row -> Titles.lines(row.duties())),
            Column.text(Titles.of("areas"), 18, row -> Titles.lines(row.areas())),
            Column.text(Titles.of("territorialFor"), 18, row -> Titles.lines(row.territorialFor())),
            Column.maybe(Titles.of("parent"), 18, UnitView::parent)));
  }

  static Table<AreaView> areas() {
    return new Table<>(
        Titles.list("areas"),
        List.of(
            Column.text(Titles.of("area"), 20, AreaView::id),
            Column.words(Titles.of("name"), 24, row -> Optional.of(row.name())),
            Column.text(Titles.of("level"), 14, AreaView::level),
            Column.maybe(Titles.of("parent"), 18, AreaView::parent)));
  }

  static Table<ScoreView> scores() {
    return new Table<>(
        Titles.list("scores"),
        List.of(
            Column.words(
                Titles.of("unit"),
                24,
                row -> row.unitName().or(() -> Optional.of(Wording.same(row.unit())))),
            Column.day(Titles.of("from"), ScoreView::from),
            Column.day(Titles.of("to"), ScoreView::to),
            Column.amount(Titles.of("total"), 10, ScoreView::total),
            Column.words(Titles.of("ungraded"), 30, ScoreView::ungraded),
            Titles.count("sample", row -> (long) row.sample()),
            Column.words(
                Titles.of("lines"),
                50,
                row -> Titles.sentences(row.lines().stream().map(BookTables::line).toList())),
            Titles.count("leftOut", row -> (long) row.leftOut().size()),
            Column.text(Titles.of("model"), 18, ScoreView::model),
            Column.text(Titles.of("rules"), 16, ScoreView::rules),
            Column.moment(Titles.of("gradedAt"), row -> Optional.of(row.gradedAt()))));
  }

  private static Wording line(ScoreView.Line line) {
    String points = line.points().toPlainString() + " / " + line.maximum().toPlainString();
    return new Wording(
        line.name().zh() + "：" + points + "。" + line.why().zh(),
        line.name().en() + ": " + points + ". " + line.why().en());
  }
}
