package org.zhili.access.internal.accounts;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zhili.access.Role;
import org.zhili.access.internal.accounts.AccountBook.Draft;
import org.zhili.access.internal.accounts.AccountBook.Fresh;
import org.zhili.data.Database;
import org.zhili.data.DatabaseFailure;

/**
 * Makes the first accounts of a town that has none, each with a one-time password. The passwords
 * are written to a file that only the town's own user can read, and nowhere else.
 */
public final class FirstLogins {
  private static final Logger LOG = LoggerFactory.getLogger(FirstLogins.class);
  private static final List<Draft> FIRST =
      List.of(
          draft("admin", Role.ADMINISTRATOR),
          draft("security", Role.SECURITY_ADMINISTRATOR),
          draft("audit", Role.AUDIT_ADMINISTRATOR),
          draft("operator", Role.OPERATOR),
          draft("supervisor", Role.SUPERVISOR));

  private final Database database;
  private final AccountBook accounts;
  private final LoginsFile file;

  public FirstLogins(Database database, AccountBook accounts, LoginsFile file) {
    this.database = database;
    this.accounts = accounts;
    this.file = file;
  }

  private static Draft draft(String name, String role) {
    return new Draft(name, Set.of(role), Optional.empty(), Set.of());
  }

  /**
   * Make them, unless there is any account; tell where their passwords are.
   *
   * @throws UncheckedIOException when the file cannot be written; then no account was made either
   */
  public Optional<Path> make() {
    if (!accounts.isEmpty()) {
      return Optional.empty();
    }
    try {
      database.run(
          entities -> {
            List<Fresh> made = new ArrayList<>();
            FIRST.forEach(draft -> accounts.create(draft).ifPresent(made::add));
            file.write(made);
          });
    } catch (DatabaseFailure e) {
      // when the answer to the commit was lost, the accounts may be there: the file is kept
      if (e.kind() != DatabaseFailure.Kind.UNAVAILABLE) {
        file.discard();
      }
      if (e.kind() == DatabaseFailure.Kind.CONFLICT) {
        LOG.info("Another node has made the first accounts");
        return Optional.empty();
      }
      throw e;
    }
    LOG.warn(
        "This town has no accounts yet. The one-time passwords of {} are in {}; log in, choose your"
            + " own, and delete the file.",
        FIRST.stream().map(Draft::name).toList(),
        file.path());
    return Optional.of(file.path());
  }
}
