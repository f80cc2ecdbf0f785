package org.zhili.access.internal.accounts;

import java.io.UncheckedIOException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zhili.access.Role;
import org.zhili.data.Database;
import org.zhili.data.DatabaseFailure;
import org.zhili.resources.security.Audit;
import org.zhili.text.Text;
import org.zhili.text.Wording;
import org.zhili.text.Words;

/**
 * Gives a town whose one administrator did everything the two that take over accounts and audit.
 * Without them nobody could make accounts or read the audit after such a town was renewed.
 */
public final class Successors {
  private static final Logger LOG = LoggerFactory.getLogger(Successors.class);
  private static final Words WORDS = Words.beside(Successors.class);
  private static final String MADE = "ZL-3217";

  private final AccountBook accounts;
  private final SpareLogins spare;
  private final LoginsFile file;

  public Successors(Database database, AccountBook accounts, LoginsFile file) {
    this.accounts = accounts;
    this.spare = new SpareLogins(database, accounts, file);
    this.file = file;
  }

  /**
   * Make those that are missing, unless there is a security administrator; tell their names. When
   * that fails the log says so, the town opens as it is, and the next start tries again.
   */
  public List<String> make() {
    return make(accounts.all());
  }

  /** Of nodes that start together and saw the same, one makes them. */
  List<String> make(List<Account> seen) {
    if (missing(seen).isEmpty()) {
      return List.of();
    }
    try {
      List<String> names = spare.make(() -> missing(accounts.held()));
      if (names.isEmpty()) {
        return names;
      }
      names.forEach(name -> Audit.note(Role.SYSTEM, "account.made", name, "separation"));
      tell("access.successors", String.join(", ", names), file.path().toString());
      return names;
    } catch (UncheckedIOException | DatabaseFailure e) {
      tell("access.no-successors", file.path().toString());
      LOG.warn("No administrators were made", e);
      return List.of();
    }
  }

  private static List<String> missing(List<Account> all) {
    boolean leftToOthers = all.isEmpty() || all.stream().anyMatch(Account::makesAccounts);
    return leftToOthers ? List.of() : Separation.vacant(all.stream().map(Account::post));
  }

  private static void tell(String key, String... arguments) {
    Wording words = WORDS.render(Text.of(key, arguments));
    LOG.warn("{} {} / {}", MADE, words.zh(), words.en());
  }
}
