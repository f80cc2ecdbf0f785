package org.zhili.resources.live;

import java.util.Optional;
import java.util.function.Consumer;
import org.osgi.annotation.versioning.ProviderType;
import org.zhili.access.Viewer;
import org.zhili.core.plugin.Registration;

/** Tells of changes. Thread-safe. */
@ProviderType
public interface LiveFeed extends AutoCloseable {
  /**
   * Tell somebody of what changes from now on and is within their sight as it is now.
   *
   * @param line takes notices one after the other, on a thread it must not hold up
   * @return ends it; empty for those who may see nothing that changes
   */
  Optional<Registration> listen(Viewer viewer, Consumer<Notice> line);

  /** Tell nobody any more, as the town closes. */
  @Override
  void close();
}
