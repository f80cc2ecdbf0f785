package org.zhili.broker.internal.door;

import org.zhili.broker.internal.topic.TopicFilter;

/**
 * Knows whether anybody would receive a message.
 *
 * <p>A broker acknowledges a message that nobody subscribed to, and drops it. A device must not be
 * told its alarm has arrived before the town has subscribed for the first time.
 */
@FunctionalInterface
public interface Audience {
  boolean listensTo(TopicFilter published);
}
