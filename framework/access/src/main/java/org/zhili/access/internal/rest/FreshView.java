package org.zhili.access.internal.rest;

import org.zhili.access.internal.accounts.AccountBook;

/**
 * An account with a one-time password.
 *
 * @param password shown this once; it must be changed at the first login
 */
public record FreshView(String name, String password) {
  static FreshView of(AccountBook.Fresh fresh) {
    return new FreshView(fresh.account().name(), fresh.password());
  }

  @Override
  public String toString() {
    return "FreshView[" + name + "]";
  }
}
