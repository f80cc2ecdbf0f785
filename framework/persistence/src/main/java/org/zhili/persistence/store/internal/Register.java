package org.zhili.persistence.store.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.zhili.core.store.StoreConflict;

/**
 * A register: things by their id, which a city pack brings again at every start.
 *
 * <p>Only what changed is written, in the order of ids so that two nodes never wait for each other
 * crosswise.
 */
public final class Register<T> {
  private static final int CHUNK = 500;

  private final Sql sql;
  private final String table;
  private final Function<T, String> id;
  private final Function<T, Object[]> values;
  private final Sql.Reader<T> reader;
  private final String upsert;
  private final String insert;

  /**
   * Describe a register.
   *
   * @param columns {@code id} first
   * @param id of a thing
   * @param values of a thing, in the order of the columns
   */
  public Register(
      Sql sql,
      String table,
      List<String> columns,
      Function<T, String> id,
      Function<T, Object[]> values,
      Sql.Reader<T> reader) {
    this.sql = sql;
    this.table = table;
    this.id = id;
    this.values = values;
    this.reader = reader;
    this.upsert = Upsert.into(sql, table, columns);
    this.insert =
        "insert into "
            + table
            + " ("
            + String.join(", ", columns)
            + ") values ("
            + String.join(", ", Collections.nCopies(columns.size(), "?"))
            + ")";
  }

  /** Write what is new or different, and answer it. */
  public List<T> save(Collection<T> things) {
    TreeMap<String, T> byId = new TreeMap<>();
    things.forEach(thing -> byId.put(id.apply(thing), thing));
    List<String> ids = List.copyOf(byId.keySet());
    return sql.together(
        () -> {
          List<T> written = new ArrayList<>();
          for (int from = 0; from < ids.size(); from += CHUNK) {
            List<String> some = ids.subList(from, Math.min(ids.size(), from + CHUNK));
            written.addAll(write(some.stream().map(byId::get).toList(), stored(some)));
          }
          return written;
        });
  }

  /** Write a thing over the one that was seen, none for a new one. */
  public void replace(Optional<T> seen, T thing) {
    sql.together(
        () -> {
          if (seen.isEmpty()) {
            return sql.update(insert, values.apply(thing));
          }
          Optional<T> present =
              sql.row(
                  "select * from " + table + " where id = ? for update", reader, id.apply(thing));
          if (!present.equals(seen)) {
            throw new StoreConflict("somebody else wrote the same thing first");
          }
          return sql.update(upsert, values.apply(thing));
        });
  }

  private List<T> write(List<T> things, Map<String, T> stored) {
    List<T> changed =
        things.stream().filter(thing -> !thing.equals(stored.get(id.apply(thing)))).toList();
    sql.batch(upsert, changed.stream().map(values).toList());
    return changed;
  }

  private Map<String, T> stored(List<String> ids) {
    Map<String, T> stored = new HashMap<>();
    those(ids).forEach(thing -> stored.put(id.apply(thing), thing));
    return stored;
  }

  /** Those of the wanted that are here, in any order. */
  public List<T> those(List<String> wanted) {
    String found = "select * from " + table + " where id = any(?)";
    return Portions.of(wanted).stream()
        .flatMap(some -> sql.rows(found, reader, some).stream())
        .toList();
  }

  public List<T> all() {
    return sql.rows("select * from " + table + " order by id", reader);
  }

  /** A page of those that are wanted, in the order of ids. */
  public List<T> after(Conditions wanted, Optional<String> last, int limit) {
    return sql.rows(
        "select * from "
            + table
            + wanted.and("id > ?", last.orElse("")).where()
            + " order by id limit ?",
        reader,
        wanted.arguments(limit));
  }
}
