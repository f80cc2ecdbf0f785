package org.zhili.persistence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhili.alert.Severity;
import org.zhili.core.ingest.Alarm;
import org.zhili.core.ingest.FollowUp;
import org.zhili.core.ingest.StoredMessages;
import org.zhili.core.ingest.Telemetry;
import org.zhili.data.Database;
import org.zhili.device.TimeSource;
import org.zhili.device.Value;
import org.zhili.id.DeviceId;
import org.zhili.text.Text;

/** Reads what ingestion stored, as somebody who has only the tables and their comments would. */
record StoredIngest(Database database) implements StoredMessages {
  private static final JsonMapper JSON = new JsonMapper();

  /** Reads one row. */
  private interface Reader<T> {
    T read(ResultSet row) throws SQLException;
  }

  @Override
  public List<Telemetry> telemetry(DeviceId device) {
    return rows(
        "select * from core_telemetry where device = '" + device + "'",
        row ->
            new Telemetry(
                device,
                row.getString("metric"),
                value(row),
                time(row, "observed_at"),
                time(row, "received_at"),
                TimeSource.valueOf(row.getString("time_source")),
                flags(row.getString("flags"))));
  }

  private static Value value(ResultSet row) throws SQLException {
    double measure = row.getDouble("measure");
    return switch (row.getString("form")) {
      case "measure" -> new Value.Measure(measure);
      case "flag" -> new Value.Flag(measure == 1);
      case "label" -> new Value.Label(row.getString("label"));
      case "position" -> new Value.Position(measure, row.getDouble("longitude"));
      default -> throw new AssertionError(row.getString("form"));
    };
  }

  private static Set<Telemetry.Flag> flags(@Nullable String words) {
    Set<Telemetry.Flag> flags = EnumSet.noneOf(Telemetry.Flag.class);
    if (words != null) {
      for (String word : words.split(" ", -1)) {
        flags.add(Telemetry.Flag.valueOf(word));
      }
    }
    return flags;
  }

  @Override
  public List<Alarm> alarms(DeviceId device) {
    return rows(
        "select * from core_alarm where device = '" + device + "'",
        row ->
            new Alarm(
                device,
                row.getString("rule"),
                row.getString("condition_code"),
                row.getString("metric"),
                Severity.valueOf(row.getString("severity")),
                text(row.getString("why")),
                time(row, "observed_at"),
                time(row, "received_at"),
                Alarm.Disposition.valueOf(row.getString("disposition")),
                Optional.ofNullable(row.getObject("alert", UUID.class)),
                Optional.ofNullable(row.getString("reason")).map(StoredIngest::text)));
  }

  private static Text text(String json) {
    try {
      return JSON.readValue(json, Text.class);
    } catch (JsonProcessingException e) {
      throw new AssertionError(json, e);
    }
  }

  @Override
  public List<FollowUp> followUps() {
    return rows(
        "select kind, timer_key, due_at from core_timer where slot = 0",
        row ->
            new FollowUp(row.getString("kind"), row.getString("timer_key"), time(row, "due_at")));
  }

  private static Instant time(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  private <T> List<T> rows(String sql, Reader<T> reader) {
    return database.readJdbc(
        connection -> {
          try (var statement = connection.createStatement();
              var result = statement.executeQuery(sql)) {
            List<T> rows = new ArrayList<>();
            while (result.next()) {
              rows.add(reader.read(result));
            }
            return rows;
          }
        });
  }
}
