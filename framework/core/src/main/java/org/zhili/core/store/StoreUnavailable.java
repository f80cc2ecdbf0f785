package org.zhili.core.store;

/**
 * Says that the store cannot be reached or cannot take work now: network, restart, full disk. The
 * same call is worth repeating. Whether it was carried out is not known; writes are idempotent.
 */
public final class StoreUnavailable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public StoreUnavailable(String message, Throwable cause) {
    super(message, cause);
  }
}
