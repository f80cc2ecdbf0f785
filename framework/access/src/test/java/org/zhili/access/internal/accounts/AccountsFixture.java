package org.zhili.access.internal.accounts;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.zhili.access.internal.AccessDesk;
import org.zhili.access.internal.TestAccess;
import org.zhili.access.internal.accounts.AccountBook.Draft;
import org.zhili.access.internal.accounts.AccountBook.Fresh;

/** Accounts in a database of their own. */
abstract class AccountsFixture {
  static final String PASSWORD = "correct horse";

  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path folder;

  TestAccess access;
  AccessDesk desk;

  @BeforeEach
  void start() {
    access = new TestAccess(folder);
    desk = access.desk();
  }

  @AfterEach
  void close() {
    access.close();
  }

  Fresh create(String name, String... roles) {
    return desk.accounts()
        .create(new Draft(name, Set.of(roles), Optional.empty(), Set.of()))
        .orElseThrow();
  }

  long rows(String table) {
    return dump(table).lines().count();
  }

  String dump(String table) {
    return access
        .database()
        .readJdbc(
            connection -> {
              StringBuilder all = new StringBuilder();
              try (var statement = connection.createStatement();
                  var rows = statement.executeQuery("select * from " + table)) {
                int columns = rows.getMetaData().getColumnCount();
                while (rows.next()) {
                  for (int i = 1; i <= columns; i++) {
                    all.append(rows.getString(i)).append(' ');
                  }
                  all.append('\n');
                }
              }
              return all.toString();
            });
  }
}
