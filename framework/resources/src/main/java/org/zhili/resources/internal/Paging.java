package org.zhili.resources.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** Pages by key: who goes on after the last row sees each row once, whatever comes meanwhile. */
public final class Paging {
  public static final int MOST = 200;
  private static final int FEWEST = 20;

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

  /** Reads up to so many rows that come after a key. */
  @FunctionalInterface
  public interface Source<K, T> {
    List<T> after(Optional<K> key, int limit);
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

  /** Read one page of the rows a viewer may see. */
  public static <K, T> Page<T> read(
      Source<K, T> source, Function<T, K> key, Predicate<T> visible, Optional<K> after, int limit) {
    int wanted = limit(limit);
    int batch = Math.max(wanted, FEWEST);
    List<T> items = new ArrayList<>();
    Optional<K> last = after;
    while (items.size() < wanted) {
      List<T> rows = source.after(last, batch);
      for (T row : rows) {
        last = Optional.of(key.apply(row));
        if (visible.test(row)) {
          items.add(row);
        }
        if (items.size() == wanted) {
          return new Page<>(items, last.map(Object::toString));
        }
      }
      if (rows.size() < batch) {
        return new Page<>(items, Optional.empty());
      }
    }
    return new Page<>(items, last.map(Object::toString));
  }
}
