package org.zhili.core.inbox;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Finds strangers among the quarantined messages, and remembers who was dismissed. Thread-safe.
 * Every method throws {@link org.zhili.core.store.StoreUnavailable} when it is worth repeating.
 */
public interface InboxStore {
  /**
   * List the devices that are not registered and not dismissed, in an order of names.
   *
   * @param after continue behind this name
   */
  List<Stranger> strangers(Optional<String> after, int limit);

  /** The stranger of this name, dismissed or not. */
  Optional<Stranger> stranger(String name);

  /** How many there are to list; counts no further than so many. */
  int count(int most);

  /** List this one no more; what it says goes on being kept for a while. */
  void dismiss(String name, String by, Instant at);

  /** List it again. */
  void recall(String name);
}
