package org.zhili.persistence;

import org.osgi.annotation.versioning.ProviderType;
import org.zhili.data.Database;

/** A module's schema in use: its tables are migrated and fit its entities. */
@ProviderType
public interface OpenSchema extends AutoCloseable {

  /** Give the module's name. */
  String name();

  /** Give the module its database. */
  Database database();

  /**
   * Let the module's work end and forget its classes.
   *
   * <p>New calls of the {@link Database} are refused at once; calls in flight have 5 s to end. Runs
   * on the calling thread; closing again does nothing.
   */
  @Override
  void close();
}
