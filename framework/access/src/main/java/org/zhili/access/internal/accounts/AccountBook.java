package org.zhili.access.internal.accounts;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.zhili.access.internal.passwords.PasswordHashing;
import org.zhili.access.internal.passwords.Secrets;
import org.zhili.access.internal.tables.AccountEntity;
import org.zhili.data.Database;
import org.zhili.id.AreaId;
import org.zhili.id.UnitId;

/** The accounts of the town. Thread-safe; each call is a transaction, or joins the caller's. */
public final class AccountBook {
  private final Database database;
  private final PasswordHashing hashing;
  private final InstantSource clock;
  private final Secrets secrets = new Secrets();

  public AccountBook(Database database, PasswordHashing hashing, InstantSource clock) {
    this.database = database;
    this.hashing = hashing;
    this.clock = clock;
  }

  /** An account to be made. */
  public record Draft(String name, Set<String> roles, Optional<UnitId> unit, Set<AreaId> areas) {
    public Draft {
      roles = Set.copyOf(roles);
      areas = Set.copyOf(areas);
    }

    public static Draft of(Account account) {
      return new Draft(account.name(), account.roles(), account.unit(), account.areas());
    }
  }

  /** An account and the password it was given, to be shown once. */
  public record Fresh(Account account, String password) {
    @Override
    public String toString() {
      return "Fresh[" + account.name() + "]";
    }
  }

  /** What came of making an account. */
  public sealed interface Making {
    record Made(Fresh fresh) implements Making {}

    record NameTaken() implements Making {}

    /** The same request made another account, or asked for another. */
    record RequestReused() implements Making {}
  }

  /** What came of changing or removing an account. */
  public enum Alteration {
    DONE,
    UNKNOWN,
    /** Nobody would be left who is the same of the three administrators. */
    LAST_ADMINISTRATOR
  }

  /** All accounts, by name. */
  public List<Account> all() {
    return database.read(
        entities ->
            entities
                .createQuery("from AccountEntity a order by a.name", AccountEntity.class)
                .getResultList()
                .stream()
                .map(Account::of)
                .toList());
  }

  public boolean isEmpty() {
    return all().isEmpty();
  }

  public Optional<Account> find(String name) {
    return database.read(
        entities -> Optional.ofNullable(entities.find(AccountEntity.class, name)).map(Account::of));
  }

  /** The hash of an account's password. */
  Optional<String> hash(String name) {
    return database.read(
        entities ->
            Optional.ofNullable(entities.find(AccountEntity.class, name))
                .map(AccountEntity::passwordHash));
  }

  /** Make an account with a one-time password; empty when the name is taken. */
  public Optional<Fresh> create(Draft draft) {
    return create(draft, Optional.empty()) instanceof Making.Made made
        ? Optional.of(made.fresh())
        : Optional.empty();
  }

  /**
   * Make an account with a one-time password. Whoever asks again because the answer was lost gets
   * another one-time password, as nobody keeps the first, until its owner has chosen one.
   *
   * @param request what tells that it is the same request again, 64 characters
   */
  public Making create(Draft draft, Optional<String> request) {
    return create(draft, request, oneTime());
  }

  /** Make a one-time password, before a transaction in which others would wait for it. */
  public OneTime oneTime() {
    String password = secrets.oneTimePassword();
    return new OneTime(password, hashing.hash(password));
  }

  /** The same with a password that was made before. */
  public Making create(Draft draft, Optional<String> request, OneTime secret) {
    return database.inTransaction(
        entities -> {
          Optional<AccountEntity> same = request.flatMap(key -> madeFor(entities, key));
          if (same.filter(row -> !Draft.of(Account.of(row)).equals(draft)).isPresent()) {
            return new Making.RequestReused();
          }
          Optional<AccountEntity> again = same.filter(AccountEntity::mustChange);
          if (again.isEmpty() && entities.find(AccountEntity.class, draft.name()) != null) {
            return new Making.NameTaken();
          }
          AccountEntity made = again.orElseGet(() -> row(draft));
          made.password(secret.hash(), true);
          request.ifPresent(made::madeFor);
          entities.persist(made);
          return new Making.Made(new Fresh(Account.of(made), secret.password()));
        });
  }

  private static Optional<AccountEntity> madeFor(EntityManager entities, String request) {
    return entities
        .createQuery("from AccountEntity a where a.madeFor = :request", AccountEntity.class)
        .setParameter("request", request)
        .getResultStream()
        .findFirst();
  }

