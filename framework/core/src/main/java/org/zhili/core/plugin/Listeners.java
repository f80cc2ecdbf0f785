package org.zhili.core.plugin;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Who wants to know of changes. */
final class Listeners {
  private static final Logger log = LoggerFactory.getLogger(Listeners.class);

  private final List<Entry> entries = new CopyOnWriteArrayList<>();

  Registration add(Runnable listener) {
    Entry entry = new Entry(listener);
    entries.add(entry);
    return () -> entries.remove(entry);
  }

  /** Tell all of them, on this thread; one that throws does not keep it from the others. */
  void fire() {
    for (Entry entry : entries) {
      try {
        entry.listener.run();
      } catch (RuntimeException | LinkageError | StackOverflowError e) {
        log.warn("A listener for plug-ins failed and missed a change", e);
      }
    }
  }

  /** Its own identity, so that one listener may be registered twice and leave once. */
  private static final class Entry {
    private final Runnable listener;

    Entry(Runnable listener) {
      this.listener = listener;
    }
  }
}
