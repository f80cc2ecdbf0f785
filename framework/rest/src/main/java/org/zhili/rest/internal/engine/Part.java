package org.zhili.rest.internal.engine;

/** A resource or extension that somebody brought. */
public interface Part {
  /** Whose it is and what it is, for the log. */
  String name();

  Class<?> type();

  /** Whether each request gets an instance of its own. */
  boolean perRequest();

  /** An instance; the same one each time unless {@link #perRequest()}. */
  Object acquire();

  /** Give an instance back. Called once for each {@link #acquire()} of a part per request. */
  void release(Object instance);
}
