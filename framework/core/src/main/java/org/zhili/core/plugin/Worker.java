package org.zhili.core.plugin;

import org.jspecify.annotations.Nullable;

/** A thread of one plug-in. */
final class Worker extends Thread {
  private volatile int number = Demotion.UNKNOWN;
  private volatile boolean demoted;

  Worker(Runnable work, String name, @Nullable ClassLoader loader) {
    super(null, work, name, 0, false);
    setDaemon(true);
    setContextClassLoader(loader);
  }

  @Override
  public void run() {
    number = Demotion.ownNumber();
    try {
      super.run();
    } catch (Retired e) {
      // it ends here
    }
  }

  /** Run it only while nobody else wants a processor, until what it is at is done. */
  void demote() {
    if (!demoted) {
      demoted = true;
      Demotion.of(this, number);
    }
  }

  boolean isDemoted() {
    return demoted;
  }

  /** End the calling thread if it was demoted, instead of giving it other work. */
  static void retireDemoted() {
    if (Thread.currentThread() instanceof Worker worker && worker.demoted) {
      throw new Retired();
    }
  }

  /** The one way in which a pool lets go of a thread. */
  private static final class Retired extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Retired() {
      super("demoted", null, false, false);
    }
  }
}
