package org.zhili.persistence.store.internal;

import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.zhili.core.ingest.Quarantined;
import org.zhili.core.ingest.Quarantined.Inside;
import org.zhili.device.Origin;
import org.zhili.device.Payload;
import org.zhili.id.DeviceId;
import org.zhili.id.NetworkId;
import org.zhili.message.IncomingMessage;
import org.zhili.persistence.store.internal.Bulk.Kind;
import org.zhili.text.Text;

/** Messages nothing could be made of yet, raw. */
public final class QuarantineTable {
  private static final Bulk<Quarantined> ROWS =
      new Bulk<Quarantined>()
          .with("id", Kind.UUID, Quarantined::id)
          .with("kind", Kind.TEXT, Quarantined::kind)
          .with("reason", Kind.TEXT, message -> Json.write(message.why()))
          .with("driver", Kind.TEXT, Quarantined::driver)
          .with("answered_by", Kind.TEXT, Quarantined::answeredBy)
          .with("rule", Kind.TEXT, Quarantined::rule)
          .with("device", Kind.TEXT, kept -> kept.device().map(DeviceId::value))
          .with("network", Kind.TEXT, kept -> kept.network().map(NetworkId::value))
          .with("taken", Kind.TEXT, QuarantineTable::taken)
          .with("attempts", Kind.INTEGER, Quarantined::attempts)
          .with("topic", Kind.TEXT, kept -> kept.message().origin().topic())
          .with(
              "vouched_device",
              Kind.TEXT,
              kept -> kept.message().origin().device().map(DeviceId::value))
          .with("port", Kind.INTEGER, kept -> boxed(kept.message().origin().port()))
          .with("sent_at", Kind.TIME, kept -> kept.message().origin().sentAt())
          .with("received_at", Kind.TIME, kept -> kept.message().receivedAt())
          .with("retained", Kind.TRUTH, kept -> kept.message().retained())
          .with("redelivered", Kind.TRUTH, kept -> kept.message().redelivered())
          .with("payload", Kind.BYTES, kept -> kept.message().payload().toBytes())
          .with("bytes", Kind.INTEGER, Quarantined::bytes);

  /** A stranger in a message. */
  private record From(UUID message, NetworkId network) {}

  private static final Bulk<From> STRANGERS =
      new Bulk<From>()
          .with("message", Kind.UUID, From::message)
          .with("network", Kind.TEXT, from -> from.network().value());

  /** Messages with the strangers in them, to be continued with a condition. */
  public static final String SELECT =
      "select q.*, (select string_agg(network, ' ') from core_quarantine_from f"
          + " where f.message = q.id) as strangers from core_quarantine q";

  private final Sql sql;
  private final String keep;
  private final String keepStrangers;

  public QuarantineTable(Sql sql) {
    this.sql = sql;
    this.keep =
        sql.of(
            "merge into core_quarantine ("
                + ROWS.names()
                + ") key (id) values ("
                + ROWS.row()
                + ")",
            "insert into core_quarantine ("
                + ROWS.names()
                + ") select * from "
                + ROWS.rows()
                + " on conflict (id) do update set ("
                + ROWS.names()
                + ") = row ("
                + ROWS.names("excluded.")
                + ")");
    this.keepStrangers =
        "insert into core_quarantine_from ("
            + STRANGERS.names()
            + ") "
            + sql.of("values (" + STRANGERS.row() + ")", "select * from " + STRANGERS.rows());
  }

  /** Keep messages; one with its id that is here already is replaced. */
  public void keep(Collection<Quarantined> messages) {
    Map<UUID, Quarantined> byId = new LinkedHashMap<>();
    messages.forEach(message -> byId.put(message.id(), message));
    List<Quarantined> kept = List.copyOf(byId.values());
    sql.bulk(ROWS, keep, kept);
    if (!kept.isEmpty()) {
      sql.update("delete from core_quarantine_from where message = any(?)", Ids.of(byId.keySet()));
    }
    List<From> strangers =
        kept.stream()
            .flatMap(one -> one.inside().strangers().stream().map(name -> new From(one.id(), name)))
            .toList();
    sql.bulk(STRANGERS, keepStrangers, strangers);
  }

  /** Take messages out, and answer those that were not here. */
  public Set<UUID> release(Set<UUID> ids) {
    if (ids.isEmpty()) {
      return Set.of();
    }
    String delete = "delete from core_quarantine where id = any(?)";
    Set<UUID> gone = new HashSet<>(ids);
    sql.write(
            sql.of("select id from old table (" + delete + ")", delete + " returning id"),
            row -> row.uuid("id"),
            Ids.of(ids))
        .forEach(gone::remove);
    return gone;
  }

  public Optional<Quarantined> find(UUID id) {
    return sql.row(SELECT + " where id = ?", QuarantineTable::message, id);
  }

  private static Optional<Integer> boxed(OptionalInt number) {
    return number.isPresent() ? Optional.of(number.getAsInt()) : Optional.empty();
  }

  /** Before reasons had words of two languages they were plain English. */
  private static Text why(String stored) {
    return stored.startsWith("{")
        ? Json.read(stored, Text.class)
        : Text.of("ingest.kept.words", stored);
  }

  /** In hexadecimal, with blanks between. */
  private static Optional<String> taken(Quarantined kept) {
    Set<Long> taken = kept.inside().taken();
    return taken.isEmpty()
        ? Optional.empty()
        : Optional.of(taken.stream().map(Long::toHexString).collect(Collectors.joining(" ")));
  }

  private static long fingerprint(String hexadecimal) {
    return Long.parseUnsignedLong(hexadecimal, 16);
  }

  private static Stream<String> words(Row row, String column) throws SQLException {
    return row.maybe(column).stream().flatMap(words -> Stream.of(words.split(" ")));
  }

  public static Quarantined message(Row row) throws SQLException {
    Origin origin =
        new Origin(
            row.text("topic"),
            row.maybe("vouched_device").map(DeviceId::new),
            row.maybeCount("port"),
            row.maybeTime("sent_at"));
    return new Quarantined(
        row.uuid("id"),
        Quarantined.Kind.valueOf(row.text("kind")),
        why(row.text("reason")),
        row.maybe("driver"),
        row.maybe("answered_by"),
        row.maybe("rule"),
        row.maybe("device").map(DeviceId::new),
        row.maybe("network").map(NetworkId::new),
        new Inside(
            words(row, "strangers").map(NetworkId::new).collect(Collectors.toSet()),
            words(row, "taken").map(QuarantineTable::fingerprint).collect(Collectors.toSet())),
        new IncomingMessage(
            origin,
            Payload.of(row.bytes("payload")),
            row.time("received_at"),
            row.truth("retained"),
            row.truth("redelivered")),
        row.count("attempts"));
  }
}
