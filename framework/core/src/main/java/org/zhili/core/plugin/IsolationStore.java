package org.zhili.core.plugin;

import java.time.Instant;
import java.util.Set;
import org.zhili.core.store.StoreUnavailable;

/**
 * Where the town keeps who is isolated. In the caller's transaction; methods throw {@link
 * StoreUnavailable} while the store is away.
 */
public interface IsolationStore {
  Set<Named> isolated();

  /** Write down one; nothing changes for one that is isolated already. */
  void isolate(Named name, String by, Instant at);

  /** Strike one out, if it is there. */
  void release(Named name);
}
