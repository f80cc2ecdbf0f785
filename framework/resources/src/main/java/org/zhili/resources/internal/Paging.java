package org.zhili.resources.internal;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Pages by key: who goes on after the last row sees each row once, whatever comes meanwhile. */
public final class Paging {
  public static final int MOST = 200;

  private Paging() {}

  /** One page, and the key to go on after. */
  public record Page<T>(List<T> items, Optional<String> next) {
    public Page {
      items = List.copyOf(items);
    }

    public <R> Page<R> map(Function<T, R> view) {
      return new Page<>(items.stream().map(view).toList(), next);
    }

    /** The same, without those rows that have no view. */
    public <R> Page<R> flatMap(Function<T, Optional<R>> view) {
      return new Page<>(items.stream().flatMap(row -> view.apply(row).stream()).toList(), next);
    }
  }

  /** Hold a limit to what a page may have, whether or not the server has checked it. */
  public static int limit(int limit) {
    if (limit < 1 || limit > MOST) {
      throw Form.wrong("limit", "limit");
    }
    return limit;
  }

  /** Make a page of what a store answered, which narrows down by itself. */
  public static <T> Page<T> of(List<T> rows, int limit, Function<T, Object> key) {
    return new Page<>(
        rows,
        rows.size() < limit
            ? Optional.empty()
            : Optional.of(key.apply(rows.get(limit - 1)).toString()));
  }
}
