package org.zhili.core.store;

/** Somebody else wrote the same thing first; the whole transaction may be tried again. */
public final class StoreConflict extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  public StoreConflict(String message) {
    super(message);
  }

  public StoreConflict(String message, Throwable cause) {
    super(message, cause);
  }
}
