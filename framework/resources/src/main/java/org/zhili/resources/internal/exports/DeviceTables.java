package org.zhili.resources.internal.exports;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.zhili.resources.internal.PositionBody;
import org.zhili.resources.internal.ReadingView;
import org.zhili.resources.internal.city.AlarmView;
import org.zhili.resources.internal.city.DeviceStateView;
import org.zhili.resources.internal.city.DeviceView;
import org.zhili.resources.internal.inbox.StrangerView;
import org.zhili.resources.internal.quarantine.MessageView;
import org.zhili.sheets.Column;
import org.zhili.sheets.Table;

/** Devices and what they say, as sheets. */
final class DeviceTables {
  private DeviceTables() {}

  static Table<DeviceView> devices(Names names) {
    return new Table<>(
        Titles.list("devices"),
        List.of(
            Column.text(Titles.of("device"), 20, DeviceView::id),
            Column.text(Titles.of("kind"), 16, DeviceView::type),
            Column.text(Titles.of("driver"), 22, DeviceView::driver),
            Column.text(Titles.of("area"), 14, DeviceView::area),
            Column.text(Titles.of("address"), 30, DeviceView::address),
            Titles.latitude(DeviceView::position),
            Titles.longitude(DeviceView::position),
            Column.maybe(Titles.of("asset"), 18, DeviceView::asset),
            Column.text(Titles.of("settings"), 30, row -> Titles.settings(row.settings())),
            Column.maybe(Titles.of("network"), 30, DeviceView::network),
            names.area("areaName", row -> Optional.of(row.area()))));
  }

  static Table<DeviceStateView> states() {
    return new Table<>(
        Titles.list("device-states"),
        List.of(
            Column.text(Titles.of("device"), 20, DeviceStateView::device),
            Column.moment(Titles.of("lastSeenAt"), DeviceStateView::lastSeenAt),
            Titles.yes("offline", DeviceStateView::offline),
            Column.text(
                Titles.of("readings"),
                40,
                row ->
                    Titles.lines(
                        row.readings().stream().map(metric -> shown(metric.reading())).toList())),
            Column.words(
                Titles.of("conditions"),
                30,
                row ->
                    Titles.sentences(
                        row.conditions().stream()
                            .map(held -> Titles.condition(held.condition(), held.severity()))
                            .toList()))));
  }

  private static String shown(ReadingView reading) {
    String value =
        reading
            .measure()
            .map(number -> BigDecimal.valueOf(number).stripTrailingZeros().toPlainString())
            .or(() -> reading.flag().map(String::valueOf))
            .or(reading::label)
            .or(() -> reading.position().map(DeviceTables::shown))
            .orElse("");
    return reading.metric() + " = " + value;
  }

  private static String shown(PositionBody at) {
    return at.latitude() + ", " + at.longitude();
  }

  static Table<AlarmView> alarms() {
    return new Table<>(
        Titles.list("alarms"),
        List.of(
            Column.moment(Titles.of("observedAt"), row -> Optional.of(row.observedAt())),
            Column.moment(Titles.of("receivedAt"), row -> Optional.of(row.receivedAt())),
            Column.text(Titles.of("condition"), 14, AlarmView::condition),
            Column.text(Titles.of("metric"), 14, AlarmView::metric),
            Titles.constant("severity", AlarmView::severity),
            Column.words(Titles.of("why"), 40, row -> Optional.of(row.why())),
            Column.words(Titles.of("disposition"), 16, row -> Optional.of(row.dispositionName())),
            Column.words(Titles.of("reason"), 30, AlarmView::reason),
            Column.text(Titles.of("rule"), 18, AlarmView::rule),
            Column.maybe(Titles.of("alert"), 38, AlarmView::alert)));
  }

  static Table<StrangerView> inbox() {
    return new Table<>(
        Titles.list("inbox"),
        List.of(
            Column.text(Titles.of("device"), 24, StrangerView::name),
            Column.maybe(Titles.of("network"), 30, StrangerView::network),
            Column.text(Titles.of("suggestedId"), 20, StrangerView::suggestedId),
            Column.text(Titles.of("topic"), 36, StrangerView::topic),
            Titles.count("messages", StrangerView::messages),
            Column.moment(Titles.of("firstSeen"), row -> Optional.of(row.firstSeen())),
            Column.moment(Titles.of("lastSeenAt"), row -> Optional.of(row.lastSeen())),
            Column.text(Titles.of("drivers"), 30, row -> Titles.lines(row.drivers())),
            Column.words(Titles.of("tie"), 40, StrangerView::tie),
            toFill("kind"),
            toFill("driver"),
            toFill("area"),
            toFill("address"),
            toFill("latitude"),
            toFill("longitude"),
            toFill("asset"),
            toFill("settings")));
  }

  /** Left empty, for whoever fills it in and imports it. */
  private static Column<StrangerView> toFill(String key) {
    return Column.maybe(Titles.of(key), 16, row -> Optional.empty());
  }

  static Table<MessageView> quarantine() {
    return new Table<>(
        Titles.list("quarantine"),
        List.of(
            Column.moment(Titles.of("receivedAt"), row -> Optional.of(row.receivedAt())),
            Column.words(Titles.of("kindName"), 16, row -> Optional.of(row.kindName())),
            Column.words(Titles.of("reason"), 40, row -> Optional.of(row.reason())),
            Column.maybe(Titles.of("device"), 20, MessageView::device),
            Column.maybe(Titles.of("network"), 30, MessageView::network),
            Column.maybe(Titles.of("driver"), 22, MessageView::driver),
            Column.maybe(Titles.of("answeredBy"), 22, MessageView::answeredBy),
            Column.maybe(Titles.of("rule"), 18, MessageView::rule),
            Column.text(Titles.of("topic"), 36, MessageView::topic),
            Titles.count("attempts", row -> (long) row.attempts()),
            Titles.yes("replayable", MessageView::replayable),
            Titles.count("size", row -> (long) row.size()),
            Column.maybe(Titles.of("text"), 40, MessageView::text),
            Column.text(Titles.of("hex"), 40, MessageView::hex),
            Column.text(Titles.of("id"), 38, MessageView::id)));
  }
}
