package org.zhili.core.ingest;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * Messages on their way through the drivers, in groups that are asked side by side: one for each
 * driver whose devices are registered, and one for all that has to be asked around. For one thread
 * at a time.
 */
final class Decoding {
  /** Stands for the driver of messages that have to be asked around. */
  static final String AROUND = "";

  private final List<Item> items;
  private final List<Group> groups;

  Decoding(List<Item> items, List<Group> groups) {
    this.items = items;
    this.groups = groups;
  }

  /**
   * Messages that are asked about together.
   *
   * @param work sets what becomes of them; empty when nobody was asked yet
   */
  record Group(String driver, List<Item> items, Optional<CompletableFuture<Void>> work) {
    List<Entry> entries() {
      return items.stream().map(Item::entry).toList();
    }

    /** Wait until they are asked, which the limits of drivers bound; throws what that threw. */
    void finish() {
      try {
        work.ifPresent(CompletableFuture::join);
      } catch (CompletionException e) {
        throw thrown(e);
      }
    }

    /** What failed is late too: it is begun anew, and its neighbours are not. */
    private boolean isLate() {
      return work.isEmpty() || !work.get().isDone() || work.get().isCompletedExceptionally();
    }
  }

  /** All messages, when all drivers have been asked. */
  List<Item> all() {
    groups.forEach(Group::finish);
    return items;
  }

  /** Wait for so long, and tell the groups that are not done by then, or failed. */
  List<Group> late(Duration patience) throws InterruptedException {
    CompletableFuture<?>[] under =
        groups.stream().flatMap(group -> group.work().stream()).toArray(CompletableFuture[]::new);
    try {
      CompletableFuture.allOf(under).get(patience.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException | ExecutionException e) {
      return groups.stream().filter(Group::isLate).toList();
    }
    return groups.stream().filter(Group::isLate).toList();
  }

  /** All messages but those of some groups. */
  List<Item> without(List<Group> some) {
    Set<Item> left = new HashSet<>();
    some.forEach(group -> left.addAll(group.items()));
    Stream<Item> rest = items.stream().filter(item -> !left.contains(item));
    return new ArrayList<>(rest.toList());
  }

  private static RuntimeException thrown(Exception e) {
    Throwable cause = e.getCause();
    if (cause instanceof Error error) {
      throw error;
    }
    return cause instanceof RuntimeException own ? own : new IllegalStateException(cause);
  }
}
