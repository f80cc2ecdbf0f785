package org.zhili.core.edition;

import java.util.List;
import java.util.Optional;

/**
 * Keeps editions, and what overtook them; both are only ever added. Every call joins the
 * transaction of its caller.
 */
public interface EditionStore {
  /** All editions of all parts, by part and number. */
  List<Edition> editions();

  Optional<Content> content(String part, int number);

  /**
   * Add an edition.
   *
   * @throws org.zhili.core.store.StoreConflict when there is one with this number by now
   */
  void publish(Edition edition, Content content);

  /** All changes of the pack that overtook editions, by part and number. */
  List<PackChange> changes();

  /** Add a change; nothing is done when there is one with this number, as another node noted it. */
  void note(PackChange change);
}
