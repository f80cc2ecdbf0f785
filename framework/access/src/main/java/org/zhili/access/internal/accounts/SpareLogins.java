package org.zhili.access.internal.accounts;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.zhili.access.Role;
import org.zhili.access.internal.accounts.AccountBook.Draft;
import org.zhili.access.internal.accounts.AccountBook.Fresh;
import org.zhili.data.Database;
import org.zhili.data.DatabaseFailure;

/** Makes administrators beside those that are there, and adds them to the file of first logins. */
final class SpareLogins {
  private static final Map<String, String> NAMES =
      Map.of(
          Role.ADMINISTRATOR, "admin",
          Role.SECURITY_ADMINISTRATOR, "security",
          Role.AUDIT_ADMINISTRATOR, "audit");

  private final Database database;
  private final AccountBook accounts;
  private final LoginsFile file;

  SpareLogins(Database database, AccountBook accounts, LoginsFile file) {
    this.database = database;
    this.accounts = accounts;
    this.file = file;
  }

  /**
   * Make an administrator of the whole city with each of these roles, all or none; tell their
   * names.
   *
   * @param roles asked within the transaction
   */
  List<String> make(Supplier<List<String>> roles) {
    List<String> before = file.read();
    try {
      return database.inTransaction(
          entities -> {
            List<String> names = new ArrayList<>();
            for (String role : roles.get()) {
              Fresh fresh = fresh(role);
              file.add(fresh);
              names.add(fresh.account().name());
            }
            return names;
          });
    } catch (RuntimeException e) {
      // when the answer to the commit was lost, the accounts may be there: passwords are kept
      boolean mayBeThere =
          e instanceof DatabaseFailure failure
              && failure.kind() == DatabaseFailure.Kind.UNAVAILABLE;
      if (!mayBeThere) {
        file.restore(before);
      }
      throw e;
    }
  }

  private Fresh fresh(String role) {
    String name = NAMES.getOrDefault(role, role);
    return IntStream.iterate(1, i -> i + 1)
        .mapToObj(
            i ->
                new Draft(i == 1 ? name : name + "-" + i, Set.of(role), Optional.empty(), Set.of()))
        .flatMap(draft -> accounts.create(draft).stream())
        .findFirst()
        .orElseThrow();
  }
}
