package org.zhili.access.internal.accounts;

import jakarta.persistence.Query;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.zhili.access.internal.tables.AccountEntity;
import org.zhili.data.Database;

/** Finds accounts among thousands, by name. Thread-safe. */
public final class AccountSearch {
  /** Whoever has not logged in for longer may have left. */
  static final Duration UNUSED = Duration.ofDays(90);

  private final Database database;
  private final InstantSource clock;

  public AccountSearch(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /** How an account stands. */
  public enum Standing {
    LOCKED,
    /** Nobody has logged in for {@link #UNUSED}, or it was made as long ago and nobody ever has. */
    UNUSED
  }

  /**
   * What accounts are looked for; empty is any.
   *
   * @param text a part of the name
   */
  public record Wanted(
      Optional<String> text,
      Optional<String> role,
      Optional<String> unit,
      Optional<Standing> standing) {}

  /**
   * Some of those that fit.
   *
   * @param total how many fit in all
   */
  public record Found(List<Account> accounts, long total) {
    public Found {
      accounts = List.copyOf(accounts);
    }
  }

  /** Find so many at most, those after this name. */
  public Found find(Wanted wanted, String after, int limit) {
    List<Condition> conditions = conditions(wanted);
    List<Condition> page = new ArrayList<>(conditions);
    page.add(new Condition("a.name > :after", "after", after));
    return database.read(
        entities -> {
          var rows =
              entities.createQuery(
                  "from AccountEntity a" + where(page) + " order by a.name", AccountEntity.class);
          var count =
              entities.createQuery(
                  "select count(a) from AccountEntity a" + where(conditions), Long.class);
          fill(rows, page);
          fill(count, conditions);
          return new Found(
              rows.setMaxResults(limit).getResultStream().map(Account::of).toList(),
              count.getSingleResult());
        });
  }

  private record Condition(String said, String parameter, Object value) {}

  private List<Condition> conditions(Wanted wanted) {
    List<Condition> all = new ArrayList<>();
    wanted
        .text()
        .map(text -> "%" + literally(text.toLowerCase(Locale.ROOT)) + "%")
        .ifPresent(like -> all.add(new Condition("a.name like :text escape '!'", "text", like)));
    wanted
        .role()
        .map(role -> "% " + literally(role) + " %")
        .ifPresent(
            like ->
                all.add(
                    new Condition(
                        "concat(' ', a.roles, ' ') like :role escape '!'", "role", like)));
    wanted.unit().ifPresent(unit -> all.add(new Condition("a.unit = :unit", "unit", unit)));
    wanted.standing().map(this::condition).ifPresent(all::add);
    return all;
  }

  private Condition condition(Standing standing) {
    return switch (standing) {
      case LOCKED -> new Condition("a.locked = :locked", "locked", true);
      case UNUSED ->
          new Condition(
              "coalesce(a.lastLogin, a.createdAt) < :unused",
              "unused",
              clock.instant().minus(UNUSED));
    };
  }

  /** Signs that would mean any others mean themselves. */
  private static String literally(String text) {
    return text.replaceAll("[!%_]", "!$0");
  }

  private static String where(List<Condition> conditions) {
    return conditions.isEmpty()
        ? ""
        : " where " + String.join(" and ", conditions.stream().map(Condition::said).toList());
  }

  private static void fill(Query query, List<Condition> conditions) {
    conditions.forEach(one -> query.setParameter(one.parameter(), one.value()));
  }
}
