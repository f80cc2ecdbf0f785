package org.zhili.persistence.store.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.zhili.device.Value;
import org.zhili.text.Wording;

/** One row of an answer, by the names of its columns. */
public final class Row {
  private final ResultSet result;

  Row(ResultSet result) {
    this.result = result;
  }

  public String text(String column) throws SQLException {
    return result.getString(column);
  }

  public Optional<String> maybe(String column) throws SQLException {
    return Optional.ofNullable(result.getString(column));
  }

  public long number(String column) throws SQLException {
    return result.getLong(column);
  }

  public int count(String column) throws SQLException {
    return result.getInt(column);
  }

  public Optional<Double> measure(String column) throws SQLException {
    double value = result.getDouble(column);
    return result.wasNull() ? Optional.empty() : Optional.of(value);
  }

  /** The columns {@code …_zh} and {@code …_en}. */
  public Wording wording(String column) throws SQLException {
    return new Wording(text(column + "_zh"), text(column + "_en"));
  }

  /** The columns {@code latitude} and {@code longitude}. */
  public Optional<Value.Position> position() throws SQLException {
    Optional<Double> latitude = measure("latitude");
    Optional<Double> longitude = measure("longitude");
    return latitude.flatMap(north -> longitude.map(east -> new Value.Position(north, east)));
  }

  public boolean truth(String column) throws SQLException {
    return result.getBoolean(column);
  }

  public OptionalInt maybeCount(String column) throws SQLException {
    int value = result.getInt(column);
    return result.wasNull() ? OptionalInt.empty() : OptionalInt.of(value);
  }

  public byte[] bytes(String column) throws SQLException {
    return result.getBytes(column);
  }

  public Optional<UUID> maybeUuid(String column) throws SQLException {
    return Optional.ofNullable(result.getObject(column, UUID.class));
  }

  public UUID uuid(String column) throws SQLException {
    return result.getObject(column, UUID.class);
  }

  public Instant time(String column) throws SQLException {
    return result.getObject(column, OffsetDateTime.class).toInstant();
  }

  public Optional<Instant> maybeTime(String column) throws SQLException {
    return Optional.ofNullable(result.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }

  public <E extends Enum<E>> E word(Class<E> words, String column) throws SQLException {
    return Enum.valueOf(words, result.getString(column));
  }
}
