package org.zhili.broker.internal;

import java.util.concurrent.Executor;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.persistence.OperationContext;
import org.apache.activemq.artemis.core.persistence.StorageManager;
import org.apache.activemq.artemis.core.server.impl.ActiveMQServerImpl;
import org.apache.activemq.artemis.spi.core.security.ActiveMQSecurityManager;

/**
 * Artemis, made to keep the order of messages (ARTEMIS-6191).
 *
 * <p>Artemis does what waits for the disk in the order of a context. Packets of one connection are
 * handled one after the other, but by any thread of the pool and so in that thread's context: of
 * two messages the later could be queued, or sent to the subscriber, before the earlier one. Here
 * every connection has a context of its own, whichever thread handles it.
 */
final class OrderedArtemis extends ActiveMQServerImpl {
  OrderedArtemis(Configuration configuration, ActiveMQSecurityManager security) {
    super(configuration, null, security);
  }

  /** Asked for once by the MQTT handler of each connection, and by nobody else in this broker. */
  @Override
  public Executor getThreadPool() {
    Executor pool = super.getThreadPool();
    OperationContext connection = newOperationContext();
    return task -> pool.execute(() -> within(connection, task));
  }

  private void within(OperationContext context, Runnable task) {
    StorageManager storage = getStorageManager();
    storage.setContext(context);
    try {
      task.run();
    } finally {
      storage.clearContext();
    }
  }
}