  private AccountEntity row(Draft draft) {
    return new AccountEntity(
        draft.name(),
        Listed.words(draft.roles(), role -> role),
        draft.unit().map(UnitId::value).orElse(null),
        Listed.words(draft.areas(), AreaId::value),
        clock.instant());
  }

  /** Give an account a one-time password, and end its sessions; empty when there is none. */
  public Optional<Fresh> reset(String name) {
    String password = secrets.oneTimePassword();
    String hash = hashing.hash(password);
    return database.inTransaction(
        entities -> {
          Optional<AccountEntity> known =
              Optional.ofNullable(entities.find(AccountEntity.class, name));
          known.ifPresent(account -> account.password(hash, true));
          known.ifPresent(account -> end(entities, account));
          return known.map(account -> new Fresh(Account.of(account), password));
        });
  }

  private void end(EntityManager entities, AccountEntity account) {
    Endings.end(entities, account, clock.instant(), Endings.NOTHING);
  }

  /**
   * Give an account other roles, unit and areas, unless it is the last of an administrator. When
   * they are others, its sessions end.
   *
   * @param objection throws when the account as it is now is not to be changed
   */
  public Alteration change(Draft draft, Consumer<Account> objection) {
    return alter(
        draft.name(),
        Separation.post(draft.roles(), draft.areas()),
        (entities, row) -> {
          Account before = Account.of(row);
          objection.accept(before);
          if (Draft.of(before).equals(draft)) {
            return;
          }
          row.rights(
              Listed.words(draft.roles(), role -> role),
              draft.unit().map(UnitId::value).orElse(null),
              Listed.words(draft.areas(), AreaId::value));
          end(entities, row);
        });
  }

  /** Lock an account or unlock it, and end its sessions, unless it is the last as above. */
  public Alteration lock(String name, boolean locked) {
    return alter(
        name,
        Optional.empty(),
        (entities, row) -> {
          row.lock(locked);
          end(entities, row);
        });
  }

  /** Remove an account and end its sessions, unless it is the last as above. */
  public Alteration remove(String name) {
    return alter(
        name,
        Optional.empty(),
        (entities, row) -> {
          end(entities, row);
          entities.remove(row);
        });
  }

  private Alteration alter(
      String name, Optional<String> then, BiConsumer<EntityManager, AccountEntity> work) {
    return database.inTransaction(
        entities -> {
          List<AccountEntity> all = lock(entities);
          Optional<AccountEntity> before =
              all.stream().filter(a -> a.name().equals(name)).findFirst();
          if (before.isEmpty()) {
            return Alteration.UNKNOWN;
          }
          Optional<String> post = Account.of(before.get()).post();
          boolean last = all.stream().filter(a -> Account.of(a).post().equals(post)).count() == 1;
          if (post.isPresent() && !post.equals(then) && last) {
            return Alteration.LAST_ADMINISTRATOR;
          }
          work.accept(entities, before.get());
          return Alteration.DONE;
        });
  }

  /** Locked as one, so that two administrators cannot remove each other at once. */
  private static List<AccountEntity> lock(EntityManager entities) {
    return entities
        .createQuery("from AccountEntity a order by a.name", AccountEntity.class)
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultList();
  }

  /** All accounts, which nobody else changes before the caller's transaction is over. */
  List<Account> held() {
    // read anew, as another node may have made some while this one waited
    database.run(AccountBook::lock);
    return all();
  }

  /**
   * Set the password its owner chose, and end the other sessions.
   *
   * @param keep fingerprint of the session or token that goes on
   */
  void choose(String name, String password, String keep) {
    String hash = hashing.hash(password);
    database.run(
        entities ->
            Optional.ofNullable(entities.find(AccountEntity.class, name))
                .ifPresent(
                    account -> {
                      account.password(hash, false);
                      Endings.end(entities, account, clock.instant(), keep);
                    }));
  }

  /** Remember that its owner was there just now; whoever has seen the account has seen it still. */
  void loggedIn(String name) {
    database.run(
        entities ->
            entities
                .createQuery("update AccountEntity a set a.lastLogin = :now where a.name = :name")
                .setParameter("now", clock.instant())
                .setParameter("name", name)
                .executeUpdate());
  }

  /** Keep the same password under a hash of today's cost. */
  void renew(String name, String password, String before) {
    String hash = hashing.hash(password);
    database.run(
        entities ->
            Optional.ofNullable(entities.find(AccountEntity.class, name))
                .filter(account -> account.passwordHash().equals(before))
                .ifPresent(account -> account.password(hash, account.mustChange())));
  }
}
