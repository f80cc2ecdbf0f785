package org.zhili.access.internal.rest;

import java.util.List;
import java.util.Optional;

/**
 * Some accounts, by name.
 *
 * @param next the name to go on after, while there are more
 * @param total how many fit in all
 */
public record AccountPage(List<AccountView> items, Optional<String> next, long total) {
  public AccountPage {
    items = List.copyOf(items);
  }
}
