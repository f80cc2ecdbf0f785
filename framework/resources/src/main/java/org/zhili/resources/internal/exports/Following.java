package org.zhili.resources.internal.exports;

import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import org.zhili.resources.internal.Paging;

/**
 * The rows of all pages of a list, which is asked as its callers ask it: what the list does not
 * show them, these rows do not have. The first page is asked for at once, so that a wrong question
 * is refused before anything is answered.
 */
final class Following<T> implements Iterator<T> {
  /** A page of the list that begins after this key. */
  interface Pages<T> {
    Paging.Page<T> after(@Nullable String key);
  }

  private final Pages<T> pages;
  private Paging.Page<T> page;
  private Iterator<T> rows;

  Following(Pages<T> pages) {
    this.pages = pages;
    page = pages.after(null);
    rows = page.items().iterator();
  }

  @Override
  public boolean hasNext() {
    while (!rows.hasNext() && page.next().isPresent()) {
      page = pages.after(page.next().get());
      rows = page.items().iterator();
    }
    return rows.hasNext();
  }

  @Override
  public T next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return rows.next();
  }
}
