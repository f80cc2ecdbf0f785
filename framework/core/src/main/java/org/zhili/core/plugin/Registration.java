package org.zhili.core.plugin;

/** Ends what was registered. Closing again does nothing. */
@FunctionalInterface
public interface Registration extends AutoCloseable {
  @Override
  void close();
}
