package org.zhili.access.internal.accounts;

/** A one-time password and its hash, which takes long to make. */
public record OneTime(String password, String hash) {
  @Override
  public String toString() {
    return "OneTime";
  }
}
