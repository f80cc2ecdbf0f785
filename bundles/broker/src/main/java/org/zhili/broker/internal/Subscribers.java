package org.zhili.broker.internal;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.postoffice.Bindings;
import org.apache.activemq.artemis.core.protocol.mqtt.MQTTStateManager;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zhili.broker.internal.door.Audience;
import org.zhili.broker.internal.topic.Subscription;
import org.zhili.broker.internal.topic.TopicFilter;

/**
 * Whom Artemis would give a message: connected subscribers and kept sessions alike.
 *
 * <p>For one topic Artemis is asked each time, by hash. For a filter all sessions are looked
 * through, once; a filter that was heard counts as heard from then on.
 */
final class Subscribers implements Audience {
  private static final Logger LOG = LoggerFactory.getLogger(Subscribers.class);

  private final ActiveMQServer server;
  private final Set<TopicFilter> heard = ConcurrentHashMap.newKeySet();

  Subscribers(ActiveMQServer server) {
    this.server = server;
  }

  @Override
  public boolean listensTo(TopicFilter published) {
    try {
      return published.isExact() ? hasQueues(published) : isSubscribed(published);
    } catch (Exception e) {
      LOG.warn("subscribers of {} could not be looked up", published, e);
      return false;
    }
  }

  private boolean hasQueues(TopicFilter topic) throws Exception {
    Bindings bindings =
        server
            .getPostOffice()
            .getAddressManager()
            .getBindingsForRoutingAddress(SimpleString.of(topic.toString()));
    return bindings != null && !bindings.getBindings().isEmpty();
  }

  private boolean isSubscribed(TopicFilter filter) throws Exception {
    if (heard.contains(filter)) {
      return true;
    }
    boolean found =
        MQTTStateManager.getInstance(server).getSessionStates().values().stream()
            .flatMap(session -> session.getSubscriptions().stream())
            .map(subscription -> Subscription.parse(subscription.topicFilter()))
            .flatMap(Optional::stream)
            .anyMatch(subscription -> subscription.filter().overlaps(filter));
    if (found) {
      heard.add(filter);
    }
    return found;
  }
}
